import { mayVote, venueFor } from '../conversation/index.ts'
import { type Actor, LEAST_PEOPLE, notFound, refused } from '../kernel/index.ts'
import { type Ctx, currentCursor, mayOf } from '../platform/index.ts'
import type { NameBallot } from '../rating/index.ts'
import type { PollsView, PollView } from './contract.ts'
import { mayAsk, mayEnd, stateOf } from './rules/may.ts'
import { findOwnChoices, findPollFor, findPollsFor, type PollRow, takeBallots } from './store/polls.ts'

/** A poll of a venue that the actor may see, and that venue. */
export async function pollFor(ctx: Ctx<Actor>, pollId: string) {
  const poll = await findPollFor(ctx.tx, ctx.actor, pollId)
  if (!poll) throw notFound()
  const venue = await venueFor(ctx, poll.venueId)
  const state = stateOf(poll, venue, ctx.now)
  const vote = state === 'open' ? mayVote(ctx.actor, venue, ctx.now) : refused('polls.over')
  return { poll, venue, state, may: { vote, end: mayEnd(ctx.actor, venue, state) } }
}

/** What is shown of polls. `nameBallot`: what nobody but this server can do. */
export function viewsOf(nameBallot: NameBallot) {
  async function viewPolls(ctx: Ctx<Actor>, { venueId, at }: { venueId: string; at?: string }): Promise<PollsView> {
    const venue = await venueFor(ctx, venueId)
    const cursor = await currentCursor(ctx.tx)
    const rows = await findPollsFor(ctx.tx, ctx.actor, { venueId, at: at ?? null })
    const mine = await ownChoices(ctx, rows)
    const polls = rows.map((poll): PollView => {
      const state = stateOf(poll, venue, ctx.now)
      const vote = state === 'open' ? mayVote(ctx.actor, venue, ctx.now) : refused('polls.over')
      return viewOf(poll, {
        ...{ state, mine: mine.get(poll.id) ?? [] },
        may: { vote: mayOf(ctx, vote), end: mayOf(ctx, mayEnd(ctx.actor, venue, state)) },
      })
    })
    return { polls, cursor, may: { ask: mayOf(ctx, mayAsk(ctx.actor, venue, ctx.now)) } }
  }

  async function viewPoll(ctx: Ctx<Actor>, { pollId }: { pollId: string }): Promise<PollView> {
    const { poll, state, may } = await pollFor(ctx, pollId)
    const mine = await ownChoices(ctx, [poll])
    return viewOf(poll, {
      ...{ state, mine: mine.get(pollId) ?? [] },
      may: { vote: mayOf(ctx, may.vote), end: mayOf(ctx, may.end) },
    })
  }

  /** Only the asker's ballots are named, and only here and in a vote of hers. */
  async function ownChoices({ tx, actor }: Ctx<Actor>, polls: readonly PollRow[]): Promise<Map<string, number[]>> {
    const { personId } = actor
    const open = polls.flatMap(({ id, salt }) => (salt ? [{ id, salt }] : []))
    if (personId === null || open.length === 0) return new Map()
    await takeBallots(
      tx,
      open.map(({ salt }) => nameBallot(salt, personId)),
    )
    return findOwnChoices(
      tx,
      open.map(({ id }) => id),
    )
  }

  return { viewPolls, viewPoll }
}

type Own = Pick<PollView, 'state' | 'mine' | 'may'>

function viewOf({ salt: _salt, counted: _counted, ...poll }: PollRow, own: Own): PollView {
  const told = own.state === 'ended' ? poll.result : null
  return {
    ...poll,
    ...own,
    endsAt: poll.endsAt?.toISOString() ?? null,
    endedAt: poll.endedAt?.toISOString() ?? null,
    people: poll.people >= LEAST_PEOPLE ? poll.people : null,
    result: told,
  }
}
