import { emit, type Tx } from '../platform/index.ts'
import type { PromisesEvent } from './events.ts'

/** Appends an event under the topic of its jam. `personId`: who acted; null for the clock. */
export async function tell(tx: Tx, event: PromisesEvent, personId: string | null): Promise<void> {
  await emit(tx, { type: event.type, topics: [`venue:${event.facts.jamId}`], facts: event.facts, personId })
}
