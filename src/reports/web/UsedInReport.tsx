import './report.css'
import { Icon, Link } from '../../web-kit/index.ts'
import type { Use, UsesView } from '../contract.ts'
import { api } from './api.ts'
import { editionPath } from './places.ts'
import { say } from './say.ts'

/** Beside a thread: where the latest edition of the report uses its contribution and its replies; nothing where it uses none,
 *  and nothing while that is not known. */
export function UsedInReport({ contributionId }: { contributionId: string }) {
  const { data } = api.useAnswer('GET /api/contributions/:contributionId/uses', { contributionId })
  return data ? <Uses view={data} threadId={contributionId} /> : null
}

/** The links into the report, the contribution's own first. */
export function Uses({ view, threadId }: { view: UsesView; threadId: string }) {
  const { jamId, number, uses, replies } = view
  if (number === null || uses.length + replies.length === 0) return null
  const report = editionPath(jamId, number)
  return (
    <aside className="card" aria-label={say('reports.used')}>
      <p className="report-used">
        <Icon name="check" size={16} /> {say('reports.used')}
      </p>
      <ul className="plain-list">
        {uses.length > 0 && (
          <li>
            {say('reports.used.this')} <Places uses={uses} report={report} />
          </li>
        )}
        {replies.map((used) => (
          <li key={used.id}>
            <Link to={`/jams/${jamId}/threads/${threadId}?at=${used.id}`}>
              {say('reports.used.reply', { number: used.reply })}
            </Link>{' '}
            <Places uses={used.uses} report={report} />
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** A report is a page of its own: its places are opened as such. */
function Places({ uses, report }: { uses: readonly Use[]; report: string }) {
  return uses.map((use, at) => (
    <span key={`${use.chapter} ${use.theme?.id}`}>
      {at > 0 && ', '}
      <a href={`${report}#${anchorOf(use)}`}>
        {use.theme?.name
          ? say(`reports.used.${use.chapter}.of`, { theme: use.theme.name })
          : say(`reports.used.${use.chapter}`)}
      </a>
    </span>
  ))
}

/** Chapters as they are numbered in a report; see rules/render. */
const CHAPTERS = { themes: 3, opinions: 5, voices: 6 } as const

const anchorOf = ({ chapter, theme }: Use): string =>
  chapter === 'themes' && theme ? `t-${theme.id}` : `c${CHAPTERS[chapter]}`
