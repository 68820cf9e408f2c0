/** How far numbers may come from chance. All sums are exact up to rounding, by logarithms of factorials. */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const

/** ln(n!), also between whole numbers, for n >= 0. Source: Lanczos 1964, coefficients for g = 7. */
export function lnFactorial(n: number): number {
  const base = n + 7.5
  const sum = lanczos.reduce((all, factor, at) => all + (at === 0 ? factor : factor / (n + at)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (n + 0.5) * Math.log(base) - base + Math.log(sum)
}

function lnChoose(of: number, taken: number): number {
  return lnFactorial(of) - lnFactorial(taken) - lnFactorial(of - taken)
}

/** Chance of at least `successes` in `trials`, each with chance `share` in [0, 1]. */
export function binomialTail(successes: number, trials: number, share: number): number {
  if (successes <= 0) return 1
  if (successes > trials || share <= 0) return 0
  if (share >= 1) return 1
  let sum = 0
  for (let k = successes; k <= trials; k++) {
    const term = Math.exp(lnChoose(trials, k) + k * Math.log(share) + (trials - k) * Math.log1p(-share))
    sum += term
    if (term < sum * 1e-12) break
  }
  return Math.min(1, sum)
}

/** Two samples drawn without replacement out of the same `population`, of `left` and of `right` things. */
export type Overlap = {
  readonly population: number
  readonly left: number
  readonly right: number
  readonly both: number
}

/** Things both samples would share by chance. */
export function expectedOverlap({ population, left, right }: Overlap): number {
  return population === 0 ? 0 : (left * right) / population
}

/** Chance of sharing at least `both` things (hypergeometric distribution). */
export function overlapTail({ population, left, right, both }: Overlap): number {
  if (both <= 0) return 1
  const all = lnChoose(population, right)
  let sum = 0
  for (let k = both; k <= Math.min(left, right); k++) {
    if (right - k > population - left) continue
    sum += Math.exp(lnChoose(left, k) + lnChoose(population - left, right - k) - all)
  }
  return Math.min(1, sum)
}

/** The normal deviate of a one-sided bound at 95 %. */
export const oneSided95 = 1.6448536269514722

/** A share between two bounds, all in [0, 1]. */
export type Bounds = { readonly share: number; readonly low: number; readonly high: number }

/** `of` in `all` with its Wilson bounds, each one-sided at 95 % unless `deviate` says otherwise; [0, 1] of nothing.
 *  Source: Wilson 1927. */
export function wilsonBounds(of: number, all: number, deviate = oneSided95): Bounds {
  if (all === 0) return { share: 0, low: 0, high: 1 }
  const square = deviate * deviate
  const centre = of + square / 2
  const reach = deviate * Math.sqrt((of * (all - of)) / all + square / 4)
  const below = all + square
  return { share: of / all, low: Math.max(0, (centre - reach) / below), high: Math.min(1, (centre + reach) / below) }
}

/** Quantile of a gamma distribution with this shape and rate at a normal deviate (-1.645: 5 %), never below 0.
 *  Source: Wilson & Hilferty 1931; within 2 % for shapes above 1. */
export function gammaQuantile(shape: number, rate: number, deviate: number): number {
  const root = 1 - 1 / (9 * shape) + deviate / (3 * Math.sqrt(shape))
  return (shape / rate) * Math.max(0, root) ** 3
}

/** Chance that a standard normal deviate is at least `deviate`. Relative error below 1.2e-7 also far out.
 *  Source: Press et al., Numerical Recipes, 6.2 (Chebyshev fit of erfc). */
export function normalTail(deviate: number): number {
  const x = Math.abs(deviate) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const fit = erfcFit.reduceRight((sum, factor) => sum * t + factor, 0)
  const tail = (t * Math.exp(-x * x + fit)) / 2
  return deviate >= 0 ? tail : 1 - tail
}

const erfcFit = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
] as const

/** The largest of these chances that may pass so that at most `rate` of what passes is expected to be chance alone;
 *  -1 when none may. Source: Benjamini & Hochberg 1995. */
export function falseDiscoveryCut(chances: readonly number[], rate: number): number {
  const sorted = chances.toSorted((a, b) => a - b)
  return sorted.findLast((chance, at) => chance <= ((at + 1) / sorted.length) * rate) ?? -1
}
