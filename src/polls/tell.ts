import { emit, type Tx } from '../platform/index.ts'
import type { PollsEvent } from './events.ts'

/** Appends an event under the topic of its venue. `personId`: the host who acted; null for the clock and for votes, which
 *  are nobody's. */
export async function tell(tx: Tx, event: PollsEvent, personId: string | null): Promise<void> {
  await emit(tx, { type: event.type, topics: [`venue:${event.facts.venueId}`], facts: event.facts, personId })
}
