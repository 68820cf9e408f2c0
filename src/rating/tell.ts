import { emit, type Tx } from '../platform/index.ts'
import type { RatingEvent } from './events.ts'

/** Appends an event under the topic of the jam's venue. `personId`: who acted; null for the clock. */
export async function tell(tx: Tx, event: RatingEvent, personId: string | null): Promise<void> {
  await emit(tx, { type: event.type, topics: [`venue:${event.facts.jamId}`], facts: event.facts, personId })
}
