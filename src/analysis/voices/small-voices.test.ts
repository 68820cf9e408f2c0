import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFavourites, findUnansweredFirsts, gatherSmallVoices, reserveSlots } from './index.ts'

const hourMs = 3_600_000

test('what one group supports and the others do not is its own', () => {
  const agrees = Int32Array.of(18, 10, 12, /**/ 20, 38, 41)
  const seen = Int32Array.of(20, 40, 45, /**/ 22, 40, 45)
  const found = findFavourites({ groups: 3, agrees, seen })
  expect(found).toMatchObject([{ thing: 0, group: 0, insidePeople: 20, outsidePeople: 85 }])
  expect(found[0]?.inside.share).toBeCloseTo(0.9)
  expect(found[0]?.chance).toBeLessThan(1e-6)
})

test('four people are too few to speak of support', () => {
  expect(findFavourites({ groups: 2, agrees: Int32Array.of(4, 0), seen: Int32Array.of(4, 90) })).toEqual([])
})

test('a coin for each vote has no favourites', () => {
  let state = 7
  const throwCoins = (count: number): number => {
    let heads = 0
    for (let n = 0; n < count; n++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      heads += state >>> 31
    }
    return heads
  }
  const seen = new Int32Array(600 * 6).fill(40)
  expect(
    findFavourites({ groups: 6, agrees: seen.map((count) => throwCoins(count)), seen }).length,
  ).toBeLessThanOrEqual(1)
})

const firsts = {
  people: Int32Array.of(0, 1, 0, 2, 1, -1),
  atMs: Float64Array.of(0, 1, 2, 3, 4, 5).map((hour) => hour * hourMs),
  replyTo: Int32Array.of(-1, -1, 0, -1, 3, -1),
}

test('a first text that only its author replied to is unanswered', () => {
  const found = findUnansweredFirsts(firsts, { nowMs: 10 * hourMs })
  expect(found).toEqual([
    { text: 0, person: 0, waitingMs: 10 * hourMs },
    { text: 1, person: 1, waitingMs: 9 * hourMs },
  ])
})

test('nobody is called unanswered before two hours have passed', () => {
  expect(findUnansweredFirsts(firsts, { nowMs: hourMs })).toEqual([])
  expect(findUnansweredFirsts(firsts, { nowMs: hourMs, patienceMs: hourMs })).toHaveLength(1)
})

const outlying = (text: number) => ({ text, person: text, group: 0, nearest: 0, rank: 0 })
const first = (text: number) => ({ text, person: text, waitingMs: 1 })

test('the reasons take turns, and a text in a pocket is not named twice', () => {
  const pocket = {
    ...{ group: 0, texts: [1], people: 5, ownShare: 1, expectedShare: 0.1 },
    ...{ chance: 0, density: 1, theme: -1, hasTheme: false },
  }
  const gathered = gatherSmallVoices({
    pockets: [pocket],
    favourites: [],
    outlying: [outlying(1), outlying(2), outlying(3)],
    firsts: [first(9), first(10)],
  })
  expect(gathered.map(({ reason }) => reason)).toEqual([
    'pocket',
    'far-from-all',
    'first-unanswered',
    'far-from-all',
    'first-unanswered',
  ])
})

test('one place in seven goes to a small voice, and each thing stands once', () => {
  const ranked = Array.from({ length: 20 }, (_, n) => n)
  expect(reserveSlots(ranked, [100, 3, 101]).slice(0, 15)).toEqual([0, 1, 2, 3, 4, 5, 100, 6, 7, 8, 9, 10, 11, 101, 12])
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60)), fc.uniqueArray(fc.nat(60)), (list, small) => {
      const placed = reserveSlots(list, small)
      expect(placed.toSorted()).toEqual([...new Set([...list, ...small])].toSorted())
      expect(placed.filter((each) => list.includes(each) && !small.includes(each))).toEqual(
        list.filter((each) => !small.includes(each)),
      )
    }),
  )
})
