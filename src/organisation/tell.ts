import { emit, type Tx } from '../platform/index.ts'
import type { OrganisationEvent } from './events.ts'

/** Appends an event to the hub's topic and, when it is about a person, to theirs. */
export async function tell(
  tx: Tx,
  event: OrganisationEvent,
  given: { hubs?: readonly string[]; about?: string; by?: string | null } = {},
): Promise<void> {
  const topics = [...(given.hubs ?? []).map((id) => `hub:${id}`), ...(given.about ? [`person:${given.about}`] : [])]
  await emit(tx, { ...event, topics, personId: given.by ?? null })
}
