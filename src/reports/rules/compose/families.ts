import type { Report, ReportTheme } from '../report.ts'
import { authorsOf, isThere, shown, type Tally } from './tally.ts'

/** Themes of several languages about one thing: its people are counted once over all languages, a column's within it. A
 *  family of which fewer than two themes stand in the report is none. */
export function familiesOf(tally: Tally, themes: readonly ReportTheme[]): NonNullable<Report['families']> {
  const standing = new Map(themes.map((theme) => [theme.id, theme]))
  return tally.material.families.flatMap(({ themes: ids }) => {
    const own = ids.filter((id) => standing.has(id))
    const there = own.flatMap((id) => tally.byTheme.get(id) ?? []).filter(isThere)
    const columns = [...Map.groupBy(there, ({ language }) => language)]
      .map(([language, said]) => ({ language, people: shown(authorsOf(said).size), contributions: said.length }))
      .sort((a, b) => b.contributions - a.contributions || (a.language < b.language ? -1 : 1))
      .slice(0, COLUMNS_MAX)
    if (own.length < 2 || columns.length < 2) return []
    const quoted = new Set(own.flatMap((id) => standing.get(id)?.voices ?? []).map(({ id }) => id))
    const heard = new Set([...quoted].map((id) => tally.written.get(id)?.language))
    const unquoted = columns.map(({ language }) => language).filter((language) => !heard.has(language))
    return [{ themes: own, people: shown(authorsOf(there).size), columns, unquoted }]
  })
}

const COLUMNS_MAX = 50
