import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plantTexts } from '../../../test/planted-texts.ts'
import { adjustedRand } from '../agreement.ts'
import { openThemes } from './open-themes.ts'
import type { Constraint, TextEntry, ThemeResult, ThemesOptions } from './theme-types.ts'

const themed = (entries: readonly TextEntry[], options: Partial<ThemesOptions> = {}) => {
  const open = openThemes({ seed: 1, ...options })
  open.add(entries)
  return { open, result: open.compute() }
}

const themeIdOf = (result: ThemeResult, id: string): string | undefined =>
  result.themes[result.themeOf[result.ids.indexOf(id)] ?? -1]?.id

test('texts on planted subjects are found in as many themes', () => {
  const { entries, subjectOf } = plantTexts({ subjects: 8, each: 60 })
  const { result } = themed(entries)
  expect(result.themes.length).toBe(8)
  expect(adjustedRand(result.themeOf, subjectOf)).toBeGreaterThan(0.95)
  expect(result.coverage).toBeGreaterThan(0.98)
})

test('the same seed gives the same result, whole', () => {
  const { entries } = plantTexts({ subjects: 5, each: 50 })
  expect(themed(entries).result).toEqual(themed(entries).result)
})

test('a wanted number of themes is come near to', () => {
  const { entries } = plantTexts({ subjects: 12, each: 40 })
  expect(themed(entries, { wantedThemes: 12 }).result.themes.length).toBe(12)
})

test('nothing, and texts without words, give no themes', () => {
  expect(themed([]).result).toMatchObject({ themes: [], coverage: 0, changes: [] })
  const empty = ['', '?', '12', '😊', ' '].map((text, at) => ({ id: `${at}`, text }))
  expect(themed(empty).result.themes).toEqual([])
})

test('an id that is there already adds nothing', () => {
  const { open } = themed([{ id: 'a', text: 'green roofs', language: 'en' }])
  open.add([
    { id: 'a', text: 'something else', language: 'en' },
    { id: 'b', text: 'green walls', language: 'en' },
  ])
  expect(open.compute().ids).toEqual(['a', 'b'])
})

test('what fewer than five people write about is unsorted, however much they write', () => {
  const { entries } = plantTexts({ subjects: 4, each: 50 })
  const few = entries.map((entry, at) => (at % 4 === 0 ? { ...entry, author: `few ${at % 3}` } : entry))
  const { result } = themed(few)
  expect(result.themes.length).toBe(3)
  for (const [at, entry] of few.entries()) if (at % 4 === 0) expect(themeIdOf(result, entry.id)).toBeUndefined()
  // The control: with a floor of one person the same texts are a theme.
  expect(themed(few, { leastPeople: 1 }).result.themes.length).toBe(4)
})

test('people are distinct authors; where no text has one, texts are counted', () => {
  const { entries } = plantTexts({ subjects: 2, each: 60, people: 14 })
  expect(themed(entries).result.themes.map(({ people }) => people)).toEqual([7, 7])
  const nameless = entries.map(({ author: _, ...entry }) => entry)
  expect(themed(nameless).result.themes.map(({ people }) => people)).toEqual([60, 60])
})

test('texts without author have themes beside those with one, and are told as nobody', () => {
  const { entries } = plantTexts({ subjects: 2, each: 60 })
  const half = entries.map(({ author, ...entry }, at) => (at % 2 === 0 ? entry : { ...entry, author }))
  expect(
    themed(half)
      .result.themes.map(({ people }) => people)
      .sort((a, b) => a - b),
  ).toEqual([0, 60])
})

const small = plantTexts({ subjects: 4, each: 15 })
const pair = fc.record({
  kind: fc.constantFrom('must-link' as const, 'cannot-link' as const),
  a: fc.nat(59).map((at) => `text ${at}`),
  b: fc.nat(59).map((at) => `text ${at}`),
})

/** Whether a constraint is broken: texts in no theme are together nowhere, and not apart where one of them is in a
 *  theme. */
function isBroken(result: ThemeResult, { kind, a, b }: Constraint): boolean {
  const [one, other] = [themeIdOf(result, a), themeIdOf(result, b)]
  return kind === 'must-link' ? one !== other : one !== undefined && one === other
}

test('every constraint that is not told as ignored holds, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 25 }), (constraints) => {
      const open = openThemes({ seed: 1, leastPeople: 3 })
      open.add(small.entries)
      open.setConstraints(constraints)
      const result = open.compute()
      const ignored = new Set(result.ignored.map(({ kind, a, b }) => `${kind} ${a} ${b}`))
      const kept = constraints.filter(({ kind, a, b }) => !ignored.has(`${kind} ${a} ${b}`))
      expect(kept.filter((each) => isBroken(result, each))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('without the constraints the same texts break them: the test above sees what it guards', () => {
  const { result } = themed(small.entries)
  expect(isBroken(result, { kind: 'must-link', a: 'text 0', b: 'text 1' })).toBe(true)
  expect(isBroken(result, { kind: 'cannot-link', a: 'text 0', b: 'text 4' })).toBe(true)
})

test('a constraint on an unknown text or on two languages is told as ignored', () => {
  const { open } = themed([...small.entries, { id: 'other', text: 'dieselbe Sache', language: 'de' }])
  open.setConstraints([
    { kind: 'must-link', a: 'text 0', b: 'nobody' },
    { kind: 'must-link', a: 'text 0', b: 'other' },
    { kind: 'must-link', a: 'text 0', b: 'text 1' },
    { kind: 'cannot-link', a: 'text 0', b: 'text 1' },
  ])
  const { ignored } = open.compute()
  expect(ignored.map(({ because }) => because).sort()).toEqual(['contradicted', 'two-languages', 'unknown-text'])
})

test('a text moved out of its theme goes alone, and into the one it is bound to', () => {
  const { entries } = plantTexts({ subjects: 3, each: 40 })
  const { open, result } = themed(entries)
  open.setConstraints([
    { kind: 'cannot-link', a: 'text 0', b: 'text 3' },
    { kind: 'must-link', a: 'text 0', b: 'text 1' },
  ])
  const moved = open.compute()
  expect(themeIdOf(moved, 'text 0')).toBe(themeIdOf(result, 'text 1'))
  const others = entries.slice(1).filter(({ id }) => themeIdOf(moved, id) !== themeIdOf(result, id))
  expect(others).toEqual([])
})

test('replies tie a text without words of its own to the theme it answers', () => {
  const { entries } = plantTexts({ subjects: 3, each: 40 })
  const open = openThemes({ seed: 1 })
  open.add([...entries, { id: 'reply', text: 'yes', language: 'en', author: 'replier' }])
  expect(themeIdOf(open.compute(), 'reply')).toBeUndefined()
  open.addTies([{ from: 'reply', to: 'text 1', weight: 1 }])
  const tied = open.compute()
  expect(themeIdOf(tied, 'reply')).toBe(themeIdOf(tied, 'text 1'))
})

test('each language has themes of its own', () => {
  const english = plantTexts({ subjects: 2, each: 40 }).entries
  const german = english.map((entry) => ({ ...entry, id: `de ${entry.id}`, language: 'de' }))
  const { result } = themed([...english, ...german])
  expect(result.themes.map(({ language }) => language).sort()).toEqual(['de', 'de', 'en', 'en'])
  for (const [at, theme] of result.themeOf.entries()) {
    if (theme >= 0) expect(result.themes[theme]?.language).toBe(result.languages[at])
  }
})

test('subthemes are numbered within their theme and hold only its texts', () => {
  const { result } = themed(plantTexts({ subjects: 3, each: 120 }).entries)
  for (const [at, part] of result.subthemeOf.entries()) {
    const theme = result.themes[result.themeOf[at] ?? -1]
    if (part >= 0) expect(theme?.subthemes[part]?.id).toBe(`${theme?.id}.${part + 1}`)
  }
  for (const theme of result.themes) {
    const inParts = theme.subthemes.reduce((sum, { size }) => sum + size, 0)
    expect(inParts).toBeLessThanOrEqual(theme.size)
  }
})

test('progress goes from step to step and ends at 1', () => {
  const shares: number[] = []
  themed(plantTexts({ subjects: 2, each: 30 }).entries, { onProgress: (_, share) => shares.push(share) })
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})
