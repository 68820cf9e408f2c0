import { opinion } from '../../analysis/index.ts'
import { LEAST_PEOPLE } from '../../kernel/index.ts'
import type { Ranked } from './rank-ideas.ts'
import type { IdeaResult } from './rating-contract.ts'
import { type PartSum, showParts } from './show-parts.ts'

/** Sums by idea. */
export type Parts = ReadonlyMap<string, readonly PartSum[]>

/** A split: two groups are so far apart in the share whom an idea would help. */
const APART = 0.3
/** Common ground: more than half of each group, by the smoothed share. */
const HALF = 0.5

type Result = Omit<IdeaResult, 'sentence'>

/** What everybody may see, in its order: common ground first, by group-informed consensus, which one large group cannot
 *  carry alone; then what divides, the furthest apart first; then the others by rank; last those that too few rated.
 *  Agreement alone orders nothing. */
export function arrangeResults(
  ranked: readonly Ranked[],
  by: { readonly groups: Parts; readonly hubs: Parts },
): Result[] {
  const shown = ranked.map((one) => resultOf(one, by))
  const of = (list: Result['list']): Result[] => shown.filter((result) => result.list === list)
  return [
    ...of('common').sort((a, b) => (b.groupInformed ?? 0) - (a.groupInformed ?? 0)),
    ...of('split').sort((a, b) => distance(b.groups) - distance(a.groups)),
    ...of('other'),
    ...of('few'),
  ]
}

function resultOf(one: Ranked, by: { readonly groups: Parts; readonly hubs: Parts }): Result {
  const { id, rank, byPairs, people } = one
  if (people < LEAST_PEOPLE) return { ...NOTHING, id, list: 'few' }
  const sums = showParts(by.groups.get(id) ?? [], people)
  const groups = sums.map(partOf)
  const shares = sums.map(({ people: seen, helped }) => opinion.smoothed({ count: helped, seen }))
  const isCommon = shares.length > 1 && shares.every((share) => share > HALF)
  return {
    ...{ id, rank, byPairs, people, skipped: one.skipped, value: one.value, impact: one.impact },
    ...{ feasibility: one.feasibility, helps: one.helps, groups },
    list: isCommon ? 'common' : distance(groups) >= APART ? 'split' : 'other',
    groupInformed: shares.length > 1 ? shares.reduce((product, share) => product * share, 1) : null,
    hubs: showParts(by.hubs.get(id) ?? [], people).map(partOf),
  }
}

const NOTHING = {
  ...{ rank: null, byPairs: false, people: null, skipped: null, value: null, impact: null, feasibility: null },
  ...{ helps: null, groupInformed: null, groups: [], hubs: [] },
} satisfies Partial<Result>

function partOf({ name, people, value, helped }: PartSum): Result['groups'][number] {
  return { name, people, value: value / people, helps: helped / people }
}

function distance(groups: Result['groups']): number {
  const shares = groups.map(({ helps }) => helps)
  return shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares)
}
