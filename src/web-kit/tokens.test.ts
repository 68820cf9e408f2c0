import fs from 'node:fs'
import { expect, test } from 'vitest'

const css = fs.readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const pairs = [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)]
const themes = {
  light: new Map(pairs.map((found) => [found[1], found[2] ?? ''])),
  dark: new Map(pairs.map((found) => [found[1], found[3] ?? ''])),
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2: (lighter + .05) / (darker + .05). */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Inks, grounds, and the contrast that each ink must have on each ground. */
type Row = readonly [readonly string[], readonly string[], number]

function tooFaint(theme: Map<string | undefined, string>, rows: readonly Row[]) {
  return rows.flatMap(([inks, grounds, wanted]) =>
    inks.flatMap((ink) =>
      grounds
        .filter((ground) => contrast(theme.get(ink) ?? '', theme.get(ground) ?? '') < wanted)
        .map((ground) => `${ink} on ${ground}`),
    ),
  )
}

const grounds = ['paper', 'surface', 'sunken']
const hues = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8']
const rows: readonly Row[] = [
  [['ink', 'ink-2', 'ink-3', 'leaf', 'clay', 'sky', ...hues], grounds, 4.5],
  [['ink', 'ink-2'], ['leaf-soft', 'pollen-soft', 'clay-soft', 'sky-soft'], 4.5],
  [['leaf'], ['leaf-soft'], 4.5],
  [['clay'], ['clay-soft'], 4.5],
  [['sky'], ['sky-soft'], 4.5],
  [['pollen-text'], ['pollen-soft'], 4.5],
  [['leaf-ink'], ['leaf', 'leaf-strong'], 4.5],
  [['clay-ink'], ['clay'], 4.5],
  [['on-hue'], hues, 4.5],
  [['line-control', 'leaf'], ['paper', 'surface'], 3],
]

test.each(['light', 'dark'] as const)('every text and edge can be told from its ground in the %s theme', (name) => {
  expect(tooFaint(themes[name], rows)).toEqual([])
})

test('the measure finds a faint pair', () => {
  expect(tooFaint(themes.light, [[['line'], ['paper'], 3]])).toEqual(['line on paper'])
})
