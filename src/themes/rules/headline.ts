import { voices } from '../../analysis/index.ts'
import type { SmallVoice, ThemeSummary, ThemesView } from '../contract.ts'

type Place = ThemesView['headline'][number]

/** Themes by their people, with one place in seven for a small voice that has no theme of its own. */
export function headlineOf(themes: readonly ThemeSummary[], small: readonly SmallVoice[]): Place[] {
  const ranked = themes.toSorted((a, b) => b.people - a.people).map(({ id }): Place => ({ themeId: id, voice: null }))
  const alone = small.flatMap(({ themeId }, voice): Place[] => (themeId === null ? [{ themeId: null, voice }] : []))
  return voices.reserveSlots(ranked, alone)
}
