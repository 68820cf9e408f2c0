import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankLeastHeard, withExposureFloor } from './index.ts'

const many = Array.from({ length: 40 }, (_, n) => n)

test('each page keeps its places for what few have seen, the least shown first', () => {
  const exposures = (thing: number): number => (thing >= 30 ? 40 - thing : 100)
  const list = withExposureFloor(many, { exposures, slots: 2, page: 7 })
  expect(list.slice(0, 14)).toEqual([0, 1, 2, 3, 4, 39, 38, 5, 6, 7, 8, 9, 37, 36])
})

test('what ranks into a page by itself takes one of its places', () => {
  const exposures = (thing: number): number => (thing === 1 || thing > 30 ? 0 : 9)
  expect(withExposureFloor(many, { exposures, slots: 2, page: 5 }).slice(0, 5)).toEqual([0, 1, 2, 3, 31])
})

test('a list in which everything was shown enough stays as it is', () => {
  expect(withExposureFloor(many, { exposures: () => 8, slots: 2, page: 7 })).toEqual(many)
})

test('more places than a page has are refused', () => {
  expect(() => withExposureFloor(many, { exposures: () => 0, slots: 8, page: 7 })).toThrow(RangeError)
})

/** Readers who look at one page each; gives the least exposure of all things. */
function showPages({ readers, slots }: { readers: number; slots: number }): number {
  const shown = new Map(many.map((thing) => [thing, 0]))
  for (let reader = 0; reader < readers; reader++) {
    const list = withExposureFloor(many, { exposures: (thing) => shown.get(thing) ?? 0, slots, page: 10 })
    for (const thing of list.slice(0, 10)) shown.set(thing, (shown.get(thing) ?? 0) + 1)
  }
  return Math.min(...shown.values())
}

test('everything reaches eight people before long, and without kept places it never does', () => {
  expect(showPages({ readers: 110, slots: 3 })).toBeGreaterThanOrEqual(8)
  expect(showPages({ readers: 110, slots: 0 })).toBe(0)
})

test('nothing is lost or doubled, and what was shown enough keeps its order', () => {
  const things = fc.uniqueArray(fc.record({ id: fc.nat(), shown: fc.nat(12) }), { selector: ({ id }) => id })
  const size = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(things, size, size, (ranked, one, two) => {
      const [slots, page] = [Math.min(one, two), Math.max(one, two)]
      const list = withExposureFloor(ranked, { exposures: ({ shown }) => shown, slots, page })
      const isHeard = ({ shown }: { shown: number }): boolean => shown >= 8
      expect(new Set(list)).toEqual(new Set(ranked))
      expect(list).toHaveLength(ranked.length)
      expect(list.filter(isHeard)).toEqual(ranked.filter(isHeard))
      const needed = Math.min(slots, ranked.filter((thing) => !isHeard(thing)).length)
      expect(list.slice(0, page).filter((thing) => !isHeard(thing)).length).toBeGreaterThanOrEqual(needed)
    }),
  )
})

test('the least heard theme is the one whose texts were surely shown less than others', () => {
  const ranked = rankLeastHeard([
    { theme: 0, texts: 100, showings: 2_000, belowFloor: 0 },
    { theme: 1, texts: 40, showings: 200, belowFloor: 30 },
    { theme: 2, texts: 1, showings: 16, belowFloor: 0 },
    { theme: 3, texts: 60, showings: 700, belowFloor: 10 },
  ])
  expect(ranked.map(({ theme }) => theme)).toEqual([1, 3])
})

test('before anything was shown no theme is heard less than another', () => {
  expect(rankLeastHeard([{ theme: 0, texts: 5, showings: 0, belowFloor: 5 }])).toEqual([])
  expect(rankLeastHeard([])).toEqual([])
})
