import type { OpinionsView } from '../contract.ts'
import { say } from './say.ts'

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

/** The squares of five people and more, the letter of their group in each, and the asker's own place as a ring. */
export function OpinionPicture({ view }: { view: OpinionsView }) {
  const step = SIZE / view.grid
  const most = Math.max(1, ...view.cells.map(({ people }) => people))
  const at = (place: number): number => ((place + 1) / 2) * SIZE
  return (
    <figure className="opinion-picture">
      <svg viewBox={`-8 -8 ${SIZE + 16} ${SIZE + 16}`} role="img" aria-label={say('opinions.picture')}>
        {view.cells.map(({ column, row, group, people }) => {
          const side = step * (0.55 + 0.4 * Math.sqrt(people / most))
          const [x, y] = [(column + 0.5) * step, (row + 0.5) * step]
          return (
            <g key={`${column} ${row} ${group}`} className={`hue-${hueOf(view, group)}`}>
              <rect x={x - side / 2} y={y - side / 2} width={side} height={side} rx={3} />
              <text x={x} y={y} dy="0.34em">
                {group}
              </text>
            </g>
          )
        })}
        {view.mine && (
          <g className="opinion-me">
            <circle cx={at(view.mine.x)} cy={at(view.mine.y)} r={9} />
            <text x={at(view.mine.x)} y={at(view.mine.y) - 14}>
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
