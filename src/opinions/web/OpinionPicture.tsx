import type { OpinionsView } from '../contract.ts'
import { say } from './say.ts'
import { squaresOf } from './squares.ts'

const SIZE = 400
/** Numbers of categorical colours: groups are told apart by their letter, colour only helps. */
const HUES = 8

/** Which colour a group has, by its place in the list. */
export function hueOf(view: OpinionsView, group: string): number {
  return (
    (Math.max(
      0,
      view.groups.findIndex((one) => one.group === group),
    ) %
      HUES) +
    1
  )
}

/** The part of the grid that somebody stands in, from top to bottom. */
function heightOf({ cells, mine }: OpinionsView, step: number): readonly [top: number, height: number] {
  const rows = [...cells.map(({ row }) => row), ...(mine ? [Math.floor(placeOf(mine.y) / step)] : [])]
  if (rows.length === 0) return [0, SIZE]
  const top = Math.min(...rows) * step
  return [top, (Math.max(...rows) + 1) * step - top]
}

const placeOf = (place: number): number => ((place + 1) / 2) * SIZE
const MARGIN = 24

/** The squares of five people and more, the letter of their group in each, and the asker's own place as a ring. */
export function OpinionPicture({ view }: { view: OpinionsView }) {
  const step = SIZE / view.grid
  const [top, height] = heightOf(view, step)
  return (
    <figure className="opinion-picture">
      <svg
        viewBox={`-8 ${top - MARGIN} ${SIZE + 16} ${height + 2 * MARGIN}`}
        role="img"
        aria-label={say('opinions.picture')}
      >
        {squaresOf(view.cells, step).map(({ column, row, group, x, y, side }) => (
          <g key={`${column} ${row} ${group}`} className={`hue-${hueOf(view, group)}`}>
            <rect x={x - side / 2} y={y - side / 2} width={side} height={side} rx={3} />
            <text x={x} y={y} dy="0.34em">
              {group}
            </text>
          </g>
        ))}
        {view.mine && (
          <g className="opinion-me">
            <circle cx={placeOf(view.mine.x)} cy={placeOf(view.mine.y)} r={9} />
            <text x={placeOf(view.mine.x)} y={placeOf(view.mine.y) - 14}>
              {say('opinions.picture.you')}
            </text>
          </g>
        )}
      </svg>
      <figcaption>
        {say('opinions.picture.text')} {view.mine && say('opinions.picture.ring')}
      </figcaption>
    </figure>
  )
}
