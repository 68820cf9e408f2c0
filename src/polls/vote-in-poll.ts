import { ensure, LEAST_PEOPLE, Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { NameBallot } from '../rating/index.ts'
import type { PollKind } from './contract.ts'
import { addPeople, holdPoll, saveChoices, takeBallots } from './store/polls.ts'
import { tell } from './tell.ts'
import { pollFor } from './view-polls.ts'

export type VoteInPoll = { readonly pollId: string; readonly choices: readonly number[] }

/** Keeps what one person chooses, in place of what she chose before; no choice takes her vote back. Held against the end:
 *  a vote is in before the poll is counted, or it is told that it comes too late. */
export function voterOf(nameBallot: NameBallot) {
  return async (ctx: Ctx, { pollId, choices }: VoteInPoll): Promise<string> => {
    const { tx, actor } = ctx
    await holdPoll(tx, pollId)
    const { poll, may } = await pollFor(ctx, pollId)
    ensure(may.vote)
    if (poll.salt === null) throw new Refusal('polls.over')
    checkChoices(poll, choices)
    const name = nameBallot(poll.salt, actor.personId)
    await takeBallots(tx, [name])
    const more = await saveChoices(tx, { pollId, name, choices })
    if (more === 0) return pollId
    const people = await addPeople(tx, pollId, more)
    // Told of each, one to four would be counted by whoever listens.
    if (people < LEAST_PEOPLE) return pollId
    await tell(tx, { type: 'poll.voted', facts: { venueId: poll.venueId, id: pollId, people } }, null)
    return pollId
  }
}

function checkChoices(poll: { kind: PollKind; options: readonly string[] }, choices: readonly number[]): void {
  if (choices.some((choice) => choice >= poll.options.length))
    throw new Refusal('polls.no-such-option', { status: 422 })
  if (poll.kind === 'single' && choices.length > 1) throw new Refusal('polls.one-option', { status: 422 })
}
