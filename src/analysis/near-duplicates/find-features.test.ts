import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFeatures } from './compare-features.ts'
import { findFeatures, longestText, normaliseText } from './find-features.ts'

function similarity(left: string, right: string): number {
  return compareFeatures(findFeatures(left), findFeatures(right))
}

test.each([
  ['Mehr Bäume für die Stadt!', 'mehr baume fur  die stadt'],
  ['ＦＵＬＬ width', 'full width'],
  ['叫車服務，應該遵守', '叫車服務應該遵守'],
])('%j and %j differ in nothing that counts', (left, right) => {
  expect(similarity(left, right)).toBe(1)
})

test.each([
  ['a word dropped of five', 'Safe bicycle lanes for schools', 'Safe bicycle lanes schools'],
  ['two words swapped of five', 'More trees for our city', 'More for trees our city'],
  ['words added to five', 'Safe bicycle lanes for schools', 'Safe bicycle lanes for schools too please'],
  ['a word dropped of a Chinese sentence', '叫車服務應該遵守相同的法律', '叫車服務應遵守相同的法律'],
  ['words added to a Chinese sentence', '叫車服務應該遵守相同的法律', '我認為叫車服務應該遵守相同的法律'],
  ['a word dropped of a Korean sentence', '우리 동네에 공원이 더 필요합니다', '동네에 공원이 더 필요합니다'],
])('%s leaves a near-duplicate', (_, left, right) => {
  expect(similarity(left, right)).toBeGreaterThanOrEqual(0.6)
})

test('grams across the words, as in the textbook, would lose a swap in a short title', () => {
  const [left, right] = ['More trees for our city', 'More for trees our city'].map(textbookGrams)
  const both = [...(left ?? [])].filter((gram) => right?.has(gram)).length
  expect(both / new Set([...(left ?? []), ...(right ?? [])]).size).toBeLessThan(0.6)
})

function textbookGrams(text: string): Set<string> {
  const words = normaliseText(text)
  return new Set(Array.from({ length: words.length - 3 }, (_, at) => words.slice(at, at + 4)))
}

test.each([
  ['How do I sort a list in Haskell?', 'How do I draw a chart in Excel?'],
  ['More parks in the north', 'Fewer cars in the south'],
  ['叫車服務應該遵守相同的法律', '計程車司機需要更好的保障'],
  ['See https://example.org/a/very/long/address/of/a/page', 'No! https://example.org/a/very/long/address/of/a/page'],
])('%j and %j are two texts', (left, right) => {
  expect(similarity(left, right)).toBeLessThan(0.4)
})

test('a text of signs without letters is only equal to itself', () => {
  expect(similarity('👍👍', ' 👍👍 ')).toBe(1)
  expect(similarity('👍👍', '👍')).toBe(0)
})

test('an empty text has no features', () => {
  for (const empty of ['', ' ', '\n\t']) expect(findFeatures(empty)).toHaveLength(0)
})

test('what stands behind the longest text changes nothing', () => {
  const text = 'word '.repeat(longestText / 5)
  expect(findFeatures(`${text}and more`)).toEqual(findFeatures(text))
})

test('features are a sorted set, and similarity does not ask who comes first', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
      const features = findFeatures(left)
      expect([...features]).toEqual([...new Set(features)].sort((a, b) => a - b))
      expect(similarity(left, right)).toBe(similarity(right, left))
      expect(similarity(left, left)).toBe(features.length === 0 ? 0 : 1)
    }),
  )
})

test('long texts are compared by a part of their features within a few hundredths', () => {
  const words = Array.from({ length: 3_000 }, (_, n) => `w${(n * 7919) % 100_003}`)
  const [left, right] = [words.slice(0, 2_400), words.slice(600)].map((part) => findFeatures(part.join(' ')))
  const exact = jaccard(new Set(left), new Set(right))
  expect(compareFeatures(left ?? new Uint32Array(), right ?? new Uint32Array())).toBeCloseTo(exact, 1)
})

function jaccard(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  return left.intersection(right).size / left.union(right).size
}
