import { emit, type Tx } from '../platform/index.ts'
import type { JamEvent } from './events.ts'

/** Appends an event of a jam under the topic of its venue. `personId`: who acted; null for the clock. */
export async function tell(tx: Tx, event: JamEvent, personId: string | null): Promise<void> {
  await emit(tx, { type: event.type, topics: [`venue:${event.facts.jamId}`], facts: event.facts, personId })
}
