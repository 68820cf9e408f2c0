import type { Actor } from '../kernel/index.ts'
import { notFound } from '../kernel/index.ts'
import type { Ctx, Statement } from '../platform/index.ts'
import type { Venue } from './rules/may.ts'
import { type ContributionRow, findContributionFor, holdContributionFor } from './store/contributions.ts'
import { findForumVenueFor, findVenueFor, forumVenueStatement } from './store/venues.ts'

/** Travels with the opening of a request that begins with `forumVenue`. */
export const aheadOfForum = (forumId: string): Statement[] => [forumVenueStatement(forumId)]

/** The venue of a forum; what is absent and what may not be seen are both "not found". */
export async function forumVenue(
  ctx: Pick<Ctx<Actor>, 'tx' | 'actor'>,
  forumId: string,
): Promise<{ venue: Venue; title: string }> {
  const found = await findForumVenueFor(ctx.tx, ctx.actor, forumId)
  if (!found) throw notFound()
  return found
}

/** A venue that the actor may see; what is absent and what may not be seen are both "not found". */
export async function venueFor(ctx: Pick<Ctx<Actor>, 'tx' | 'actor'>, venueId: string): Promise<Venue> {
  const venue = await findVenueFor(ctx.tx, ctx.actor, venueId)
  if (!venue) throw notFound()
  return venue
}

/** A contribution with the venue it stands in. */
export type Found = { contribution: ContributionRow; venue: Venue }

/** A contribution with its venue. `hold` keeps others from changing it until this transaction ends. */
export async function contributionFor(ctx: Ctx<Actor>, id: string, hold: 'hold' | 'look' = 'look'): Promise<Found> {
  const find = hold === 'hold' ? holdContributionFor : findContributionFor
  const contribution = await find(ctx.tx, ctx.actor, id)
  if (!contribution) throw notFound()
  return { contribution, venue: await venueFor(ctx, contribution.venueId) }
}
