import { LEAST_PEOPLE } from '../../kernel/index.ts'

export const GRID = 8

/** Where somebody stands and the name of her group; null: her group is not shown. */
export type Place = { readonly group: string | null; readonly x: number; readonly y: number }
export type Cell = { readonly column: number; readonly row: number; readonly group: string; readonly people: number }

/** Places moved into [-1, 1]. The scale is a power of two that nine in ten people lie within, so that nobody alone can be
 *  seen to stretch the picture; who lies outside is put on its edge. */
export function fitPlaces<P extends { readonly x: number; readonly y: number }>(places: readonly P[]): P[] {
  const reach = places.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))).sort((a, b) => a - b)
  const most = reach[Math.floor((reach.length - 1) * 0.9)] ?? 0
  const scale = most > 0 ? 2 ** Math.ceil(Math.log2(most)) : 1
  const within = (value: number): number => Math.max(-1, Math.min(1, value / scale))
  return places.map((place) => ({ ...place, x: within(place.x), y: within(place.y) }))
}

/** The squares that everybody may see: of each group those with at least `least` people, rounded down to fives. Places
 *  are in [-1, 1]; who is in a smaller square is not drawn at all. */
export function drawPicture(places: readonly Place[], least: number = LEAST_PEOPLE): Cell[] {
  const at = (value: number): number => Math.min(GRID - 1, Math.max(0, Math.floor(((value + 1) / 2) * GRID)))
  const counts = new Map<string, Cell>()
  for (const { group, x, y } of places) {
    if (group === null) continue
    const cell = { column: at(x), row: at(y), group }
    const key = `${cell.column} ${cell.row} ${group}`
    counts.set(key, { ...cell, people: (counts.get(key)?.people ?? 0) + 1 })
  }
  return [...counts.values()]
    .filter(({ people }) => people >= least)
    .map((cell) => ({ ...cell, people: cell.people - (cell.people % LEAST_PEOPLE) }))
    .sort((a, b) => a.row - b.row || a.column - b.column || a.group.localeCompare(b.group))
}
