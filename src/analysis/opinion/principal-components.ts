import { seededRandom } from '../seeded-random.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** The two directions in which the votes differ most: a loading for each statement, each direction of length 1, and the
 *  mean vote on each statement (0 where nobody voted). */
export type Components = {
  readonly means: Float64Array
  readonly first: Float64Array
  readonly second: Float64Array
}

/** `start`: components of an earlier state, by the same places of statements; the new ones then point the same way. */
export type FindComponents = { readonly seed: number; readonly start?: Pick<Components, 'first' | 'second'> }

/** What has not settled by then has no direction that is clearly first: two that differ as much. */
const MOST_STEPS = 200
const STANDS = 1e-12

/** The first two principal components of the votes, centred by statement; a vote that was not cast stands at the mean.
 *  By power iteration, the second at right angles to the first. Directions that are all zero where nothing differs. */
export function findComponents(votes: VoteMatrix, { seed, start }: FindComponents): Components {
  const means = meanVotes(votes)
  const random = seededRandom(seed)
  const begin = (given: Float64Array | undefined): Float64Array =>
    given?.some((loading) => loading !== 0)
      ? given.slice()
      : new Float64Array(votes.statements).map(() => random() - 0.5)
  const first = iterate({ votes, means, begin: begin(start?.first), apart: null })
  const second = iterate({ votes, means, begin: begin(start?.second), apart: first })
  return { means, first, second }
}

function meanVotes({ statements, which, values }: VoteMatrix): Float64Array {
  const sums = new Float64Array(statements)
  const counts = new Uint32Array(statements)
  for (let at = 0; at < which.length; at++) {
    const statement = which[at] ?? 0
    sums[statement] = (sums[statement] ?? 0) + (values[at] ?? 0)
    counts[statement] = (counts[statement] ?? 0) + 1
  }
  return sums.map((sum, statement) => sum / Math.max(1, counts[statement] ?? 0))
}

type Iterating = {
  readonly votes: VoteMatrix
  readonly means: Float64Array
  readonly begin: Float64Array
  readonly apart: Float64Array | null
}

function iterate({ votes, means, begin, apart }: Iterating): Float64Array {
  let direction = normalise(begin, apart)
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = normalise(multiply(votes, means, direction), apart)
    const change = 1 - Math.abs(dot(next, direction))
    direction = next
    if (change < STANDS) break
  }
  return direction
}

/** Xt X times a direction, X being the centred votes; only votes that were cast are touched. */
function multiply(votes: VoteMatrix, means: Float64Array, by: Float64Array): Float64Array {
  const { offsets, which, values } = votes
  const product = new Float64Array(votes.statements)
  for (let p = 0; p < votes.participants; p++) {
    const along = placeAlong({ votes, means }, p, by)
    const end = offsets[p + 1] ?? 0
    for (let at = offsets[p] ?? 0; at < end; at++) {
      const statement = which[at] ?? 0
      product[statement] = (product[statement] ?? 0) + along * ((values[at] ?? 0) - (means[statement] ?? 0))
    }
  }
  return product
}

/** Votes and the mean vote on each statement. */
export type Centred = { readonly votes: VoteMatrix; readonly means: Float64Array }

/** How far a participant's votes lead along a direction; a vote that was not cast leads nowhere. */
export function placeAlong({ votes, means }: Centred, participant: number, direction: Float64Array): number {
  const { offsets, which, values } = votes
  const end = offsets[participant + 1] ?? 0
  let sum = 0
  for (let at = offsets[participant] ?? 0; at < end; at++) {
    const statement = which[at] ?? 0
    sum += ((values[at] ?? 0) - (means[statement] ?? 0)) * (direction[statement] ?? 0)
  }
  return sum
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

/** Length 1 and at right angles to `apart`; all zero when nothing is left. */
function normalise(direction: Float64Array, apart: Float64Array | null): Float64Array {
  const along = apart === null ? 0 : dot(direction, apart)
  const rest = apart === null ? direction : direction.map((value, at) => value - along * (apart[at] ?? 0))
  const length = Math.sqrt(dot(rest, rest))
  return length < Number.EPSILON ? new Float64Array(direction.length) : rest.map((value) => value / length)
}
