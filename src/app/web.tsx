import '../web-kit/fonts.ts'
import '../web-kit/tokens.css'
import '../web-kit/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newAnswers } from '../web-kit/api.ts'
import { RefusalError } from '../web-kit/index.ts'
import { chosenTheme, showTheme } from '../web-kit/theme.ts'
import { firstLanguage, speakLanguage } from './web/language.ts'
import { reloadOnceWhenOutdated } from './web/outdated.ts'
import { type PagePath, page, routerOf } from './web/router.tsx'
import { organisation } from './web/use-me.ts'

// Path -> page. Each page is a chunk of its own.
const pages: readonly PagePath[] = [
  page('/sign-in', () => import('../identity/web/SignInPage.tsx').then((m) => m.SignInPage), {
    for: 'anyone',
    bare: true,
  }),
  page('/sign-in/link', () => import('../identity/web/RedeemLinkPage.tsx').then((m) => m.RedeemLinkPage), {
    for: 'anyone',
    bare: true,
  }),
]

async function begin(): Promise<void> {
  showTheme(chosenTheme())
  reloadOnceWhenOutdated()
  const answers = newAnswers((error) => {
    // The session ended elsewhere: ask who is here, and the page makes room for signing in.
    if (error instanceof RefusalError && error.status === 401)
      answers.invalidateQueries(organisation.answerOf('GET /api/me'))
  })
  const place = document.getElementById('page')
  void answers.prefetchQuery(organisation.answerOf('GET /api/me'))
  await speakLanguage(firstLanguage())
  if (!place) throw new Error('index.html has no #page')
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <RouterProvider
          router={routerOf(pages, () => import('../identity/web/SignInPage.tsx').then((m) => m.SignInPage))}
        />
      </QueryClientProvider>
    </StrictMode>,
  )
}

await begin()
