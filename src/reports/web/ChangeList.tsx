import type { ReactNode } from 'react'
import { say } from './say.ts'

type Change = {
  readonly key: string
  readonly theme: string
  readonly head: ReactNode
  readonly from: string
  readonly to: string
}

/** Changes one below the other: of which theme, what, and the words before and after. Reads on a phone as at a desk. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="plain-list report-changes">
      {changes.map(({ key, theme, head, from, to }) => (
        <li key={key}>
          <p>
            <b>{theme}</b> <span className="quiet-text">· {head}</span>
          </p>
          {from !== '' && (
            <p>
              <span className="quiet-text">{say('reports.change.from')}</span> <del>{from}</del>
            </p>
          )}
          {to !== '' && (
            <p>
              <span className="quiet-text">{say('reports.change.to')}</span> <ins>{to}</ins>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
