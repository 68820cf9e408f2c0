import * as voices from '../../../analysis/voices/index.ts'
import { METHOD } from '../limits.ts'
import type { ReportTheme } from '../report.ts'

type Choosing = {
  readonly themes: readonly ReportTheme[]
  /** Themes that small voices stand in, strongest first. */
  readonly small: readonly string[]
  readonly writers: number
  /** Languages of at least 2 % of the writers. */
  readonly languages: readonly string[]
}

/**
 * Marks the headline themes: those with most people, one place in seven for a small voice, and as long as there are places
 * one of each language that 2 % of the writers wrote in. At most nine. The last place of the first seven is a small voice's
 * even when fewer than seven themes are there.
 */
export function markHeadlines({ themes, small, writers, languages }: Choosing): ReportTheme[] {
  const reasons = new Map<string, NonNullable<ReportTheme['headline']>>()
  const isSmall = ({ id, people }: ReportTheme) => small.includes(id) || (people ?? 0) < METHOD.smallShare * writers
  const ranked = themes.filter(({ people }) => people !== null)
  const large = ranked.filter((theme) => !isSmall(theme))
  const few = [...small.flatMap((id) => ranked.find((theme) => theme.id === id) ?? []), ...ranked.filter(isSmall)]
  const order = voices.reserveSlots(large, few, METHOD.reservedEvery)
  const chosen = order.slice(0, METHOD.headlines)
  const lastSmall = few[0]
  if (lastSmall && !chosen.some(isSmall)) chosen.splice(-1, chosen.length < METHOD.headlines ? 0 : 1, lastSmall)
  for (const theme of chosen) reasons.set(theme.id, isSmall(theme) ? 'small-voice' : 'people')
  for (const language of languages) addLanguage({ ranked, chosen, reasons, language })
  return themes.map((theme) => ({ ...theme, headline: reasons.get(theme.id) ?? null }))
}

type Adding = {
  readonly ranked: readonly ReportTheme[]
  readonly chosen: readonly ReportTheme[]
  readonly reasons: Map<string, NonNullable<ReportTheme['headline']>>
  readonly language: string
}

/** The largest theme of a language takes the place of the smallest one that is there for its people alone and whose own
 *  language keeps another. */
function addLanguage({ ranked, chosen, reasons, language }: Adding): void {
  const speaks = (theme: ReportTheme) => theme.languages[0]?.language === language
  const stands = (theme: ReportTheme) => reasons.has(theme.id)
  if (ranked.some((theme) => stands(theme) && speaks(theme))) return
  const added = ranked.find((theme) => speaks(theme))
  if (!added) return
  const leaves = chosen.findLast((theme) => {
    const own = theme.languages[0]?.language
    const others = ranked.filter((other) => stands(other) && other !== theme && other.languages[0]?.language === own)
    return reasons.get(theme.id) === 'people' && others.length > 0
  })
  if (reasons.size >= METHOD.headlines && !leaves) return
  if (reasons.size >= METHOD.headlines && leaves) reasons.delete(leaves.id)
  reasons.set(added.id, 'language')
}
