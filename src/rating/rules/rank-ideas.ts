import { LEAST_PEOPLE } from '../../kernel/index.ts'
import { type IdeaTallies, type Measure, measureIdea } from './measure-idea.ts'

/** Of those who rated both ideas: how many gave the first more, and how many the other. `idea` < `other`. */
export type Pair = { readonly idea: string; readonly other: string; readonly before: number; readonly after: number }

export type Ranked = Measure & {
  readonly id: string
  /** Null where too few people rated it. */
  readonly rank: number | null
  readonly byPairs: boolean
}

/** Ideas are level when their values are the same in tenths of a point: what lies between would only pretend to be exact. */
export function pointsOf(measure: Pick<Measure, 'value'>): number {
  return Math.round(measure.value.mean * 10)
}

/** What the ratings of each idea come to, by idea. */
export function measureIdeas(ideas: readonly IdeaTallies[], population: number): Map<string, Measure> {
  return new Map(ideas.map(({ idea, tallies }) => [idea, measureIdea(tallies, population)]))
}

/** Ideas in the order of their value in tenths of a point. Those that are level are ordered by pairs: an idea stands before as
 *  many of its equals as were put behind it by more of the people who rated both (Copeland); then by whom it would help.
 *  Where that does not part them either they share a rank. The same tallies and pairs give the same ranks. */
export function rankIdeas(measures: ReadonlyMap<string, Measure>, pairs: readonly Pair[]): Ranked[] {
  const wins = countWins(pairs)
  const keyed = [...measures].map(([id, measure]) => {
    const enough = measure.people >= LEAST_PEOPLE
    return { id, measure, key: enough ? [pointsOf(measure), wins.get(id) ?? 0, measure.helps.mean] : null }
  })
  keyed.sort((a, b) => compare(a.key, b.key) || (a.id < b.id ? -1 : 1))
  let rank = 0
  return keyed.map(({ id, measure, key }, at) => {
    if (at === 0 || compare(keyed[at - 1]?.key ?? null, key) !== 0) rank = at + 1
    return { ...measure, id, rank: key ? rank : null, byPairs: key !== null && wins.has(id) }
  })
}

/** Greater keys first; those without a key last. */
function compare(a: readonly number[] | null, b: readonly number[] | null): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0
  for (const [at, part] of a.entries()) if (part !== b[at]) return (b[at] ?? 0) - part
  return 0
}

function countWins(pairs: readonly Pair[]): Map<string, number> {
  const wins = new Map<string, number>()
  const add = (id: string, won: boolean) => wins.set(id, (wins.get(id) ?? 0) + (won ? 1 : 0))
  for (const { idea, other, before, after } of pairs) {
    add(idea, before > after)
    add(other, after > before)
  }
  return wins
}
