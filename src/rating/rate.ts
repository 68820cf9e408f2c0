import { mayVote, venueFor, venueStatement } from '../conversation/index.ts'
import { type Actor, type Decision, ensure, notFound, Refusal, refused } from '../kernel/index.ts'
import { type Ctx, mayOf, type Statement, type Written } from '../platform/index.ts'
import type { BallotIdea, BallotView, RatingState } from './contract.ts'
import type { NameBallot } from './name-ballot.ts'
import type { Dealer } from './open-dealer.ts'
import { ballotLength } from './rules/deal-hand.ts'
import {
  type Box,
  boxStatement,
  findBallotIdeasFor,
  findBoxFor,
  findOwnHand,
  findOwnRatings,
  holdOwnBallot,
  type Own,
  saveHand,
  saveRating,
  takeBallot,
} from './store/ballots.ts'

type Jam = { readonly jamId: string }

/** Where the rating of a jam stands, by the clock: it is over at its end even when the phase has not moved yet. */
export function stateOf(box: Box, now: Date): RatingState {
  if (box.counted) return 'counted'
  if (box.phase === 'prepare' || box.phase === 'discuss') return 'before'
  if (box.phase !== 'rate' || (box.closesAt && now >= box.closesAt)) return box.ideas === null ? 'before' : 'counting'
  return box.ideas === null ? 'making' : 'open'
}

/** Travels with the opening of a request about a ballot. */
export const aheadOfBallot = ({ jamId }: Jam): Statement[] => [boxStatement(jamId), venueStatement(jamId)]

/** The box of a jam that the actor may see, and whether she may rate now. */
async function boxFor(ctx: Ctx<Actor>, { jamId }: Jam): Promise<Standing> {
  const box = await findBoxFor(ctx.tx, ctx.actor, jamId)
  if (!box) throw notFound()
  const venue = await venueFor(ctx, jamId)
  const state = stateOf(box, ctx.now)
  return { jamId, box, state, may: state === 'open' ? mayVote(ctx.actor, venue, ctx.now) : refused(`rating.${state}`) }
}

type Standing = Jam & { readonly box: Box; readonly state: RatingState; readonly may: Decision }
/** What one's own ballot holds: answers, and what was dealt and waits for one. */
type Held = { readonly own: readonly Own[]; readonly hand: readonly BallotIdea[] }
const NOTHING: Held = { own: [], hand: [] }

export type Balloting = {
  /** What nobody but this server can do. */
  readonly nameBallot: NameBallot
  readonly dealer: Dealer
}

/** Everything about one's own ballot. */
export function ballotsOf({ nameBallot, dealer }: Balloting) {
  /** The next ideas, kept as dealt; none once the ballot is full. */
  async function dealTo(ctx: Ctx, { jamId, box }: Standing, own: readonly Own[]): Promise<BallotIdea[]> {
    const had = new Set(own.map(({ ideaId }) => ideaId))
    const length = ballotLength(box.ideas ?? 0)
    const isFull = had.size >= length
    const hand = isFull ? [] : await dealer.deal(jamId, { hubId: ctx.actor.homeHubId, had, at: had.size, length })
    saveHand(ctx.tx, jamId, hand)
    return findBallotIdeasFor(ctx.tx, ctx.actor, hand)
  }

  /** From here on the transaction sees the asker's own ballot; without a salt there is none (any more). Not waited for:
   *  what is asked next comes after it. */
  function take(ctx: Ctx, { salt }: Box): boolean {
    if (salt) takeBallot(ctx.tx, nameBallot(salt, ctx.actor.personId))
    return salt !== null
  }

  async function held(ctx: Ctx, jam: Jam): Promise<{ standing: Standing } & Held> {
    const standing = await boxFor(ctx, jam)
    ensure(standing.may)
    take(ctx, standing.box)
    return { standing, ...(await holdOwnBallot(ctx.tx, jam.jamId)) }
  }

  async function viewBallot(ctx: Ctx, jam: Jam): Promise<BallotView> {
    const standing = await boxFor(ctx, jam)
    if (!take(ctx, standing.box)) return viewOf(ctx, standing, NOTHING)
    const [own, hand] = await Promise.all([findOwnRatings(ctx.tx, jam.jamId), findOwnHand(ctx.tx, jam.jamId)])
    return viewOf(ctx, standing, { own, hand })
  }

  async function viewRated(ctx: Ctx, jam: Jam) {
    const { box, state } = await boxFor(ctx, jam)
    const own = take(ctx, box) && state === 'open' ? await findOwnRatings(ctx.tx, jam.jamId) : []
    const ids = own.map(({ ideaId }) => ideaId)
    const ideas = await findBallotIdeasFor(ctx.tx, ctx.actor, ids)
    const ratings = new Map(own.map(({ ideaId, rating }) => [ideaId, rating]))
    return { rated: ideas.map((idea) => ({ idea, rating: ratings.get(idea.id) ?? null })) }
  }

  /** Deals the first ideas, or the next ones where the hand was given back. */
  async function beginBallot(ctx: Ctx, jam: Jam): Promise<Written<BallotView>> {
    const { standing, own, hand } = await held(ctx, jam)
    return shown(ctx, standing, { own, hand: hand.length > 0 ? hand : await dealTo(ctx, standing, own) })
  }

  /** Keeps an answer, in place of an earlier one of the same person. What was never dealt to her is not hers to rate. */
  async function rate(ctx: Ctx, input: Jam & Own): Promise<Written<BallotView>> {
    const { standing, own, hand } = await held(ctx, input)
    const { jamId, ideaId, rating } = input
    const others = own.filter((each) => each.ideaId !== ideaId)
    if (!hand.some(({ id }) => id === ideaId) && others.length === own.length)
      throw new Refusal('rating.not-dealt', { status: 422 })
    saveRating(ctx.tx, jamId, { ideaId, rating })
    ctx.tx.afterCommit(() => dealer.hearRating(jamId))
    const answered = [...others, { ideaId, rating }]
    const left = hand.filter(({ id }) => id !== ideaId)
    if (left.length === hand.length) return shown(ctx, standing, { own: answered, hand })
    const leftIds = left.map(({ id }) => id)
    if (left.length > 0) saveHand(ctx.tx, jamId, leftIds)
    return shown(ctx, standing, { own: answered, hand: left.length > 0 ? left : await dealTo(ctx, standing, answered) })
  }

  return { viewBallot, viewRated, beginBallot, rate }
}

function shown(ctx: Ctx, standing: Standing, held: Held): Written<BallotView> {
  return { reference: standing.jamId, answer: Promise.resolve(viewOf(ctx, standing, held)) }
}

function viewOf(ctx: Ctx, { jamId, box, state, may }: Standing, { own, hand }: Held): BallotView {
  const ideas = box.ideas ?? 0
  return {
    ...{ jamId, state, ideas, length: ballotLength(ideas), answered: own.length },
    skipped: own.filter(({ rating }) => rating === null).length,
    hand: state === 'open' ? [...hand] : [],
    until: box.closesAt?.toISOString() ?? null,
    may: { rate: mayOf(ctx, may) },
  }
}
