import { emit, type Tx } from '../platform/index.ts'
import type { FoldsEvent } from './events.ts'

/** Appends an event of folds under the topic of its venue. */
export async function tell(tx: Tx, event: FoldsEvent): Promise<void> {
  await emit(tx, { type: event.type, topics: [`venue:${event.facts.venueId}`], facts: event.facts })
}
