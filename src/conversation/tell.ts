import { emit, type Tx } from '../platform/index.ts'
import type { ConversationEvent } from './events.ts'

/** Where it happened; `by`: who did it, absent when a clock did. */
type Place = { venueId: string; forumId?: string; threadId?: string; by?: string }

/** Appends an event of conversation under the topics of its place. */
export async function tell(tx: Tx, event: ConversationEvent, place: Place): Promise<void> {
  const topics = [`venue:${place.venueId}`]
  if (place.forumId) topics.push(`forum:${place.forumId}`)
  if (place.threadId) topics.push(`thread:${place.threadId}`)
  await emit(tx, { type: event.type, topics, facts: event.facts, personId: place.by ?? null })
}
