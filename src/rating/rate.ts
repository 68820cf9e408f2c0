import { randomInt } from 'node:crypto'
import { mayInVenue } from '../conversation/index.ts'
import { type Actor, notFound, Refusal } from '../kernel/index.ts'
import type { Ctx, Written } from '../platform/index.ts'
import type { BallotView, Rating, RatingState } from './contract.ts'
import type { NameBallot } from './name-ballot.ts'
import { ballotLength, dealHand, placeOf } from './rules/deal-hand.ts'
import {
  type Box,
  findBallotIdeasFor,
  findBoxFor,
  findOwnHand,
  findOwnRatings,
  holdExposures,
  holdOwnHand,
  saveExposures,
  saveHand,
  saveRating,
  takeBallot,
} from './store/ballots.ts'

type Jam = { readonly jamId: string }
type May = BallotView['may']['rate']

/** Where the rating of a jam stands, by the clock: it is over at its end even when the phase has not moved yet. */
export function stateOf(box: Box, now: Date): RatingState {
  if (box.counted) return 'counted'
  if (box.phase === 'prepare' || box.phase === 'discuss') return 'before'
  if (box.phase !== 'rate' || (box.closesAt && now >= box.closesAt)) return box.ideas === null ? 'before' : 'counting'
  return box.ideas === null ? 'making' : 'open'
}

/** The box of a jam that the actor may see, and whether she may rate now. */
async function boxFor(ctx: Ctx<Actor>, { jamId }: Jam): Promise<Standing> {
  const [box, venue] = await Promise.all([findBoxFor(ctx.tx, ctx.actor, jamId), mayInVenue(ctx, jamId)])
  if (!box) throw notFound()
  const state = stateOf(box, ctx.now)
  if (state === 'open') return { jamId, box, state, may: venue.vote }
  const because = `rating.${state}`
  return { jamId, box, state, may: { ok: false, because, sentence: ctx.say(because) } }
}

type Standing = Jam & { readonly box: Box; readonly state: RatingState; readonly may: May }

/** Everything about one's own ballot. `nameBallot` is what nobody but this server can do. */
export function ballotsOf(nameBallot: NameBallot) {
  /** From here on the transaction sees the asker's own ballot; without a salt there is none (any more). Not waited for:
   *  what is asked next comes after it. */
  function take(ctx: Ctx, { salt }: Box): boolean {
    if (salt) takeBallot(ctx.tx, nameBallot(salt, ctx.actor.personId))
    return salt !== null
  }

  async function held(ctx: Ctx, jam: Jam): Promise<{ standing: Standing; hand: string[] }> {
    const standing = await boxFor(ctx, jam)
    if (!standing.may.ok) throw new Refusal(standing.may.because)
    take(ctx, standing.box)
    return { standing, hand: await holdOwnHand(ctx.tx, jam.jamId) }
  }

  async function viewBallot(ctx: Ctx, jam: Jam): Promise<BallotView> {
    const standing = await boxFor(ctx, jam)
    return viewOf(ctx, standing, take(ctx, standing.box))
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
    const { standing, hand } = await held(ctx, jam)
    if (hand.length === 0) await dealTo(ctx, standing)
    return { reference: jam.jamId, answer: Promise.resolve(await viewOf(ctx, standing, true)) }
  }

  /** Keeps an answer, in place of an earlier one of the same person. What was never dealt to her is not hers to rate. */
  async function rate(ctx: Ctx, input: Jam & { ideaId: string; rating: Rating | null }): Promise<Written<BallotView>> {
    const { standing, hand } = await held(ctx, input)
    const { jamId, ideaId, rating } = input
    const isNext = hand.includes(ideaId)
    if (!isNext && !(await findOwnRatings(ctx.tx, jamId)).some((own) => own.ideaId === ideaId))
      throw new Refusal('rating.not-dealt', { status: 422 })
    saveRating(ctx.tx, jamId, { ideaId, rating })
    const left = hand.filter((id) => id !== ideaId)
    if (isNext && left.length > 0) saveHand(ctx.tx, jamId, left)
    if (isNext && left.length === 0) await dealTo(ctx, standing)
    return { reference: jamId, answer: Promise.resolve(await viewOf(ctx, standing, true)) }
  }

  return { viewBallot, viewRated, beginBallot, rate }
}

async function viewOf(ctx: Ctx, { jamId, box, state, may }: Standing, isMine: boolean): Promise<BallotView> {
  const [own, hand] = isMine ? await Promise.all([findOwnRatings(ctx.tx, jamId), findOwnHand(ctx.tx, jamId)]) : [[], []]
  const ideas = box.ideas ?? 0
  return {
    ...{ jamId, state, ideas, length: ballotLength(ideas), answered: own.length },
    skipped: own.filter(({ rating }) => rating === null).length,
    hand: await findBallotIdeasFor(ctx.tx, ctx.actor, state === 'open' ? hand : []),
    until: box.closesAt?.toISOString() ?? null,
    may: { rate: may },
  }
}

async function dealTo(ctx: Ctx, { jamId, box }: Standing): Promise<void> {
  const had = new Set((await findOwnRatings(ctx.tx, jamId)).map(({ ideaId }) => ideaId))
  const [at, length] = [had.size, ballotLength(box.ideas ?? 0)]
  if (at >= length) return saveHand(ctx.tx, jamId, [])
  const hubId = ctx.actor.homeHubId
  const exposures = await holdExposures(ctx.tx, jamId, hubId)
  const hand = dealHand(exposures, { had, at, length, random: () => randomInt(2 ** 32) / 2 ** 32 })
  const places = hand.map((_, n) => placeOf(at + n, length))
  if (hand.length > 0) saveExposures(ctx.tx, { jamId, hubId, hand, places })
  saveHand(ctx.tx, jamId, hand)
}
