import { hideUntil, isFew, LEAST_PEOPLE } from '../../kernel/index.ts'

/** A, B, ... for the groups 0, 1, ...: a group keeps its letter as long as it keeps its id. */
export function nameGroup(id: number): string {
  const round = Math.floor(id / 26)
  return String.fromCharCode(65 + (id % 26)) + (round > 0 ? String(round) : '')
}

type Sized = { readonly id: number; readonly size: number }

/** Which groups are shown: those of five people or more. Where the others together are fewer than five, their number
 *  would follow from the sum, so the smallest shown group is hidden with them. */
export function showGroups<G extends Sized>(groups: readonly G[]): { shown: G[]; hiddenPeople: number } {
  const bySize = [...groups].sort((a, b) => b.size - a.size || a.id - b.id)
  const told = bySize.filter(({ size }) => size >= LEAST_PEOPLE)
  const hidden = bySize.slice(told.length)
  hideUntil((those) => !isFew(peopleOf(those)), { told, hidden })
  return { shown: told.sort((a, b) => a.id - b.id), hiddenPeople: peopleOf(hidden) }
}

const peopleOf = (groups: readonly Sized[]): number => groups.reduce((sum, { size }) => sum + size, 0)
