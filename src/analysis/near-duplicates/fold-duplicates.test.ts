import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plantVoices } from '../../../test/planted-voices.ts'
import { compareFeatures } from './compare-features.ts'
import { findFeatures } from './find-features.ts'
import { countFoldPeople, foldDuplicates, takeApart } from './index.ts'

const planted = plantVoices({ seed: 11, texts: 1_500, campaign: { texts: 500, people: 12 } })
const authorOf = new Map(planted.map(({ id, author }) => [id, author]))
const folds = foldDuplicates(planted)

test('a campaign with small edits becomes one fold that counts its twelve people', () => {
  const copies = new Set(planted.filter(({ topic }) => topic === 'campaign').map(({ id }) => id))
  const [largest] = folds.toSorted((a, b) => b.members.length - a.members.length)
  if (largest === undefined) throw new Error('nothing was folded')
  expect(largest.members.every(({ id }) => copies.has(id))).toBe(true)
  expect(largest.members.length).toBeGreaterThanOrEqual(490)
  expect(countFoldPeople(largest, (id) => [authorOf.get(id)])).toBe(12)
})

/** Topics by a count of theirs, the largest first. */
function rankTopics(countOf: (texts: typeof planted) => number): string[] {
  const topics = [...Map.groupBy(planted, ({ topic }) => topic)]
  return topics.sort((a, b) => countOf(b[1]) - countOf(a[1])).map(([topic]) => topic)
}

test('a campaign leads a rank by texts, and by people of folds it stands where twelve people stand', () => {
  expect(rankTopics((texts) => texts.length)[0]).toBe('campaign')
  const byPeople = rankTopics((texts) => {
    const members = texts.map(({ id }) => ({ id, similarity: 1 }))
    return countFoldPeople({ origin: '', head: '', members }, (id) => [authorOf.get(id)])
  })
  expect(byPeople.at(-1)).toBe('campaign')
})

test('supporters of two texts are counted once', () => {
  const [fold] = foldDuplicates([
    { id: 'a', text: 'Safe bicycle lanes for schools' },
    { id: 'b', text: 'Safe bicycle lanes for schools!' },
  ])
  const peopleOf = (id: string): string[] => (id === 'a' ? ['ann', 'bob'] : ['cleo', 'bob'])
  expect(fold && countFoldPeople(fold, peopleOf)).toBe(3)
})

test('every member is a near-duplicate of the origin, and the earliest is the head', () => {
  const textOf = new Map(planted.map(({ id, text }) => [id, text]))
  const place = new Map(planted.map(({ id }, n) => [id, n]))
  for (const { origin, head, members } of folds) {
    expect(head).toBe(members[0]?.id)
    const first = findFeatures(textOf.get(origin) ?? '')
    for (const { id, similarity } of members) {
      expect(similarity).toBeGreaterThanOrEqual(0.6)
      expect(similarity).toBe(compareFeatures(findFeatures(textOf.get(id) ?? ''), first))
      expect(place.get(id)).toBeGreaterThanOrEqual(place.get(head) ?? 0)
    }
  }
})

test('a chain of small changes does not drift into one fold', () => {
  const words = Array.from({ length: 24 }, (_, n) => `word${n}${'abcdefgh'[n % 8]}`)
  const chain = Array.from({ length: 13 }, (_, n) => ({ id: n, text: words.slice(n, n + 12).join(' ') }))
  const found = foldDuplicates(chain)
  expect(found.length).toBeGreaterThan(1)
  expect(found.every(({ members }) => members.every(({ id }) => id < 12) || members.every(({ id }) => id > 0))).toBe(
    true,
  )
})

const someTaken = fc.subarray(planted.map(({ id }) => id))

test('texts taken apart and put back give the same folds, in whatever order', () => {
  fc.assert(
    fc.property(someTaken, someTaken, (one, two) => {
      const apart = new Set([...one, ...two])
      for (const id of one) apart.delete(id)
      for (const id of two) apart.delete(id)
      expect(takeApart(folds, apart)).toEqual(folds)
    }),
    { numRuns: 20 },
  )
})

test('a text taken apart stands in no fold and moves no other', () => {
  const small = folds.filter(({ members }) => members.length < 60)
  const large = folds.filter(({ members }) => members.length >= 60)
  fc.assert(
    fc.property(fc.subarray(large.flatMap(({ members }) => members.map(({ id }) => id))), (taken) => {
      const left = takeApart(folds, new Set(taken))
      const origins = new Map(folds.flatMap(({ origin, members }) => members.map(({ id }) => [id, origin])))
      for (const fold of left) for (const { id } of fold.members) expect(origins.get(id)).toBe(fold.origin)
      expect(left.some(({ members }) => members.some(({ id }) => taken.includes(id)))).toBe(false)
      expect(left).toEqual(expect.arrayContaining(small))
    }),
    { numRuns: 20 },
  )
})

test('when the head stands apart the next earliest stands for the fold', () => {
  const texts = ['a', 'b', 'c'].map((id) => ({ id, text: 'Safe bicycle lanes for schools' }))
  const [fold] = takeApart(foldDuplicates(texts), new Set(['a']))
  expect(fold).toMatchObject({ origin: 'a', head: 'b' })
  expect(takeApart(foldDuplicates(texts), new Set(['a', 'b']))).toEqual([])
})
