/** One-sided, 90 %. */
export const SURE_Z = 1.2816
const TWO_SIDED_95_Z = 1.96

/** Of `seen` people, so many who did it. */
export type Proportion = { readonly count: number; readonly seen: number }

/** The share with one more on either side, (count + 1) / (seen + 2): never 0 or 1, and a half where nobody has seen it. */
export const smoothed = ({ count, seen }: Proportion): number => (count + 1) / (seen + 2)

/** How many standard errors the smoothed share lies above a half. */
export function proportionZ({ count, seen }: Proportion): number {
  return (smoothed({ count, seen }) - 0.5) / Math.sqrt(0.25 / (seen + 2))
}

/** How many standard errors the first smoothed share lies above the second, by their pooled share. */
export function twoProportionZ(one: Proportion, other: Proportion): number {
  const pooled = (one.count + other.count + 2) / (one.seen + other.seen + 4)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / (one.seen + 2) + 1 / (other.seen + 2)))
  return (smoothed(one) - smoothed(other)) / error
}

/** Where the true share lies 95 times in a hundred, in [0, 1]; the whole range where nobody has seen it.
 *  Source: Wilson 1927. */
export function wilsonInterval({ count, seen }: Proportion, z = TWO_SIDED_95_Z): { low: number; high: number } {
  if (seen === 0) return { low: 0, high: 1 }
  const share = count / seen
  const middle = share + z ** 2 / (2 * seen)
  const width = z * Math.sqrt((share * (1 - share)) / seen + z ** 2 / (4 * seen ** 2))
  const scale = 1 + z ** 2 / seen
  return { low: Math.max(0, (middle - width) / scale), high: Math.min(1, (middle + width) / scale) }
}
