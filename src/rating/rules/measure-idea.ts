import { wilsonInterval } from '../../analysis/opinion/index.ts'

/** So many people gave an idea this rating; impact 0: they skipped it. */
export type Tally = {
  readonly impact: number
  readonly feasibility: number
  readonly helps: boolean
  readonly people: number
}

/** All ratings of an idea. */
export type IdeaTallies = { readonly idea: string; readonly tallies: readonly Tally[] }

export type Interval = { readonly mean: number; readonly low: number; readonly high: number }

/** What the ratings of one idea come to. */
export type Measure = {
  readonly people: number
  readonly skipped: number
  readonly value: Interval
  readonly impact: number
  readonly feasibility: number
  readonly helped: number
  readonly helps: Interval
}

/** Impact times feasibility, from 0 (1 times 1) to 100 (5 times 5). */
export const valueFrom = (impact: number, feasibility: number): number => ((impact * feasibility - 1) / 24) * 100

/** 97.5 % of Student's distribution, by the expansion of Cornish and Fisher: within 1 % from 4 degrees of freedom on. */
function studentT(freedom: number): number {
  const z = 1.96
  const [first, second] = [(z ** 3 + z) / 4, (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96]
  return z + first / freedom + second / freedom ** 2
}

/** Means with intervals that account for the sampling: each idea was rated by n of the N people who took part, drawn by
 *  the dealing.
 *
 *  Value: mean +- t(n - 1) * s / sqrt(n) * sqrt((N - n) / (N - 1)), the standard error of a mean with the correction for a
 *  finite population (Cochran 1977, 2.20), cut to [0, 100]. s is at least 50 / n, so that a few who agree by chance are not
 *  taken for certainty. Helps: Wilson's interval for as many as n' = n * (N - 1) / (N - n) people. Where everybody rated an
 *  idea nothing was sampled and the interval is the mean itself. It says nothing about people who did not take part. */
export function measureIdea(tallies: readonly Tally[], population: number): Measure {
  const rated = tallies.filter(({ impact }) => impact > 0)
  const people = sum(rated, () => 1)
  const skipped = sum(tallies, () => 1) - people
  const mean = (of: (tally: Tally) => number): number => (people === 0 ? 0 : sum(rated, of) / people)
  const value = mean(({ impact, feasibility }) => valueFrom(impact, feasibility))
  const squares = sum(rated, ({ impact, feasibility }) => (valueFrom(impact, feasibility) - value) ** 2)
  const helped = sum(rated, ({ helps }) => (helps ? 1 : 0))
  return {
    ...{ people, skipped, helped },
    value: around(value, halfOf({ squares, people, population })),
    impact: mean(({ impact }) => impact),
    feasibility: mean(({ feasibility }) => feasibility),
    helps: helpsOf({ helped, people, population }),
  }
}

function sum(tallies: readonly Tally[], of: (tally: Tally) => number): number {
  return tallies.reduce((total, tally) => total + of(tally) * tally.people, 0)
}

function halfOf({ squares, people, population }: { squares: number; people: number; population: number }): number {
  if (people < 2) return 100
  if (population <= people) return 0
  const deviation = Math.max(Math.sqrt(squares / (people - 1)), 50 / people)
  return ((studentT(people - 1) * deviation) / Math.sqrt(people)) * Math.sqrt((population - people) / (population - 1))
}

function around(mean: number, half: number): Interval {
  return { mean, low: Math.max(0, mean - half), high: Math.min(100, mean + half) }
}

function helpsOf({ helped, people, population }: { helped: number; people: number; population: number }): Interval {
  const mean = people === 0 ? 0 : helped / people
  if (people > 0 && population <= people) return { mean, low: mean, high: mean }
  const seen = people === 0 ? 0 : (people * (population - 1)) / (population - people)
  return { mean, ...wilsonInterval({ count: mean * seen, seen }) }
}
