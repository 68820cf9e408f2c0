import { consumeEvents, type Database, type EventTail, type SequencedEvent, type Tx } from '../platform/index.ts'
import { saveActed } from './store.ts'

export type StartReading = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

/** Counts who voted or replied among those who have read, a moment after they did. */
export function startReading({ database, tail, onError }: StartReading): { stop(): Promise<void> } {
  return consumeEvents({ database, tail, name: 'reading', handle: hear, onError })
}

async function hear(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
  const concerned = events.flatMap(({ type, facts }) => {
    if (type === 'contribution.voted') return String(facts.id)
    return type === 'reply.posted' ? String(facts.parentId) : []
  })
  if (concerned.length > 0) await saveActed(tx, { contributionIds: [...new Set(concerned)] })
}
