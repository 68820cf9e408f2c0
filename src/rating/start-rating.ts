import { consumeEvents, type Database, type EventTail, type SequencedEvent, type Tx } from '../platform/index.ts'
import { makeBallot } from './count-rating.ts'
import { enqueueCounting } from './enqueue-counting.ts'
import { dropUnsourced, findBallotsOf } from './store/counting.ts'

export type StartRating = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

/** Hears that rating begins and ends, and that words are taken back or not given: an idea without a source is rated no
 *  more. */
export function startRating({ database, tail, onError }: StartRating): { stop(): Promise<void> } {
  return consumeEvents({ ...{ database, tail, onError, name: 'rating', hears: HEARD }, handle })
}

const HEARD = ['jam.moved', 'contribution.changed', 'ideas.changed']

async function handle(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
  const moved = events.filter(({ type }) => type === 'jam.moved')
  for (const { facts } of moved) {
    const jamId = String(facts.jamId)
    if (facts.phase === 'rate') await makeBallot(tx, jamId)
    if (facts.phase === 'report' || facts.phase === 'archive') await enqueueCounting(tx, jamId)
  }
  const changed = events.filter(({ type }) => type === 'contribution.changed').map(({ facts }) => String(facts.id))
  const answered = events.filter(({ type }) => type === 'ideas.changed').map(({ facts }) => String(facts.jamId))
  const lost = changed.length > 0 ? await findBallotsOf(tx, [...new Set(changed)]) : []
  for (const jamId of new Set([...answered, ...lost])) await dropUnsourced(tx, jamId)
}
