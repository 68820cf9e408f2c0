import { Card, Day, Facts, Link, Time } from '../../web-kit/index.ts'
import type { PromiseLine } from '../contract.ts'
import { promisePath } from './places.ts'
import { StateBadge } from './StateBadge.tsx'
import { say, sayRich } from './say.ts'

/** What was promised, in words: the theme or idea, or the jam's own card. */
export const nameOfPromise = ({ name, jam }: PromiseLine): string => name ?? say('promises.card', { jam: jam.title })

/** Promises in their order, each with who keeps it, by when, and what was said last. */
export function PromiseList({
  promises,
  heading: Heading = 'h2',
}: {
  promises: readonly PromiseLine[]
  heading?: 'h2' | 'h3'
}) {
  return (
    <ul className="plain-list stack">
      {promises.map((promise) => (
        <Card key={promise.id} as="li">
          <div className="stack stack-tight">
            <div className="matter-head">
              <Heading className="promise-name">
                <Link to={promisePath(promise.id)}>{nameOfPromise(promise)}</Link>
              </Heading>
              <StateBadge state={promise.state} />
            </div>
            <PromiseFacts promise={promise} />
            {promise.told && (
              <p className="reading">
                {promise.told.reason} <span className="quiet-text">{<Time at={promise.told.at} />}</span>
              </p>
            )}
          </div>
        </Card>
      ))}
    </ul>
  )
}

/** Of which jam, kept by whom, due when. */
export function PromiseFacts({ promise }: { promise: PromiseLine }) {
  const keeper = promise.owner?.name ?? say('promises.deciders')
  return (
    <Facts>
      <Link to={`/jams/${promise.jam.id}`}>{promise.jam.title}</Link>
      <span>{say('promises.kept-by', { name: keeper })}</span>
      <span>{sayRich('promises.due', { day: <Day date={promise.due} /> })}</span>
    </Facts>
  )
}
