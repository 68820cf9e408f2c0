import { useState } from 'react'
import { classes, Radios, useMedia, useNavigation } from '../../web-kit/index.ts'
import type { ThemeSummary, ThemesView } from '../contract.ts'
import { GROWTH_HOURS, growthOf } from './growth.ts'
import { firstLine, LINE, linesWithin } from './lines-within.ts'
import { languageMark, languagesOf, MEASURES, type Measure, markOf } from './map-measures.ts'
import { languageName, nameOf } from './names.ts'
import { say } from './say.ts'
import { type Circle, spread } from './spread.ts'

const WIDTH = 640
const HEIGHT = 420
/** Names that fit beside each other; all others are told by the table and on pointing. */
const NAMED = 14
/** Where the picture shrinks and its letters do not: as in themes.css. */
const NARROW = '(max-width: 640px)'

/** The themes as circles: area is people, nearness what they share, a ring that one rises; tone and a few letters say
 *  how each stands in what the reader chose. The table says the same. */
export function ThemeMap({ view, pathOf }: { view: ThemesView; pathOf: (themeId: string) => string }) {
  const [measure, show] = useState<Measure>(() => (view.themes.some(isMoving) ? 'growth' : 'agreement'))
  const rising = new Set(view.lenses.rising.map(({ themeId }) => themeId))
  const languages = languagesOf(view.themes)
  const circles = spread(view.themes, { width: WIDTH, height: HEIGHT })
  const at = new Map(circles.map((circle) => [circle.id, circle]))
  const measures = MEASURES.filter((one) => one !== 'language' || languages.length > 1)
  return (
    <figure className="theme-map">
      <Radios
        inline
        legend={say('themes.map.shows')}
        value={measure}
        options={measures.map((value) => ({ value, label: say(`themes.map.shows.${value}`) }))}
        onChange={show}
      />
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('themes.map')}>
        {view.ties.map(({ a, b }) => {
          const [from, to] = [at.get(a), at.get(b)]
          return from && to && <line key={`${a} ${b}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        })}
        {circles.map((circle, place) => {
          const theme = view.themes[place]
          if (!theme) return null
          const mark = markOf(theme, measure, languages)
          const spot = { theme, circle, mark, isNamed: place < NAMED, isRising: rising.has(theme.id) }
          return <Spot key={theme.id} {...spot} to={pathOf(theme.id)} />
        })}
      </svg>
      <figcaption className="stack stack-tight">
        <p>{say(`themes.map.shows.${measure}.why`, { hours: GROWTH_HOURS })}</p>
        {measure === 'language' && <Languages languages={languages} />}
        <p>{say('themes.map.text')}</p>
      </figcaption>
    </figure>
  )
}

/** Where nothing has been written for hours, as in a jam that is over, growth tells nothing. */
function isMoving(theme: ThemeSummary): boolean {
  const { now, before } = growthOf(theme)
  return now + before > 0
}

type SpotProps = {
  readonly theme: ThemeSummary
  readonly circle: Circle
  readonly mark: { readonly className: string; readonly note: string }
  readonly isNamed: boolean
  readonly isRising: boolean
  readonly to: string
}

function Spot({ theme, circle: { x, y, radius }, mark, isNamed, isRising, to }: SpotProps) {
  const { go } = useNavigation()
  const letterSize = useMedia(NARROW) ? 20 : 12
  const lines = isNamed ? linesWithin(nameOf(theme), radius, letterSize) : []
  const values = { name: nameOf(theme), people: theme.people, contributions: theme.contributions }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map opens each theme by keyboard
    <g className={classes('theme-spot', mark.className)} onClick={() => go(to)}>
      <title>{`${say('themes.map.one', values)} · ${mark.note}`}</title>
      <circle cx={x} cy={y} r={radius} />
      {isRising && <circle className="theme-ring" cx={x} cy={y} r={radius + 4} />}
      {lines.length > 0 && (
        <text x={x} y={y} dy={`${firstLine(lines.length)}em`}>
          {lines.map((line, at) => (
            <tspan key={line} x={x} dy={at > 0 ? `${LINE}em` : undefined}>
              {line}
            </tspan>
          ))}
          <tspan className="theme-note" x={x} dy={`${LINE}em`}>
            {mark.note}
          </tspan>
        </text>
      )}
    </g>
  )
}

/** Which line stands for which language. */
function Languages({ languages }: { languages: readonly string[] }) {
  return (
    <ul className="theme-legend plain-list">
      {languages.map((language) => (
        <li key={language}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <g className={classes('theme-spot', languageMark(language, languages).className)}>
              <circle cx="10" cy="10" r="8" />
            </g>
          </svg>
          {languageName(language)}
        </li>
      ))}
    </ul>
  )
}
