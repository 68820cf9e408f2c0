/** The tree of hubs: every hub knows its path, the root first and itself last. Hubs never move, so no cycle can arise. */

export const DEPTH_MAX = 50

/** The path of a new hub under another. */
export function pathUnder(parentPath: readonly string[], hubId: string): string[] {
  if (parentPath.includes(hubId)) throw new Error('a hub cannot lie under itself')
  return [...parentPath, hubId]
}

/** May another hub come under the hub of this path? */
export function hasRoomBelow(path: readonly string[]): boolean {
  return path.length < DEPTH_MAX
}

/** Parents before children, siblings by name; the order in which a tree is read aloud. */
export function inReadingOrder<H extends { id: string; name: string; path: readonly string[] }>(
  hubs: readonly H[],
  locale: string,
): H[] {
  const byName = new Intl.Collator(locale)
  const parentOf = (hub: H): string => hub.path.at(-2) ?? ''
  const known = new Set(hubs.map((hub) => hub.id))
  const children = Map.groupBy(hubs, (hub) => (known.has(parentOf(hub)) ? parentOf(hub) : ''))
  const below = (id: string): H[] =>
    (children.get(id) ?? [])
      .toSorted((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
      .flatMap((hub) => [hub, ...below(hub.id)])
  return below('')
}
