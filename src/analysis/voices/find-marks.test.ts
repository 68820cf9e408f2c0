import { expect, test } from 'vitest'
import { findMarks, openGlossary, suggestTerms } from './index.ts'

test.each<[string, string[]]>([
  ['The bus 47 to the Sagrada Família costs 1.000 euros.', ['47', '1000', 'sagrada', 'família']],
  ['El bus 47 a la Sagrada Família, 1,000 euros', ['47', '1000', 'sagrada', 'família']],
  ['See https://www.Example.org/plan/?from=mail#top, please', ['example.org/plan']],
  ['NATO said so. Nobody minds. L9 and iPhone too', ['nato', 'l9', 'iphone']],
  ['Uberx可以清楚的知道車子在哪', ['uberx']],
  ['nothing here 5', []],
  ['', []],
])('%j has the marks %j', (text, marks) => {
  expect(findMarks(text).toSorted()).toEqual(marks.toSorted())
})

test('a word is no name for beginning a sentence', () => {
  expect(findMarks('Trees matter. Benches too! (Shade as well)')).toEqual([])
})

const entries = [
  { en: ['bike lane', 'cycle path'], ca: ['carril bici'], zh: ['自行車道'] },
  { en: ['school'], ca: ['escola'] },
]

test('terms of the glossary are found in any case, with an ending, and in scripts without spaces', () => {
  expect(openGlossary(entries, 'en')('More BIKE LANES near schools')).toEqual([0, 1])
  expect(openGlossary(entries, 'ca')('carrils; carril-bici al costat')).toEqual([0])
  expect(openGlossary(entries, 'zh')('我們需要自行車道！')).toEqual([0])
  expect(openGlossary(entries, 'de')('bike lane')).toEqual([])
})

test('words written alike and words that tell most are suggested as terms', () => {
  const words: Record<number, string[]> = { 0: ['school', 'noise', 'patio'], 5: ['escola', 'soroll', 'pati'] }
  const suggested = suggestTerms([{ a: 0, b: 5, confidence: 0.8, evidence: [] }], (theme) => words[theme] ?? [])
  expect(suggested.map(({ words: pair }) => pair)).toContainEqual(['patio', 'pati'])
  expect(suggested.map(({ words: pair }) => pair)).toContainEqual(['school', 'escola'])
  expect(suggested.map(({ words: pair }) => pair)).not.toContainEqual(['noise', 'pati'])
  expect(suggestTerms([], () => ['any'])).toEqual([])
})
