import { emit, type Tx } from '../platform/ground.ts'
import type { ThemesEvent } from './events.ts'

/** Appends an event of themes under the topic of its venue. `personId`: the host who shaped; null for the machine. */
export async function tell(tx: Tx, event: ThemesEvent, personId: string | null = null): Promise<void> {
  await emit(tx, { type: event.type, topics: [`venue:${event.facts.venueId}`], facts: event.facts, personId })
}
