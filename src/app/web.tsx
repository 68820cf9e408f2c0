import '../web-kit/fonts.ts'
import '../web-kit/tokens.css'
import '../web-kit/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newAnswers } from '../web-kit/api.ts'
import { lazyPart, RefusalError } from '../web-kit/index.ts'
import { followPageLife, LiveContext, openLive } from '../web-kit/live/index.ts'
import { chosenTheme, showTheme } from '../web-kit/theme.ts'
import { type Area, firstLanguage, learnWords, speakLanguage } from './web/language.ts'
import { reloadOnceWhenOutdated } from './web/outdated.ts'
import { type PagePath, Pages, page } from './web/router.tsx'
import { keepScrolled } from './web/steps.ts'
import { organisation } from './web/use-me.ts'
import { wasHere } from './web/was-here.ts'

// A page of an area is there when its words are.
function withWords<T>(area: Area, load: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([load(), learnWords(area)]))[0]
}

// What is similar stands beneath every composer of these pages; it loads once somebody writes.
const similar = withWords('themes', () => import('../themes/web/SimilarPage.tsx'))
const Similar = lazyPart(() => similar().then((found) => found.Similar))
function withSimilar<P extends object>(load: () => Promise<ComponentType<P>>): () => Promise<ComponentType<P>> {
  return async () => {
    const [Page, { BesideWritingContext }] = await Promise.all([load(), import('../conversation/web/index.ts')])
    return (props) => (
      <BesideWritingContext value={Similar}>
        <Page {...props} />
      </BesideWritingContext>
    )
  }
}

// Path -> page. Each page is a chunk of its own.
const anyone = { for: 'anyone', bare: true } as const
// A public jam is read without an account; the server decides.
const reading = { for: 'anyone' } as const
const pages: readonly PagePath[] = [
  page(
    '/',
    withWords('catch-up', () => import('../catch-up/web/CatchUpPage.tsx').then((m) => m.CatchUpPage)),
  ),
  page(
    '/catch-up',
    withWords('catch-up', () => import('../catch-up/web/CatchUpPage.tsx').then((m) => m.CatchUpPage)),
  ),
  page(
    '/follows',
    withWords('catch-up', () => import('../catch-up/web/FollowsPage.tsx').then((m) => m.FollowsPage)),
  ),
  page(
    '/search',
    withWords(
      'search',
      withWords('catch-up', () => import('../search/web/SearchPage.tsx').then((m) => m.SearchPage)),
    ),
  ),
  page('/jams', () => import('../jams/web/JamsPage.tsx').then((m) => m.JamsPage)),
  page(
    '/jams/new',
    withWords('hosting', () => import('../jams/web/StartJamPage.tsx').then((m) => m.StartJamPage)),
  ),
  page(
    '/jams/from-template',
    withWords(
      'hosting',
      withWords('preparing', () => import('../jams/web/FromTemplatePage.tsx').then((m) => m.FromTemplatePage)),
    ),
  ),
  page(
    '/jams/:jamId',
    withSimilar(() => import('../jams/web/JamPage.tsx').then((m) => m.JamPage)),
    reading,
  ),
  page('/jams/:jamId/forums', () => import('../jams/web/JamForumsPage.tsx').then((m) => m.JamForumsPage), reading),
  page(
    '/jams/:jamId/forums/:forumId',
    withSimilar(() => import('../jams/web/JamForumPage.tsx').then((m) => m.JamForumPage)),
    reading,
  ),
  page(
    '/jams/:jamId/threads/:threadId',
    withSimilar(() => import('../jams/web/JamThreadPage.tsx').then((m) => m.JamThreadPage)),
    reading,
  ),
  page(
    '/jams/:jamId/themes',
    withWords('themes', () => import('../jams/web/JamThemesPage.tsx').then((m) => m.JamThemesPage)),
    reading,
  ),
  page(
    '/jams/:jamId/themes/:themeId',
    withWords('themes', () => import('../jams/web/JamThemePage.tsx').then((m) => m.JamThemePage)),
    reading,
  ),
  page(
    '/jams/:jamId/opinions',
    withWords('themes', () => import('../jams/web/JamOpinionsPage.tsx').then((m) => m.JamOpinionsPage)),
    reading,
  ),
  page(
    '/jams/:jamId/ideas',
    withWords('rating', () => import('../rating/web/IdeasPage.tsx').then((m) => m.IdeasPage)),
    reading,
  ),
  page(
    '/jams/:jamId/rate',
    withWords('rating', () => import('../rating/web/RatePage.tsx').then((m) => m.RatePage)),
  ),
  page(
    '/jams/:jamId/results',
    withWords('rating', () => import('../rating/web/ResultsPage.tsx').then((m) => m.ResultsPage)),
    reading,
  ),
  page(
    '/jams/:jamId/polls',
    withWords('polls', () => import('../polls/web/PollsPage.tsx').then((m) => m.PollsPage)),
    reading,
  ),
  page(
    '/jams/:jamId/report',
    withWords('reports', () => import('../reports/web/ReportPage.tsx').then((m) => m.ReportPage)),
    reading,
  ),
  page(
    '/jams/:jamId/decisions',
    withWords(
      'hosting',
      withWords('promises', () => import('../promises/web/DecisionsPage.tsx').then((m) => m.DecisionsPage)),
    ),
    reading,
  ),
  page(
    '/promises',
    withWords('promises', () => import('../promises/web/LedgerPage.tsx').then((m) => m.LedgerPage)),
    reading,
  ),
  page(
    '/promises/:promiseId',
    withWords('promises', () => import('../promises/web/PromisePage.tsx').then((m) => m.PromisePage)),
    reading,
  ),
  page(
    '/promises/:promiseId/threads/:threadId',
    withWords('promises', () => import('../promises/web/PromiseThreadPage.tsx').then((m) => m.PromiseThreadPage)),
    reading,
  ),
  page(
    '/jams/:jamId/report-review',
    withWords('reports', () => import('../reports/web/ReviewPage.tsx').then((m) => m.ReviewPage)),
  ),
  page(
    '/jams/:jamId/letter',
    withWords('reports', () => import('../reports/web/LetterPage.tsx').then((m) => m.LetterPage)),
  ),
  page(
    '/jams/:jamId/folds/:contributionId',
    () => import('../jams/web/JamFoldPage.tsx').then((m) => m.JamFoldPage),
    reading,
  ),
  page(
    '/jams/:jamId/mine',
    withWords('hosting', () => import('../jams/web/MyPartPage.tsx').then((m) => m.MyPartPage)),
  ),
  page('/jams/:jamId/about', () => import('../jams/web/AboutPage.tsx').then((m) => m.AboutPage), reading),
  page(
    '/jams/:jamId/meetings',
    withWords('hosting', () => import('../jams/web/JamMeetingsPage.tsx').then((m) => m.JamMeetingsPage)),
    reading,
  ),
  page(
    '/jams/:jamId/reach',
    withWords('reach', () => import('../reach/web/ReachPage.tsx').then((m) => m.ReachPage)),
  ),
  page(
    '/jams/:jamId/host',
    withWords('hosting', () => import('../jams/web/HostDeskPage.tsx').then((m) => m.HostDeskPage)),
  ),
  page(
    '/jams/:jamId/rehearsal',
    withWords('preparing', () => import('../rehearsals/web/RehearsalPage.tsx').then((m) => m.RehearsalPage)),
  ),
  page(
    '/jams/:jamId/set-up',
    withWords('hosting', () => import('../jams/web/SetUpPage.tsx').then((m) => m.SetUpPage)),
  ),
  page(
    '/setup',
    withWords('people', () => import('../organisation/web/SetupPage.tsx').then((m) => m.SetupPage)),
    anyone,
  ),
  page(
    '/sign-in',
    withWords('people', () => import('../identity/web/SignInPage.tsx').then((m) => m.SignInPage)),
    anyone,
  ),
  page(
    '/sign-in/link',
    withWords('people', () => import('../identity/web/RedeemLinkPage.tsx').then((m) => m.RedeemLinkPage)),
    anyone,
  ),
  page(
    '/invitation',
    withWords('people', () => import('../organisation/web/InvitationPage.tsx').then((m) => m.InvitationPage)),
    anyone,
  ),
  page(
    '/profile',
    withWords('people', () => import('./web/MyProfilePage.tsx').then((m) => m.MyProfilePage)),
  ),
  page(
    '/hubs',
    withWords('people', () => import('../organisation/web/HubsPage.tsx').then((m) => m.HubsPage)),
  ),
  page(
    '/hubs/:hubId',
    withWords('people', () => import('../organisation/web/HubPage.tsx').then((m) => m.HubPage)),
  ),
  page(
    '/hubs/:hubId/people',
    withWords('people', () => import('../organisation/web/HubPeoplePage.tsx').then((m) => m.HubPeoplePage)),
  ),
  page(
    '/hubs/:hubId/invitations',
    withWords('people', () => import('../organisation/web/HubInvitationsPage.tsx').then((m) => m.HubInvitationsPage)),
  ),
  page(
    '/administration',
    withWords('people', () => import('../organisation/web/AdministrationPage.tsx').then((m) => m.AdministrationPage)),
  ),
  page(
    '/administration/people',
    withWords('people', () =>
      import('../organisation/web/PeopleAdministrationPage.tsx').then((m) => m.PeopleAdministrationPage),
    ),
  ),
  page(
    '/administration/mail',
    withWords('people', () =>
      import('../organisation/web/MailAdministrationPage.tsx').then((m) => m.MailAdministrationPage),
    ),
  ),
  page(
    '/administration/work',
    withWords('people', () =>
      import('../organisation/web/WorkAdministrationPage.tsx').then((m) => m.WorkAdministrationPage),
    ),
  ),
  page(
    '/administration/health',
    withWords('people', () =>
      import('../organisation/web/HealthAdministrationPage.tsx').then((m) => m.HealthAdministrationPage),
    ),
  ),
]

const signIn = withWords('people', () => import('../identity/web/SignInPage.tsx').then((m) => m.SignInPage))

async function begin(): Promise<void> {
  showTheme(chosenTheme())
  reloadOnceWhenOutdated()
  const answers = newAnswers((error) => {
    // The session ended elsewhere: ask who is here, and the page makes room for signing in.
    if (error instanceof RefusalError && error.status === 401)
      answers.invalidateQueries(organisation.answerOf('GET /api/me'))
  })
  // What people wrote must not change its face while it is read: its letters come before it.
  if (wasHere()) void document.fonts.load('400 1rem "Source Serif 4 Variable"')
  const place = document.getElementById('page')
  void answers.prefetchQuery(organisation.answerOf('GET /api/me'))
  await speakLanguage(firstLanguage())
  if (!place) throw new Error('index.html has no #page')
  const live = openLive()
  followPageLife(live)
  keepScrolled()
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <LiveContext value={live}>
          <Pages pages={pages} signIn={signIn} />
        </LiveContext>
      </QueryClientProvider>
    </StrictMode>,
  )
}

// Not awaited: the words of a language may need this module, which would then wait for itself.
void begin()
