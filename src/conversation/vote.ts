import { ensure, Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { VoteValue } from './contract.ts'
import { contributionFor } from './find-place.ts'
import { mayVote } from './rules/may.ts'
import { findVote, saveFavourite, saveVote } from './store/writing.ts'
import { tell } from './tell.ts'

export type Vote = { contributionId: string; value: VoteValue | null }

/** Gives, changes or takes back the one vote of a person on a contribution. The same vote again changes nothing. */
export async function vote(ctx: Ctx, input: Vote): Promise<string> {
  const { contribution, venue } = await contributionFor(ctx, input.contributionId, 'hold')
  ensure(mayVote(ctx.actor, venue, ctx.now))
  if (contribution.retractedAt) throw new Refusal('contribution.retracted', { status: 409 })
  const { personId } = ctx.actor
  const old = await findVote(ctx.tx, contribution.id, personId)
  if (old === input.value) return contribution.id
  const { id, venueId, forumId, threadId } = contribution
  const now = await saveVote(ctx.tx, { contributionId: id, venueId, personId, old, value: input.value })
  const facts = { id, venueId, ...now, change: Number(input.value !== null) - Number(old !== null) }
  await tell(ctx.tx, { type: 'contribution.voted', facts }, { venueId, forumId, threadId, by: personId })
  return id
}

/** Keeps a contribution among one's favourites, or no longer. Nobody else sees it. */
export async function keepFavourite(ctx: Ctx, input: { contributionId: string; favourite: boolean }): Promise<string> {
  const { contribution } = await contributionFor(ctx, input.contributionId)
  const { personId } = ctx.actor
  const { id: contributionId, venueId } = contribution
  await saveFavourite(ctx.tx, { personId, contributionId, venueId, favourite: input.favourite })
  return contributionId
}
