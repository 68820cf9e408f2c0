import { Empty, LinkButton, Note, Section, Time } from '../../web-kit/index.ts'
import type { DecisionsView } from '../contract.ts'
import { Deciders } from './Deciders.tsx'
import { Matter } from './Matter.tsx'
import { ledgerPath } from './places.ts'
import { say, sayRich } from './say.ts'

type Props = {
  readonly view: DecisionsView
  /** Who looks; undefined for somebody who is not signed in. */
  readonly me: string | undefined
  readonly onChanged: (view: DecisionsView) => void
}

/** Who decides, and every answer in the order of the report. */
export function Decisions({ view, me, onChanged }: Props) {
  const { matters, answered, waiting, answeredAt } = view
  return (
    <div className="stack stack-wide">
      <p>{say('decisions.lead')}</p>
      {answeredAt && (
        <Note icon="check">{sayRich('decisions.complete', { time: <Time at={answeredAt} as="absolute" /> })}</Note>
      )}
      <div className="row">
        {matters.length > 0 && <span>{say('decisions.count', { answered, all: answered + waiting })}</span>}
        <LinkButton icon="promise" to={ledgerPath(view.jamId)}>
          {say('promises.of-jam')}
        </LinkButton>
      </div>
      <Deciders view={view} onChanged={onChanged} />
      <Section title={say('decisions.title')}>
        {matters.length === 0 ? (
          <Empty icon="clock" title={say('decisions.none.title')}>
            {say('decisions.none.text')}
          </Empty>
        ) : (
          <div className="stack">
            {matters.map((matter) => (
              <Matter key={matter.id} matter={matter} may={view.may} me={me} onChanged={onChanged} />
            ))}
          </div>
        )}
      </Section>
    </div>
  )
}
