import * as voices from '../../analysis/voices/index.ts'
import { LEAST_PEOPLE } from '../../kernel/index.ts'
import { EXPOSURE_FLOOR } from '../../reading/contract.ts'
import { findSmallVoices } from './find-small-voices.ts'
import type { Activity, MeasureAsked, Measured, MeasuredText } from './measure-asked.ts'
import { type Arrays, arraysOf } from './text-arrays.ts'

const SHOWN = 20
const RISING_HOURS = 2

/** Lenses, small voices and how much the most active wrote. The unit is the person. */
export function measureVoices(asked: MeasureAsked): Measured {
  const arrays = arraysOf(asked.texts)
  return {
    lenses: {
      rising: risingOf(arrays, asked.nowMs),
      leastHeard: leastHeardOf(asked, arrays),
      unresolved: openOf(asked, arrays),
    },
    activity: activityOf(asked.texts),
    small: asked.words && findSmallVoices(asked, arrays, asked.words),
  }
}

const idOf = ({ themeIds }: Arrays, theme: number): string => themeIds[theme] ?? ''
const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))

function risingOf(arrays: Arrays, nowMs: number): Measured['lenses']['rising'] {
  // A text of nobody known rises for nobody.
  const themes = arrays.themes.map((theme, at) => ((arrays.people[at] ?? -1) < 0 ? -1 : theme))
  return voices
    .rankRising({ ...arrays, themes }, { nowMs, hours: RISING_HOURS })
    .filter(({ rate }) => rate > 1)
    .slice(0, SHOWN)
    .map(({ theme, people, expected }) => ({
      themeId: idOf(arrays, theme),
      peopleAnHour: rounded(people / RISING_HOURS),
      usual: rounded(expected / RISING_HOURS),
    }))
}

function leastHeardOf({ texts }: MeasureAsked, arrays: Arrays): Measured['lenses']['leastHeard'] {
  const shown = arrays.themeIds.map((_, theme) => ({ theme, texts: 0, showings: 0, belowFloor: 0 }))
  for (const [at, { people, seed }] of texts.entries()) {
    const theme = shown[arrays.themes[at] ?? -1]
    if (!theme || seed) continue
    theme.texts += 1
    theme.showings += people
    if (people < EXPOSURE_FLOOR) theme.belowFloor += 1
  }
  const all = shown.reduce((sum, each) => ({ texts: sum.texts + each.texts, showings: sum.showings + each.showings }), {
    texts: 0,
    showings: 0,
  })
  const mean = all.showings / Math.max(1, all.texts)
  return voices
    .rankLeastHeard(shown)
    .slice(0, SHOWN)
    .map(({ theme, showings, texts: count, belowFloor }) => ({
      themeId: idOf(arrays, theme),
      share: rounded(showings / Math.max(1, count) / mean, 1),
      belowFloor,
    }))
}

function openOf({ texts, nowMs }: MeasureAsked, arrays: Arrays): Measured['lenses']['unresolved'] {
  const open = arrays.themeIds.map((themeId) => ({ themeId, openQuestions: 0, openObjections: 0, split: false }))
  const askers = arrays.themeIds.map(() => new Set<number>())
  const kinds = Uint8Array.from(texts, ({ kind }) =>
    kind === 'question' || kind === 'objection' ? voices.textKinds[kind] : voices.textKinds.other,
  )
  for (const { text, kind } of voices.findOpenTexts({ ...arrays, kinds }, nowMs)) {
    const theme = open[arrays.themes[text] ?? -1]
    if (theme) theme[kind === 'question' ? 'openQuestions' : 'openObjections'] += 1
    askers[arrays.themes[text] ?? -1]?.add(arrays.people[text] ?? -1)
  }
  const votes = {
    agrees: Int32Array.from(texts, (each) => each.agree),
    disagrees: Int32Array.from(texts, (each) => each.disagree),
  }
  for (const { thing } of voices.findSplitVotes(votes)) {
    const theme = open[arrays.themes[thing] ?? -1]
    if (theme) theme.split = true
  }
  // By the people who ask: one who asks ten times is one.
  return open
    .map((each, theme) => ({ each, people: askers[theme]?.size ?? 0 }))
    .filter(({ each, people }) => people > 0 || each.split)
    .sort((a, b) => b.people - a.people || (a.each.themeId < b.each.themeId ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ each }) => each)
}

function activityOf(texts: readonly MeasuredText[]): Activity {
  const written = new Map<string, number>()
  for (const { author } of texts) if (author !== null) written.set(author, (written.get(author) ?? 0) + 1)
  const counts = [...written.values()].sort((a, b) => b - a)
  const sumOf = (some: readonly number[]): number => some.reduce((sum, each) => sum + each, 0)
  const posts = sumOf(counts)
  const shareOf = (part: number): number | null => {
    const people = Math.floor(counts.length * part)
    return people < LEAST_PEOPLE ? null : rounded(sumOf(counts.slice(0, people)) / posts, 3)
  }
  return { people: counts.length, posts, topHundredth: shareOf(0.01), topTenth: shareOf(0.1) }
}
