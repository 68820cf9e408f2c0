import { citedIn } from '../cited.ts'
import type { Place, Report, ReportTheme } from '../report.ts'
import { authorsOf, isThere, shown, type Tally } from './tally.ts'

const PLACES = ['cited', 'headline', 'theme', 'unsorted'] as const

type Said = Pick<Report, 'themes' | 'opinions' | 'voices'>

/** In which one place of the report each contribution and reply is counted: cited before all, then its theme's. */
export function placeOf(themes: ReadonlyMap<string, ReportTheme>, cited: ReadonlySet<string>) {
  return (id: string, theme: string | undefined): Place => {
    if (cited.has(id)) return 'cited'
    const stands = theme === undefined ? undefined : themes.get(theme)
    if (!stands) return 'unsorted'
    return stands.headline === null ? 'theme' : 'headline'
  }
}

/** How every contribution was counted: the four places together are all of them. */
export function coverageOf(tally: Tally, said: Said): Report['coverage'] {
  const cited = new Set(citedIn(said).keys())
  const find = placeOf(new Map(said.themes.map((theme) => [theme.id, theme])), cited)
  const groups = Map.groupBy(tally.material.written, ({ id, root }) => find(id, tally.themeOf.get(root)))
  return PLACES.map((place) => {
    const written = groups.get(place) ?? []
    return { place, contributions: written.length, people: shown(authorsOf(written.filter(isThere)).size) }
  })
}
