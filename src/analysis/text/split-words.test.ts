import { expect, test } from 'vitest'
import { splitWords } from './split-words.ts'

const wordsOf = (text: string): string[] => splitWords(text).filter((word) => word !== undefined)

test.each([
  ['letters, marks and digits make words; numbers alone do not', 'In 2016 the U2 line, 3.5 km', 'In the U2 line km'],
  ['an apostrophe is part of a word, straight or curly', "it’s l'aigua", "it's l'aigua"],
  ['the Catalan l·l stays whole', 'instal·lacions', 'instal·lacions'],
  ['addresses of pages and people are no words', 'see https://example.org/a?b=c or me@example.org now', 'see or now'],
  ['full-width letters are the usual ones', 'ＡＢＣ', 'ABC'],
  ['decomposed accents are composed', 'cafe\u0301', 'café'],
  ['nothing has no words', ' … 12 😀 ', ''],
])('%s', (_, text, words) => {
  expect(wordsOf(text).join(' ')).toBe(words)
})

test('Chinese and Japanese are cut into words by dictionary', () => {
  expect(wordsOf('叫車服務應該遵守相同的法律')).toContain('服務')
  expect(wordsOf('公園はとても静かです')).toContain('公園')
})

test('a sentence in a spaced script gives the words that Intl.Segmenter gives', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
  const texts = [
    "Don't overreact: the opioid crisis isn't over!",
    'Die Straßenbahn – endlich – fährt wieder; „gut so“.',
    'Más zonas verdes, ¿no?',
    'Нам нужно больше парков в городе.',
  ]
  for (const text of texts) {
    const expected = [...segmenter.segment(text)].filter((each) => each.isWordLike).map((each) => each.segment)
    expect(wordsOf(text)).toEqual(expected)
  }
})

test('a run of words breaks at a sign between them, not at a space or hyphen', () => {
  expect(splitWords('green roofs. More car-free streets')).toEqual([
    'green',
    'roofs',
    undefined,
    'More',
    'car',
    'free',
    'streets',
  ])
})

test('a hostile text takes no longer than its length', () => {
  const from = performance.now()
  splitWords(`${"a'".repeat(50_000)} ${'@'.repeat(50_000)} ${'www.'.repeat(20_000)}`)
  expect(performance.now() - from).toBeLessThan(1000)
})
