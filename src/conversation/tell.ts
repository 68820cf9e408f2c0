import { emit, type Tx } from '../platform/index.ts'
import type { ConversationEvent } from './events.ts'

type Place = { venueId: string; forumId?: string; threadId?: string }

/** Appends an event of conversation under the topics of its place. */
export async function tell(
  tx: Tx,
  event: ConversationEvent,
  place: Place,
  personId: string | null = null,
): Promise<void> {
  const topics = [`venue:${place.venueId}`]
  if (place.forumId) topics.push(`forum:${place.forumId}`)
  if (place.threadId) topics.push(`thread:${place.threadId}`)
  await emit(tx, { type: event.type, topics, facts: event.facts, personId })
}
