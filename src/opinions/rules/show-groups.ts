/** Nothing is said of fewer people than this. */
export const LEAST_SHOWN = 5

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
  const shown = bySize.filter(({ size }) => size >= LEAST_SHOWN)
  let hiddenPeople = bySize.slice(shown.length).reduce((sum, { size }) => sum + size, 0)
  while (hiddenPeople > 0 && hiddenPeople < LEAST_SHOWN) {
    const next = shown.pop()
    if (!next) break
    hiddenPeople += next.size
  }
  return { shown: shown.sort((a, b) => a.id - b.id), hiddenPeople }
}
