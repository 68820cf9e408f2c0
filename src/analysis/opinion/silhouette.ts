import type { WeightedPoints } from './k-means.ts'

/** How clearly the groups stand apart, in [-1, 1]: the mean over people of (b - a) / max(a, b), where a is the mean
 *  distance to the others of one's group and b that to the nearest other group. A person alone in her group counts 0.
 *  0 with fewer than two groups. Source: Rousseeuw 1987, points weighted by the people who stand there. */
export function silhouette(points: WeightedPoints, groupOf: Int32Array): number {
  const groups = groupOf.reduce((most, group) => Math.max(most, group), -1) + 1
  const sizes = new Float64Array(groups)
  for (let at = 0; at < groupOf.length; at++) add(sizes, groupOf[at] ?? 0, points.weights[at] ?? 0)
  let sum = 0
  let people = 0
  for (let at = 0; at < groupOf.length; at++) {
    const weight = points.weights[at] ?? 0
    sum += weight * silhouetteOf({ points, groupOf, sizes }, at)
    people += weight
  }
  return people === 0 ? 0 : sum / people
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value
}

type Standing = { readonly points: WeightedPoints; readonly groupOf: Int32Array; readonly sizes: Float64Array }

function silhouetteOf({ points, groupOf, sizes }: Standing, at: number): number {
  const { x, y, weights } = points
  const own = groupOf[at] ?? 0
  const distances = new Float64Array(sizes.length)
  for (let other = 0; other < groupOf.length; other++) {
    const distance = Math.hypot((x[at] ?? 0) - (x[other] ?? 0), (y[at] ?? 0) - (y[other] ?? 0))
    add(distances, groupOf[other] ?? 0, distance * (weights[other] ?? 0))
  }
  const othersInOwn = (sizes[own] ?? 0) - 1
  const others = [...sizes.keys()].filter((group) => group !== own && (sizes[group] ?? 0) > 0)
  if (othersInOwn <= 0 || others.length === 0) return 0
  const within = (distances[own] ?? 0) / othersInOwn
  const between = Math.min(...others.map((group) => (distances[group] ?? 0) / (sizes[group] ?? 1)))
  return Math.max(within, between) === 0 ? 0 : (between - within) / Math.max(within, between)
}
