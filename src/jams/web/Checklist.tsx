import type { ReactNode } from 'react'
import { Card, Icon } from '../../web-kit/index.ts'
import type { JamView } from '../contract.ts'
import { say } from './say.ts'

/** What is missing before the jam can open, in the server's words; or that all is there. */
export function Checklist({ view, children }: { view: JamView; children?: ReactNode }) {
  const { missing } = view
  return (
    <Card look={missing.length > 0 ? 'attention' : 'raised'} as="section" aria-labelledby="checklist">
      <h2 id="checklist">{say(missing.length > 0 ? 'jams.checklist.missing' : 'jams.checklist.ready')}</h2>
      {missing.length > 0 ? (
        <ul className="checklist plain-list">
          {missing.map(({ key, sentence }) => (
            <li key={key}>
              <Icon name="warning" size={16} />
              {sentence}
            </li>
          ))}
        </ul>
      ) : (
        <p>{say('jams.checklist.ready.text')}</p>
      )}
      {children && <div className="row">{children}</div>}
    </Card>
  )
}
