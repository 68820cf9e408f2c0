import { expect, test } from 'vitest'
import { openSimilarSearch } from './find-similar.ts'
import { cutSpans, indexText, openTextIndex } from './open-text-index.ts'

const words = (from: number, many: number): number[] => Array.from({ length: many }, (_, at) => from + at)

function indexOf(texts: readonly (readonly number[])[]) {
  const index = openTextIndex()
  for (const [at, terms] of texts.entries()) indexText(index, at, terms)
  return openSimilarSearch(index)
}

test('the same words have similarity 1, others less, none are not answered', () => {
  const search = indexOf([words(0, 4), [0, 1, 2, 9], words(20, 4)])
  const found = search({ terms: words(0, 4), most: 5 })
  expect(found.map(({ text }) => text)).toEqual([0, 1])
  expect(found[0]?.similarity).toBeCloseTo(1)
  expect(found[1]?.similarity).toBeLessThan(0.9)
})

test('a text is found by one of its parts, however long it is', () => {
  const long = words(100, 200)
  const search = indexOf([long, words(0, 4)])
  const [best] = search({ terms: words(120, 20), most: 1 })
  expect(best?.text).toBe(0)
  expect(best?.similarity).toBeGreaterThan(0.9)
})

test('the text itself can be left out', () => {
  const search = indexOf([words(0, 4), words(0, 4)])
  expect(search({ terms: words(0, 4), most: 5, except: 0 }).map(({ text }) => text)).toEqual([1])
})

test('texts are found at once, also between two weighings', () => {
  const index = openTextIndex()
  const search = openSimilarSearch(index)
  for (let text = 0; text < 500; text++) {
    indexText(index, text, words(text * 5, 5))
    const [best] = search({ terms: words(text * 5, 5), most: 1 })
    expect(best?.text).toBe(text)
    expect(best?.similarity).toBeGreaterThan(0.99)
  }
})

test('words that a fifth of all texts hold make no text similar', () => {
  const texts = Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? [0, at + 10] : [at + 10]))
  expect(indexOf(texts)({ terms: [0], most: 5 })).toEqual([])
})

test('spans have about forty words, and no short rest stands alone', () => {
  expect(cutSpans(words(0, 7)).map(({ length }) => length)).toEqual([7])
  expect(cutSpans(words(0, 27)).map(({ length }) => length)).toEqual([27])
  expect(cutSpans(words(0, 50)).map(({ length }) => length)).toEqual([20, 20, 10])
  expect(cutSpans([])).toEqual([])
})
