import { emit, type Tx } from '../platform/index.ts'
import type { ConversationEvent } from './events.ts'

/** Where it happened; `by`: who did it, absent when a clock did. */
type Place = { venueId: string; forumId?: string; threadId?: string; by?: string }

export type Told = { readonly event: ConversationEvent; readonly place: Place }

/** Appends events of conversation under the topics of their places. */
export async function tellAll(tx: Tx, told: readonly Told[]): Promise<void> {
  await emit(tx, ...told.map(eventOf))
}

/** The same for one. */
export async function tell(tx: Tx, event: ConversationEvent, place: Place): Promise<void> {
  await tellAll(tx, [{ event, place }])
}

function eventOf({ event, place }: Told) {
  const topics = [`venue:${place.venueId}`]
  if (place.forumId) topics.push(`forum:${place.forumId}`)
  if (place.threadId) topics.push(`thread:${place.threadId}`)
  return { type: event.type, topics, facts: event.facts, personId: place.by ?? null }
}
