import type { Actor } from '../kernel/index.ts'
import { type Ctx, mayOf, type Tx } from '../platform/index.ts'
import type { ForumView } from './contract.ts'
import { venueFor } from './find-place.ts'
import { mayContribute, mayReply, mayVote } from './rules/may.ts'
import {
  findForums,
  insertVenue,
  type NewVenue,
  replaceVenueHosts,
  replaceVenueHubs,
  updateVenue,
  type VenueChange,
} from './store/venues.ts'
import { tell } from './tell.ts'

export {
  deleteForum as removeForum,
  deleteVenue as discardVenue,
  findVenueCounts as venueCounts,
  insertForum as addForum,
  saveForumOrder as orderForums,
  updateForum as changeForum,
} from './store/venues.ts'

/** Makes a place for a conversation in a hub: nobody but its first host sees it, it accepts nothing, the hub takes part. */
export async function createVenue(tx: Tx, venue: NewVenue): Promise<void> {
  await insertVenue(tx, venue)
}

/** Changes who reads and takes part in a venue, or what it accepts until when. Streams of those who may no longer read
 *  it are cut. Only what is given changes. The caller has decided that the actor may. */
export async function setVenue(
  tx: Tx,
  change: VenueChange & { hubs?: readonly string[]; hosts?: readonly string[] },
): Promise<void> {
  await updateVenue(tx, change)
  if (change.hubs) await replaceVenueHubs(tx, change.id, change.hubs)
  if (change.hosts) await replaceVenueHosts(tx, change.id, change.hosts)
  const narrowing = change.hubs || change.hosts || change.guests === false || change.lobby || change.visible === false
  if (!narrowing) return
  await tell(tx, { type: 'venue.audience-changed', facts: { venueId: change.id } }, { venueId: change.id })
}

/** The forums of a venue with what the actor may do in each. */
export async function forumsFor(ctx: Ctx<Actor>, venueId: string): Promise<ForumView[]> {
  const venue = await venueFor(ctx, venueId)
  const contribute = mayOf(ctx, mayContribute(ctx.actor, venue, ctx.now))
  const forums = await findForums(ctx.tx, venueId)
  return forums.map((forum) => ({ ...forum, may: { contribute } }))
}

/** What the actor may do in a venue now, with reasons. */
export async function mayInVenue(ctx: Ctx<Actor>, venueId: string) {
  const venue = await venueFor(ctx, venueId)
  return {
    contribute: mayOf(ctx, mayContribute(ctx.actor, venue, ctx.now)),
    reply: mayOf(ctx, mayReply(ctx.actor, venue, ctx.now)),
    vote: mayOf(ctx, mayVote(ctx.actor, venue, ctx.now)),
  }
}
