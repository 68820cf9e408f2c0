import type { ThemeSummary } from '../contract.ts'
import { growthOf } from './growth.ts'
import { percent, signed } from './names.ts'

/** What the map can show of each theme besides its people. */
export const MEASURES = ['growth', 'agreement', 'split', 'language'] as const
export type Measure = (typeof MEASURES)[number]

/** How a theme stands in a measure: its class, and the same in a few letters, so that no colour speaks alone. */
export type Mark = { readonly className: string; readonly note: string }

const UNKNOWN: Mark = { className: 'theme-tone-none', note: '–' }
const AGREED = 2 / 3
const DIVIDED = 0.8
/** The lines that tell languages apart; all others share the last. */
const LINES = 3

export function markOf(theme: ThemeSummary, measure: Measure, languages: readonly string[]): Mark {
  if (measure === 'growth') return growthMark(theme)
  if (measure === 'language') return languageMark(theme.language, languages)
  const share = theme[measure]
  if (share === null) return UNKNOWN
  return {
    className: `theme-tone-${measure === 'agreement' ? agreeTone(share) : splitTone(share)}`,
    note: percent(share),
  }
}

/** The class of a language: a hue and a line of its own. */
export function languageMark(language: string, languages: readonly string[]): Mark {
  const at = Math.max(0, languages.indexOf(language))
  return { className: `theme-language hue-${(at % 8) + 1} theme-line-${Math.min(at, LINES)}`, note: language }
}

/** The languages of the themes, the one with the most themes first. */
export function languagesOf(themes: readonly ThemeSummary[]): string[] {
  const counts = new Map<string, number>()
  for (const { language } of themes) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([language]) => language)
}

function growthMark(theme: ThemeSummary): Mark {
  const { now, before } = growthOf(theme)
  const tone = now > before ? 'good' : now < before ? 'low' : 'none'
  return { className: `theme-tone-${tone}`, note: signed(now - before) }
}

function agreeTone(share: number): string {
  if (share >= AGREED) return 'good'
  return share >= 1 - AGREED ? 'mid' : 'low'
}

function splitTone(share: number): string {
  return share > DIVIDED ? 'low' : share > DIVIDED / 2 ? 'mid' : 'good'
}
