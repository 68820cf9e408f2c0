import { consumeEvents, type Database, type EventTail, type SequencedEvent, type Tx } from '../platform/index.ts'
import { saveActed } from './store.ts'

export type StartReading = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

const HEARD = ['contribution.voted', 'reply.posted']

/** Counts who voted or replied among those who have read, a moment after they did. */
export function startReading({ database, tail, onError }: StartReading): { stop(): Promise<void> } {
  return consumeEvents({ database, tail, name: 'reading', hears: HEARD, handle: hear, onError })
}

async function hear(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
  const concerned = events.map(({ type, facts }) => String(type === 'reply.posted' ? facts.parentId : facts.id))
  await saveActed(tx, [...new Set(concerned)])
}
