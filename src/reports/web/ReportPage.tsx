import './report.css'
import { useQuery } from '@tanstack/react-query'
import { JamFrame } from '../../jams/web/index.ts'
import {
  Await,
  Empty,
  LinkButton,
  Loading,
  Note,
  type PageProps,
  Section,
  useSearchParam,
} from '../../web-kit/index.ts'
import type { ReportsView } from '../contract.ts'
import { api } from './api.ts'
import { Edition } from './Editions.tsx'
import { letterPath, reviewPath } from './places.ts'
import { say } from './say.ts'

const ASK_AGAIN_MS = 2_000
/** The live draft is made when it is first read. */
const NOT_MADE_YET = { number: 0, kind: 'draft', madeAt: null, hash: null } as const

/** The report of a jam: its editions, each with its address; the way to review for hosts, and to one's own letter. */
export function ReportPage({ params: { jamId } }: PageProps<'jamId'>) {
  // Whoever has just published comes with the number of the edition before, and waits for the next.
  const [after] = useSearchParam('after')
  const isAwaited = (view: ReportsView) =>
    view.making || (after !== undefined && (view.editions[0]?.number ?? 0) <= Number(after))
  const reports = useQuery({
    ...api.answerOf('GET /api/jams/:jamId/reports', { jamId }),
    // As long as an edition is being made the page asks whether it is there.
    refetchInterval: ({ state }) => (state.data && isAwaited(state.data) ? ASK_AGAIN_MS : false),
  })
  return (
    <JamFrame jamId={jamId}>
      {({ may }) => (
        <Await of={reports} loading={<Loading cards={2} />}>
          {(view) => (
            <Reports
              view={{ ...view, making: isAwaited(view) }}
              isSignedIn={may.vote.ok || may.vote.because !== 'venue.sign-in-to-take-part'}
            />
          )}
        </Await>
      )}
    </JamFrame>
  )
}

/** Editions newest first; the live draft stands last and only hosts have it. */
export function Reports({ view, isSignedIn }: { view: ReportsView; isSignedIn: boolean }) {
  const { jamId, editions, making, may } = view
  const published = editions.filter(({ number }) => number > 0)
  const draft = editions.find(({ number }) => number === 0) ?? NOT_MADE_YET
  return (
    <div className="stack stack-wide">
      <p>{say('reports.lead')}</p>
      {making && <Note icon="clock">{say('reports.making')}</Note>}
      {published.length === 0 && !making && (
        <Empty icon="clock" title={say('reports.none.title')}>
          {say('reports.none.text')}
        </Empty>
      )}
      <div className="row">
        {published.length > 0 && may.review.ok && (
          <LinkButton icon="edit" to={reviewPath(jamId)}>
            {say('reports.review')}
          </LinkButton>
        )}
        {published.length > 0 && (
          <LinkButton icon="check" to={`/jams/${jamId}/decisions`}>
            {say('reports.answers')}
          </LinkButton>
        )}
        {published.length > 0 && isSignedIn && (
          <LinkButton icon="mail" to={letterPath(jamId)}>
            {say('reports.letter')}
          </LinkButton>
        )}
      </div>
      {published.length > 0 && (
        <Section title={say('reports.editions')}>
          <div className="stack">
            {published.map((edition, at) => (
              <Edition
                key={edition.number}
                jamId={jamId}
                edition={edition}
                first={at === published.length - 1}
                latest={at === 0}
              />
            ))}
          </div>
        </Section>
      )}
      {may.review.ok && published.length === 0 && !making && (
        <Section title={say('reports.kind.draft')}>
          <Edition jamId={jamId} edition={draft} first latest={published.length === 0} />
        </Section>
      )}
    </div>
  )
}
