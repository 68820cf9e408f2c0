import { ensure } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { enqueueCounting } from './jobs.ts'
import { holdPoll, saveEnd } from './store/polls.ts'
import { tell } from './tell.ts'
import { pollFor } from './view-polls.ts'

/** Ends a poll now: it is counted at once. A withdrawn one is shown no more, and nobody's vote is counted. Gives its venue. */
export async function endPoll(ctx: Ctx, input: { pollId: string; withdraw: boolean }): Promise<string> {
  await holdPoll(ctx.tx, input.pollId)
  const { poll, may } = await pollFor(ctx, input.pollId)
  ensure(may.end)
  await saveEnd(ctx.tx, poll.id, input.withdraw ? 'withdrawn' : 'host')
  await enqueueCounting(ctx.tx, poll.id)
  const facts = { venueId: poll.venueId, id: poll.id }
  await tell(ctx.tx, { type: 'poll.changed', facts }, ctx.actor.personId)
  return poll.venueId
}
