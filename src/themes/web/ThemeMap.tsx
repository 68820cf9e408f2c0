import { classes, useNavigation } from '../../web-kit/index.ts'
import type { ThemesView } from '../contract.ts'
import { nameOf } from './names.ts'
import { say } from './say.ts'
import { spread } from './spread.ts'

const WIDTH = 640
const HEIGHT = 420
/** Names that fit beside each other; all others are told by the table and on pointing. */
const NAMED = 14

/** The themes as circles: area is people, nearness what they share, a ring that one rises. The table says the same. */
export function ThemeMap({ view, pathOf }: { view: ThemesView; pathOf: (themeId: string) => string }) {
  const { go } = useNavigation()
  const rising = new Set(view.lenses.rising.map(({ themeId }) => themeId))
  const circles = spread(view.themes, { width: WIDTH, height: HEIGHT })
  const at = new Map(circles.map((circle) => [circle.id, circle]))
  return (
    <figure className="theme-map">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('themes.map')}>
        {view.ties.map(({ a, b }) => {
          const [from, to] = [at.get(a), at.get(b)]
          return from && to && <line key={`${a} ${b}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        })}
        {circles.map(({ id, x, y, radius }, place) => {
          const theme = view.themes[place]
          if (!theme) return null
          const values = { name: nameOf(theme), people: theme.people, contributions: theme.contributions }
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map opens each theme by keyboard
            <g
              key={id}
              className={classes('theme-spot', rising.has(id) && 'theme-rises')}
              onClick={() => go(pathOf(id))}
            >
              <title>{say('themes.map.one', values)}</title>
              <circle cx={x} cy={y} r={radius} />
              {rising.has(id) && <circle className="theme-ring" cx={x} cy={y} r={radius + 4} />}
              {place < NAMED && (
                <text x={x} y={y} dy="0.32em">
                  {shortened(nameOf(theme), radius)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <figcaption>{say('themes.map.text')}</figcaption>
    </figure>
  )
}

/** As many letters as stand in a circle and a little beside it. */
function shortened(name: string, radius: number): string {
  const most = Math.max(10, Math.round(radius / 2.6))
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`
}
