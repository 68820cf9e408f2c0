import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editSlightly, plantVoices } from '../../../test/planted-voices.ts'
import { seededRandom } from '../seeded-random.ts'
import { openNearDuplicates } from './index.ts'

test('a text finds its near-duplicates that are already there, most similar first', () => {
  const index = openNearDuplicates<string>()
  expect(index.add('first', 'Safe bicycle lanes for schools')).toEqual([])
  expect(index.add('other', 'More shade in the playgrounds')).toEqual([])
  const found = index.add('second', 'Safe bicycle lanes for schools, please')
  expect(found).toMatchObject([{ id: 'first', copies: 1 }])
  expect(index.find('SAFE BICYCLE LANES FOR SCHOOLS').map(({ id, similarity }) => [id, similarity === 1])).toEqual([
    ['first', true],
    ['second', false],
  ])
})

test('edits of short and of longer texts find the text they were made from', () => {
  const random = seededRandom(5)
  const texts = plantVoices({ seed: 3, texts: 3_000 })
  const index = openNearDuplicates<string>()
  for (const { id, text } of texts) index.add(id, text)
  const missed = texts.filter(
    ({ id, text }) => !index.find(editSlightly(text, random)).some((found) => found.id === id),
  )
  expect(missed.length / texts.length).toBeLessThan(0.01)
})

test('texts that nobody copied are hardly ever near-duplicates', () => {
  const index = openNearDuplicates<string>()
  const found = plantVoices({ seed: 3, texts: 3_000 }).filter(({ id, text }) => index.add(id, text).length > 0)
  expect(found.length).toBeLessThan(30)
})

test('exact copies are one answer with their number, named by the earliest', () => {
  const index = openNearDuplicates<number>()
  for (let id = 0; id < 500; id++) index.add(id, 'The fees are unfair to everybody who works late')
  expect(index.find('The fees are unfair to everybody who works late!')).toEqual([
    { id: 0, similarity: 1, copies: 500 },
  ])
})

test('a text taken out is found no more, and the next earliest stands for its copies', () => {
  const index = openNearDuplicates<string>()
  index.add('a', 'Safe bicycle lanes for schools')
  index.add('b', 'Safe bicycle lanes for schools')
  expect(index.remove('a')).toBe(true)
  expect(index.remove('a')).toBe(false)
  expect(index.find('Safe bicycle lanes for schools')).toEqual([{ id: 'b', similarity: 1, copies: 1 }])
  index.remove('b')
  expect(index.find('Safe bicycle lanes for schools')).toEqual([])
  expect(index.size).toBe(0)
})

test('a text given again under its id replaces the old one', () => {
  const index = openNearDuplicates<string>()
  index.add('a', 'Safe bicycle lanes for schools')
  expect(index.add('a', 'More shade in the playgrounds')).toEqual([])
  expect(index.find('Safe bicycle lanes for schools')).toEqual([])
  expect(index.size).toBe(1)
})

test('a text is left out where it has a near-duplicate, if so wished', () => {
  const index = openNearDuplicates<string>()
  expect(index.addUnlessNear('a', 'Safe bicycle lanes for schools')).toBeUndefined()
  expect(index.addUnlessNear('b', 'Safe bicycle lanes for schools!')).toEqual({ id: 'a', similarity: 1, copies: 1 })
  expect(index.size).toBe(1)
})

test.each(['', ' ', '\n\t'])('%j is nobody`s duplicate however often it comes', (text) => {
  const index = openNearDuplicates<number>()
  index.add(1, text)
  expect(index.add(2, text)).toEqual([])
})

test('one letter is only found by the same letter', () => {
  const index = openNearDuplicates<string>()
  index.add('x', 'x')
  expect(index.find('X').map(({ id }) => id)).toEqual(['x'])
  expect(index.find('y')).toEqual([])
})

test('the same texts in the same order with the same seed give the same answers', () => {
  const texts = fc.array(fc.string({ maxLength: 40 }), { maxLength: 30 })
  fc.assert(
    fc.property(texts, fc.integer(), (given, seed) => {
      const [one, two] = [openNearDuplicates<number>({ seed }), openNearDuplicates<number>({ seed })]
      given.forEach((text, id) => {
        expect(one.add(id, text)).toEqual(two.add(id, text))
      })
    }),
  )
})

/** Milliseconds of this thread for each thousand of `count` texts: a busy machine does not add to them. */
function timeOf(count: number, textOf: (n: number) => string): number {
  const index = openNearDuplicates<number>()
  const before = process.threadCpuUsage()
  for (let n = 0; n < count; n++) index.add(n, textOf(n))
  return process.threadCpuUsage(before).user / count
}

test.each<[string, (n: number) => string]>([
  ['the same text', () => 'The fees are unfair to everybody who works late'],
  ['one text with another number in each', (n) => `The fees are unfair to everybody who works late, says number ${n}`],
])('%s by the thousand takes even time', (_, textOf) => {
  timeOf(500, textOf)
  expect(timeOf(8_000, textOf)).toBeLessThan(6 * timeOf(1_000, textOf) + 100)
})

test('a text of ten thousand characters is no heavy load', () => {
  const long = Array.from({ length: 2_000 }, (_, n) => `w${(n * 7919) % 10_007}`).join(' ')
  expect(timeOf(50, (n) => `${long} ${n}`)).toBeLessThan(20_000)
})
