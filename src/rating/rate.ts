import { mayVote, venueFor, venueStatement } from '../conversation/index.ts'
import { type Actor, type Decision, ensure, nobody, notFound, Refusal, refusalOf, refused } from '../kernel/index.ts'
import { type Ctx, mayOf, type Statement, type TogetherAsked, type Tx, type Written } from '../platform/index.ts'
import type { BallotIdea, BallotView, RatingState, ratingContract } from './contract.ts'
import { openTexts } from './keep-texts.ts'
import type { NameBallot } from './name-ballot.ts'
import type { Dealer } from './open-dealer.ts'
import { ballotLength } from './rules/deal-hand.ts'
import {
  type Ballot,
  type Box,
  boxStatement,
  findBallots,
  findBoxFor,
  findRatings,
  holdBallots,
  insertBallot,
  type Own,
  saveHands,
  saveRatings,
  takeBallots,
} from './store/ballots.ts'

type Jam = { readonly jamId: string }
type Rater = TogetherAsked<(typeof ratingContract)['PUT /api/jams/:jamId/ballot']>

/** Where the rating of a jam stands, by the clock: it is over at its end even when the phase has not moved yet. */
export function stateOf(box: Box, now: Date): RatingState {
  if (box.counted) return 'counted'
  if (box.phase === 'prepare' || box.phase === 'discuss') return 'before'
  if (box.phase !== 'rate' || (box.closesAt && now >= box.closesAt)) return box.ideas === null ? 'before' : 'counting'
  return box.ideas === null ? 'making' : 'open'
}

/** Travels with the opening of a request about a ballot. */
export const aheadOfBallot = (jamId: string): Statement[] => [boxStatement(jamId), venueStatement(jamId)]

/** The box of a jam that the asker sees, and who may rate now. */
async function standingFor(tx: Tx, actor: Actor, jamId: string): Promise<Standing> {
  const box = await findBoxFor(tx, actor, jamId)
  if (!box) throw notFound()
  const venue = await venueFor({ tx, actor }, jamId)
  const state = stateOf(box, tx.now)
  const mayRate = (rater: Actor, hosting = venue.hosting): Decision =>
    state === 'open' ? mayVote(rater, { ...venue, hosting }, tx.now) : refused(`rating.${state}`)
  return { jamId, box, state, mayRate }
}

type Standing = Jam & {
  readonly box: Box
  readonly state: RatingState
  mayRate(rater: Actor, hosting?: boolean): Decision
}
const NOTHING = { hand: [], answered: [], skipped: [] }

export type Balloting = {
  /** What nobody but this server can do. */
  readonly nameBallot: NameBallot
  readonly dealer: Dealer
}

/** Everything about one's own ballot. */
export function ballotsOf({ nameBallot, dealer }: Balloting) {
  const textsOf = openTexts()

  /** The next ideas for a ballot without any at hand; none once it is full. */
  function deal({ jamId, box }: Standing, { homeHubId }: Actor, { answered }: Ballot): Promise<readonly string[]> {
    const length = ballotLength(box.ideas ?? 0)
    if (answered.length >= length) return Promise.resolve([])
    return dealer.deal(jamId, { hubId: homeHubId, had: new Set(answered), at: answered.length, length })
  }

  /** Without a salt there is no ballot (any more). */
  const nameOf = ({ box: { salt } }: Standing, { personId }: Ctx['actor']): string | null =>
    salt && nameBallot(salt, personId)

  async function viewBallot(ctx: Ctx, { jamId }: Jam): Promise<BallotView> {
    const standing = await standingFor(ctx.tx, ctx.actor, jamId)
    const name = nameOf(standing, ctx.actor)
    const ballot = name === null ? undefined : (await findBallots(ctx.tx, jamId, [name])).get(name)
    return view(ctx, standing, ballot ?? NOTHING)
  }

  async function viewRated(ctx: Ctx, { jamId }: Jam) {
    const standing = await standingFor(ctx.tx, ctx.actor, jamId)
    const name = standing.state === 'open' ? nameOf(standing, ctx.actor) : null
    if (name === null) return { rated: [] }
    takeBallots(ctx.tx, [name])
    const own = await findRatings(ctx.tx, jamId, name)
    const ids = own.map(({ ideaId }) => ideaId)
    const ideas = await textsOf(ctx.tx, ids)
    return {
      rated: own.flatMap(({ ideaId, rating }) => {
        const idea = ideas.get(ideaId)
        return idea ? [{ idea, rating }] : []
      }),
    }
  }

  /** Deals the first ideas, or the next ones where the hand was given back. */
  async function beginBallot(ctx: Ctx, { jamId }: Jam): Promise<Written<BallotView>> {
    const { tx, actor } = ctx
    const standing = await standingFor(tx, actor, jamId)
    ensure(standing.mayRate(actor))
    const name = nameOf(standing, actor)
    if (name === null) throw new Refusal('rating.counting')
    const held = await holdOwn(tx, jamId, name)
    const hand = held.hand.length > 0 ? held.hand : await deal(standing, actor, held)
    const ballot = { ...held, hand }
    saveHands(tx, jamId, [ballot])
    return { reference: jamId, answer: Promise.resolve(await view(ctx, standing, ballot)) }
  }

  /** Keeps the answers of all who rate in the same moment, each in place of an earlier one of the same person. What was never
   *  dealt to somebody is not hers to rate. */
  async function rate(tx: Tx, jamId: string, raters: readonly Rater[]): Promise<(Written<BallotView> | Refusal)[]> {
    const standing = await standingFor(tx, nobody, jamId)
    const decided = raters.map((rater) => {
      const may = standing.mayRate(rater.ctx.actor, rater.hosts)
      return { ...rater, may, name: may.ok ? nameOf(standing, rater.ctx.actor) : null }
    })
    const names = decided.flatMap(({ name }) => name ?? [])
    const held = await holdBallots(tx, jamId, names)
    const ballots = new Map<Rater, Ballot>()
    await Promise.all(
      decided.map(async (rater) => {
        const before = held.get(rater.name ?? '')
        const after = before && answered(before, rater.input)
        if (!after) return
        const isPlayed = before.hand.length > 0 && after.hand.length === 0
        const hand = isPlayed ? await deal(standing, rater.ctx.actor, after) : after.hand
        ballots.set(rater, { ...after, hand })
      }),
    )
    const rated = [...ballots].map(([{ input }, { name }]) => ({ ...input, name }))
    saveRatings(tx, jamId, rated)
    saveHands(tx, jamId, [...ballots.values()])
    tx.afterCommit(() => dealer.hearRatings(jamId, rated.length))
    const ids = [...ballots.values()].flatMap(({ hand }) => hand)
    const asked = textsOf(tx, ids) // travels with the commit
    return decided.map((rater) => {
      const { ctx, may } = rater
      const ballot = ballots.get(rater)
      if (ballot) {
        const answer = asked.then((ideas) => viewOf(ctx, standing, { ballot, ideas, may }))
        return { reference: jamId, answer }
      }
      return may.ok ? new Refusal('rating.not-dealt', { status: 422 }) : refusalOf(may)
    })
  }

  async function view(ctx: Ctx, standing: Standing, ballot: Cards): Promise<BallotView> {
    const ideas = await textsOf(ctx.tx, ballot.hand)
    return viewOf(ctx, standing, { ballot, ideas, may: standing.mayRate(ctx.actor) })
  }

  return { viewBallot, viewRated, beginBallot, rate }
}

/** Held, also where it was never begun. */
async function holdOwn(tx: Tx, jamId: string, name: string): Promise<Ballot> {
  const held = (await holdBallots(tx, jamId, [name])).get(name)
  if (held) return held
  await insertBallot(tx, jamId, name)
  return (await holdBallots(tx, jamId, [name])).get(name) ?? { name, ...NOTHING }
}

/** The ballot after an answer; undefined: that idea is not on it. */
function answered(before: Ballot, { ideaId, rating }: Own): Ballot | undefined {
  const isNew = before.hand.includes(ideaId)
  if (!isNew && !before.answered.includes(ideaId)) return undefined
  const others = (ids: readonly string[]) => ids.filter((id) => id !== ideaId)
  return {
    name: before.name,
    hand: others(before.hand),
    answered: [...others(before.answered), ideaId],
    skipped: rating === null ? [...others(before.skipped), ideaId] : others(before.skipped),
  }
}

type Cards = Omit<Ballot, 'name'>
type Shown = { readonly ballot: Cards; readonly ideas: ReadonlyMap<string, BallotIdea>; readonly may: Decision }

function viewOf(ctx: Ctx, { jamId, box, state }: Standing, { ballot, ideas, may }: Shown): BallotView {
  const count = box.ideas ?? 0
  return {
    ...{ jamId, state, ideas: count, length: ballotLength(count) },
    ...{ answered: ballot.answered.length, skipped: ballot.skipped.length },
    hand: state === 'open' ? ballot.hand.flatMap((id) => ideas.get(id) ?? []) : [],
    until: box.closesAt?.toISOString() ?? null,
    may: { rate: mayOf(ctx, may) },
  }
}
