import type { Random } from '../seeded-random.ts'
import type { Points } from './project.ts'

/** Points in the plane with how many people stand at each. */
export type WeightedPoints = Points & { readonly weights: Float64Array }

/** `groupOf` each point, the centres, and how far the points are from them: sum of weight x distance squared. */
export type Clustering = { readonly groupOf: Int32Array; readonly centres: Points; readonly spread: number }

const MOST_STEPS = 100

/** Groups points around `k` centres, or fewer where there are fewer different places. Starts are drawn far apart
 *  (k-means++), so the answer depends on the numbers of `random` alone. Source: Lloyd 1982; Arthur & Vassilvitskii 2007. */
export function clusterPoints(points: WeightedPoints, k: number, random: Random): Clustering {
  return settleCentres(points, drawCentres(points, k, random))
}

/** Moves the centres to the middle of the points nearest to them until none moves; ids are the places of the centres.
 *  A centre that nobody is near to stays where it is, with no points. */
export function settleCentres(points: WeightedPoints, start: Points): Clustering {
  let centres = start
  let found = assignToCentres(points, centres)
  for (let step = 0; step < MOST_STEPS; step++) {
    centres = middles(points, found.groupOf, centres)
    const next = assignToCentres(points, centres)
    const hasSettled = next.spread >= found.spread
    found = next
    if (hasSettled) break
  }
  return { ...found, centres }
}

/** Gives each point to the nearest centre, of two as near to the first. */
export function assignToCentres({ x, y, weights }: WeightedPoints, centres: Points): Omit<Clustering, 'centres'> {
  const groupOf = new Int32Array(x.length)
  let spread = 0
  for (let at = 0; at < x.length; at++) {
    let nearest = Number.POSITIVE_INFINITY
    for (let centre = 0; centre < centres.x.length; centre++) {
      const distance = ((x[at] ?? 0) - (centres.x[centre] ?? 0)) ** 2 + ((y[at] ?? 0) - (centres.y[centre] ?? 0)) ** 2
      if (distance >= nearest) continue
      nearest = distance
      groupOf[at] = centre
    }
    spread += nearest * (weights[at] ?? 0)
  }
  return { groupOf, spread }
}

/** The middle of the people of each group; where there are none, what stands in `otherwise`. */
export function middles({ x, y, weights }: WeightedPoints, groupOf: Int32Array, otherwise: Points): Points {
  const k = otherwise.x.length
  const sums = { x: new Float64Array(k), y: new Float64Array(k), weights: new Float64Array(k) }
  for (let at = 0; at < x.length; at++) {
    const group = groupOf[at] ?? -1
    const weight = weights[at] ?? 0
    if (group < 0) continue
    sums.x[group] = (sums.x[group] ?? 0) + weight * (x[at] ?? 0)
    sums.y[group] = (sums.y[group] ?? 0) + weight * (y[at] ?? 0)
    sums.weights[group] = (sums.weights[group] ?? 0) + weight
  }
  const middle = (sum: Float64Array, old: Float64Array): Float64Array =>
    sum.map((total, group) => ((sums.weights[group] ?? 0) > 0 ? total / (sums.weights[group] ?? 1) : (old[group] ?? 0)))
  return { x: middle(sums.x, otherwise.x), y: middle(sums.y, otherwise.y) }
}

function drawCentres(points: WeightedPoints, k: number, random: Random): Points {
  const { x, y, weights } = points
  const chosen = [draw(weights, random)]
  const nearest = new Float64Array(x.length).fill(Number.POSITIVE_INFINITY)
  while (chosen.length < k) {
    const last = chosen.at(-1) ?? 0
    const chances = nearest.map((before, at) => {
      const distance = ((x[at] ?? 0) - (x[last] ?? 0)) ** 2 + ((y[at] ?? 0) - (y[last] ?? 0)) ** 2
      nearest[at] = Math.min(before, distance)
      return (nearest[at] ?? 0) * (weights[at] ?? 0)
    })
    const next = draw(chances, random)
    if ((chances[next] ?? 0) === 0) break
    chosen.push(next)
  }
  return { x: Float64Array.from(chosen, (at) => x[at] ?? 0), y: Float64Array.from(chosen, (at) => y[at] ?? 0) }
}

/** A place drawn with these chances; the first when all are zero. */
function draw(chances: Float64Array, random: Random): number {
  let left = random() * chances.reduce((sum, chance) => sum + chance, 0)
  for (let at = 0; at < chances.length; at++) {
    left -= chances[at] ?? 0
    if (left < 0) return at
  }
  return 0
}
