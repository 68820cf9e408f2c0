import type { Tally } from './measure-idea.ts'
import type { Pair } from './rank-ideas.ts'
import type { PartSum } from './show-parts.ts'

/** What somebody gave an idea; impact 0: she skipped it. */
export type Rated = {
  /** Its place among the ideas. */
  readonly idea: number
  readonly impact: number
  readonly feasibility: number
  readonly helps: boolean
}

/** Somebody's answers, a number each: hundreds of thousands of them are not objects. It is
 *  `idea * KINDS + impact * 12 + feasibility * 2 + helps`; an idea that is not rated any more has a place after the last. */
export type Answers = Uint32Array

/** So many ratings of one idea are told apart. */
export const KINDS = 72
const impactOf = (kind: number): number => Math.floor(kind / 12)
const feasibilityOf = (kind: number): number => Math.floor((kind % 12) / 2)
const productOf = (kind: number): number => impactOf(kind) * feasibilityOf(kind)

/** One person's answers, packed. */
export function packAnswers(rated: readonly Rated[]): Answers {
  return Uint32Array.from(
    rated,
    ({ idea, impact, feasibility, helps }) => idea * KINDS + impact * 12 + feasibility * 2 + (helps ? 1 : 0),
  )
}

/** Did she rate an idea, or did she skip all of them? */
export function ratesAny(answers: Answers): boolean {
  return answers.some((answer) => impactOf(answer % KINDS) > 0)
}

/** How many gave an idea each of the ratings, in the order of their numbers. */
export type Counted = { readonly idea: string; readonly counts: readonly number[] }

/** The same, of those that somebody gave. */
export function talliesOf(counts: readonly number[]): Tally[] {
  const given = [...counts.entries()].filter(([, people]) => people > 0)
  return given.map(([kind, people]) => ({
    ...{ impact: impactOf(kind), feasibility: feasibilityOf(kind), helps: kind % 2 === 1, people },
  }))
}

type Sum = { people: number; products: number; helped: number }
type Sums = Map<string, Sum>

/** Counts answers as they come: `ideas` in the order of their ids, `ofWhom` the group and the hub that results tell of. */
export function openTally(ideas: readonly string[]) {
  const counts = new Uint32Array(ideas.length * KINDS)
  const sums = { groups: ideas.map((): Sums => new Map()), hubs: ideas.map((): Sums => new Map()) }

  function add(answers: Answers, ofWhom: { readonly group: string | null; readonly hub: string | null }): void {
    for (const answer of answers) {
      const [idea, kind] = [Math.floor(answer / KINDS), answer % KINDS]
      if (idea >= ideas.length) continue
      counts[answer] = (counts[answer] ?? 0) + 1
      if (impactOf(kind) === 0) continue
      addTo(sums.groups[idea], ofWhom.group, kind)
      addTo(sums.hubs[idea], ofWhom.hub, kind)
    }
  }

  /** How many gave each idea each of the ratings, of the ideas that somebody answered. */
  const counted = (): Counted[] =>
    ideas
      .map((idea, at) => ({ idea, counts: [...counts.subarray(at * KINDS, (at + 1) * KINDS)] }))
      .filter((one) => one.counts.some((people) => people > 0))

  const partsOf = (of: readonly Sums[]) =>
    new Map(ideas.map((idea, at) => [idea, [...(of[at] ?? [])].map(([name, sum]) => partOf(name, sum))]))
  const parts = () => ({ groups: partsOf(sums.groups), hubs: partsOf(sums.hubs) })
  return { add, counted, parts }
}

function addTo(sums: Sums | undefined, name: string | null, kind: number): void {
  if (!sums || name === null) return
  const sum = sums.get(name) ?? { people: 0, products: 0, helped: 0 }
  sums.set(name, sum)
  sum.people += 1
  sum.products += productOf(kind)
  sum.helped += kind % 2
}

/** The values of so many people together, as valueFrom (measure-idea.ts) has them one by one. */
function partOf(name: string, { people, products, helped }: Sum): PartSum {
  return { name, people, value: ((products - people) / 24) * 100, helped }
}

type Level = { readonly idea: number; readonly level: number; readonly product: number }

/** Counts, for ideas that are level (the same number in `points`), how those who rated both put them. */
export function openPairs(ideas: readonly string[], points: ReadonlyMap<string, number>) {
  const levelOf = ideas.map((idea) => points.get(idea))
  const counts = new Map<number, { before: number; after: number }>()

  function add(answers: Answers): void {
    const rated: Level[] = []
    for (const answer of answers) {
      const [idea, kind] = [Math.floor(answer / KINDS), answer % KINDS]
      const level = levelOf[idea]
      if (level !== undefined && impactOf(kind) > 0) rated.push({ idea, level, product: productOf(kind) })
    }
    rated.sort((a, b) => a.level - b.level || a.idea - b.idea)
    for (const [at, one] of rated.entries())
      for (let next = at + 1; rated[next]?.level === one.level; next++) compare(one, rated[next] as Level)
  }

  function compare(one: Level, other: Level): void {
    const key = one.idea * ideas.length + other.idea
    const count = counts.get(key) ?? { before: 0, after: 0 }
    counts.set(key, count)
    if (one.product > other.product) count.before += 1
    if (one.product < other.product) count.after += 1
  }

  const pairs = (): Pair[] =>
    [...counts].map(([key, count]) => {
      const [idea, other] = [ideas[Math.floor(key / ideas.length)], ideas[key % ideas.length]]
      return { idea: idea as string, other: other as string, ...count }
    })
  return { add, pairs }
}
