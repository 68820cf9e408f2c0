import { emit, type SequencedEvent, type Tx } from '../platform/index.ts'
import type { ConversationEvent, Gone } from './events.ts'
import {
  countPeople,
  countSteps,
  type ForumStep,
  findCounted,
  recountVenueRows,
  type TakingPart,
  type VenueStep,
} from './store/counts.ts'

type Told = ConversationEvent & Pick<SequencedEvent, 'personId' | 'at'>

const COUNTED = new Set(['contribution.posted', 'reply.posted', 'contribution.voted', 'contribution.changed'])

/** Counts people, contributions, replies and votes of venues and forums. Runs inside the sequencer's transaction, so each
 *  event counts exactly once, and no write of a person waits for a counter. */
export async function countVenues(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
  const told = events.filter(
    ({ type, facts }) => COUNTED.has(type) && (type !== 'contribution.changed' || facts.gone),
  ) as unknown as Told[]
  if (told.length === 0) return
  const venues = new Map<string, VenueStep>()
  const forums = new Map<string, ForumStep>()
  for (const event of told) count(event, venues, forums)
  await countPeople(tx, told.flatMap(takingPart))
  await countSteps(tx, [...venues.values()], [...forums.values()])
  for (const facts of await findCounted(tx, [...venues.keys()])) {
    await emit(tx, { type: 'venue.counted', topics: [`venue:${facts.venueId}`], facts })
  }
}

function count(event: Told, venues: Map<string, VenueStep>, forums: Map<string, ForumStep>): void {
  if (event.type === 'venue.counted' || event.type === 'venue.audience-changed') return
  const { venueId } = event.facts
  const venue = venues.get(venueId) ?? { venueId, contributions: 0, replies: 0, votes: 0 }
  venues.set(venueId, venue)
  if (event.type === 'contribution.voted') venue.votes += event.facts.change
  const stood = stoodBy(event)
  if (!stood) return
  const { forumId, what, by } = stood
  const forum = forums.get(forumId) ?? { forumId, contributions: 0, replies: 0, lastAt: new Date(0) }
  const lastAt = by > 0 && event.at > forum.lastAt ? event.at : forum.lastAt
  forums.set(forumId, { ...forum, lastAt, [what]: forum[what] + by })
  venue[what] += by
}

/** How many more of what stand where. */
function stoodBy(event: Told): (Gone & { readonly by: 1 | -1 }) | undefined {
  if (event.type === 'contribution.posted') return { forumId: event.facts.forumId, what: 'contributions', by: 1 }
  if (event.type === 'reply.posted') return { forumId: event.facts.forumId, what: 'replies', by: 1 }
  if (event.type === 'contribution.changed' && event.facts.gone) return { ...event.facts.gone, by: -1 }
  return undefined
}

function takingPart(event: Told): TakingPart[] {
  if (!event.personId || event.type === 'contribution.changed') return []
  if (event.type === 'contribution.posted' && event.facts.seed) return []
  return [{ venueId: event.facts.venueId, personId: event.personId, wrote: event.type !== 'contribution.voted' }]
}

/** Counts a venue from its rows, where no events told of them: after an import. */
export async function recountVenue(tx: Tx, venueId: string): Promise<void> {
  await recountVenueRows(tx, venueId)
}
