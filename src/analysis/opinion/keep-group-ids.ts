/** Group ids that stay: `ids` says which id each of the groups found now bears, `next` the first that was never used. */
export type GroupIds = { readonly ids: readonly number[]; readonly next: number }

type Pair = { readonly group: number; readonly before: number; readonly people: number }

/** Gives each of `groups` groups found now the id of the former group with which it shares most people, each id to one
 *  group only, and an id never used before to the rest. `now` is the group of each person now, `before` the id then, -1
 *  for none. The larger of new groups gets the lower id. */
export function keepGroupIds(now: Int32Array, before: Int32Array, next: number): GroupIds {
  const shared = new Map<string, Pair>()
  const sizes = new Map<number, number>()
  for (let at = 0; at < now.length; at++) {
    const group = now[at] ?? -1
    if (group < 0) continue
    sizes.set(group, (sizes.get(group) ?? 0) + 1)
    const id = before[at] ?? -1
    if (id < 0) continue
    const key = `${group} ${id}`
    shared.set(key, { group, before: id, people: (shared.get(key)?.people ?? 0) + 1 })
  }
  return assignIds([...shared.values()], sizes, next)
}

function assignIds(pairs: Pair[], sizes: ReadonlyMap<number, number>, next: number): GroupIds {
  const taken = new Map<number, number>()
  const used = new Set<number>()
  for (const { group, before } of pairs.sort((a, b) => b.people - a.people || a.before - b.before)) {
    if (taken.has(group) || used.has(before)) continue
    taken.set(group, before)
    used.add(before)
  }
  const fresh = [...sizes.keys()].filter((group) => !taken.has(group))
  fresh.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || a - b)
  for (const [at, group] of fresh.entries()) taken.set(group, next + at)
  const groups = Math.max(-1, ...sizes.keys()) + 1
  return { ids: Array.from({ length: groups }, (_, group) => taken.get(group) ?? -1), next: next + fresh.length }
}
