import './jam.css'
import './lobby.css'
import './desk.css'
import { type ReactNode, useMemo } from 'react'
import { PlacesContext } from '../../conversation/web/index.ts'
import { FoldsHere } from '../../folds/web/index.ts'
import { NoticeSeen } from '../../reading/web/index.ts'
import {
  Link,
  Loading,
  Note,
  Page,
  Problem,
  RefusalError,
  type Tab,
  Tabs,
  useNavigation,
  usePaletteAnswers,
  usePaletteEntries,
} from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { JamFacts, PhaseBar } from './JamHeader.tsx'
import { foldPlacesOf, jamPath, placesOf, searchPath } from './jam-places.ts'
import { LastChange } from './LastChange.tsx'
import { say, sayRich } from './say.ts'
import { useJam } from './use-jam.ts'

type FrameProps = {
  readonly jamId: string
  readonly aside?: (view: JamView) => ReactNode
  readonly children: (view: JamView) => ReactNode
}

/** What stands around every page of a jam: its question, live facts, phases and tabs. */
export function JamFrame({ jamId, aside, children }: FrameProps) {
  const jam = useJam(jamId)
  const isHost = jam.data?.may.export.ok
  const places = useMemo(() => placesOf(jamId, isHost), [jamId, isHost])
  const foldsAt = useMemo(() => foldPlacesOf(jamId), [jamId])
  const crumbs = [{ label: say('jams.title'), to: '/jams' }]
  if (!jam.data) {
    if (jam.error) return <JamProblem error={jam.error} onRetry={() => jam.refetch()} crumbs={crumbs} />
    return (
      <Page title={say('jams.one')} heading="…" crumbs={crumbs} width="wide">
        <Loading cards={3} />
      </Page>
    )
  }
  const view = jam.data
  return (
    <PlacesContext value={places}>
      <FoldsHere venueId={jamId} places={foldsAt}>
        <Page
          title={view.jam.title}
          heading={view.jam.question}
          crumbs={[...crumbs, { label: view.jam.title, to: jamPath(jamId) }]}
          width="wide"
          lead={<JamFacts jam={view.jam} />}
          {...(aside && { aside: aside(view) })}
        >
          <PhaseBar view={view} />
          <CourseChange view={view} />
          <ReportIsHere view={view} />
          <JamTabs view={view} />
          <div className="jam-column">
            <NoticeSeen isKnown={!isStranger(view)} venueId={jamId}>
              {children(view)}
            </NoticeSeen>
          </div>
        </Page>
      </FoldsHere>
    </PlacesContext>
  )
}

function JamProblem({
  error,
  onRetry,
  crumbs,
}: {
  error: Parameters<typeof Problem>[0]['error']
  onRetry: () => void
  crumbs: readonly { label: string; to: string }[]
}) {
  const isAbsent = error instanceof RefusalError && error.status === 404
  return (
    <Page title={say(isAbsent ? 'jams.absent.title' : 'jams.one')} crumbs={crumbs}>
      {isAbsent ? <p>{say('jams.absent.text')}</p> : <Problem error={error} onRetry={onRetry} />}
    </Page>
  )
}

/** Somebody without a sign-in reads along. */
export const isStranger = ({ may: { vote } }: Pick<JamView, 'may'>): boolean =>
  !vote.ok && vote.because === 'venue.sign-in-to-take-part'

/** The tabs that are open to this person. */
export function tabsOf({ jam, forums, may }: JamView): Tab[] {
  const isOver = jam.phase === 'report' || jam.phase === 'archive'
  const tabs: Tab[] = [{ to: jamPath(jam.id), label: say('jams.tab.latest') }]
  if (jam.phase === 'rate' && !isStranger({ may }))
    tabs.push({ to: jamPath(jam.id, 'rate'), label: say('jams.tab.rate') })
  if (isOver && jam.dates.rateAt) tabs.push({ to: jamPath(jam.id, 'results'), label: say('jams.tab.results') })
  tabs.push({ to: jamPath(jam.id, 'forums'), label: say('jams.tab.forums'), count: forums.length, above: true })
  if (jam.phase !== 'prepare') tabs.push({ to: jamPath(jam.id, 'themes'), label: say('jams.tab.themes'), above: true })
  if (jam.phase !== 'prepare') tabs.push({ to: jamPath(jam.id, 'opinions'), label: say('jams.tab.opinions') })
  if (jam.phase !== 'prepare') tabs.push({ to: jamPath(jam.id, 'ideas'), label: say('jams.tab.ideas') })
  if (isOver || (may.export.ok && jam.phase !== 'prepare')) {
    tabs.push({ to: jamPath(jam.id, 'report'), label: say('jams.tab.report'), above: isOver })
  }
  tabs.push({ to: jamPath(jam.id, 'decisions'), label: say('jams.tab.decisions'), above: isOver })
  if (!isStranger({ may })) tabs.push({ to: jamPath(jam.id, 'mine'), label: say('jams.tab.mine') })
  tabs.push({ to: jamPath(jam.id, 'about'), label: say('jams.tab.about') })
  if (jam.phase === 'prepare' && may.edit.ok) {
    tabs.push({ to: jamPath(jam.id, 'set-up'), label: say('jams.tab.set-up') })
  }
  if (may.export.ok) tabs.push({ to: jamPath(jam.id, 'host'), label: say('jams.tab.host') })
  return tabs
}

function JamTabs({ view }: { view: JamView }) {
  const tabs = tabsOf(view)
  const under = view.jam.title
  usePaletteEntries([
    ...tabs.map(({ to, label }) => ({ id: to, to, label, under })),
    ...view.forums.map(({ id, title }) => ({ id, to: placesOf(view.jam.id).forum(id), label: title, under })),
  ])
  usePaletteAnswers((words) =>
    words && !isStranger(view)
      ? [
          {
            id: 'search-here',
            icon: 'search',
            to: searchPath(view.jam.id, words),
            label: say('jams.search.for', { words }),
            under,
          },
        ]
      : [],
  )
  return <Tabs label={view.jam.title} tabs={tabs} />
}

/** The front of a jam that is over leads to its report. */
function ReportIsHere({ view: { jam } }: { view: JamView }) {
  const { path } = useNavigation()
  if ((jam.phase !== 'report' && jam.phase !== 'archive') || path !== jamPath(jam.id)) return null
  return (
    <Note icon="check">
      {sayRich('jams.report-is-here', { report: <Link to={jamPath(jam.id, 'report')}>{say('jams.tab.report')}</Link> })}
    </Note>
  )
}

/** The page about the jam tells its whole course anyway. */
function CourseChange({ view }: { view: JamView }) {
  const { path } = useNavigation()
  return path.endsWith('/about') ? null : <LastChange view={view} isFront={path === jamPath(view.jam.id)} />
}
