import type { OpinionsView } from '../contract.ts'

type Cell = OpinionsView['cells'][number]
type Square = Cell & { readonly x: number; readonly y: number; readonly side: number }

/** The squares of a picture, from their middles; `step` is the side of a place of the grid. Where groups share a place their
 *  squares stand beside each other, so that none hides another. */
export function squaresOf(cells: readonly Cell[], step: number): Square[] {
  const most = Math.max(1, ...cells.map(({ people }) => people))
  const places = Map.groupBy(cells, ({ column, row }) => `${column} ${row}`)
  return [...places.values()].flatMap((here) => {
    const room = step / here.length
    return here.map((cell, at) => ({
      ...cell,
      x: cell.column * step + (at + 0.5) * room,
      y: (cell.row + 0.5) * step,
      side: Math.min(step * (0.55 + 0.4 * Math.sqrt(cell.people / most)), room * 0.95),
    }))
  })
}
