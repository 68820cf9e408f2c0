import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedRand, normalisedMutualInformation, purity } from './agreement.ts'

const groups = fc.array(fc.nat(4), { minLength: 2, maxLength: 40 })
const twoGroupings = groups.chain((ours) =>
  fc.array(fc.nat(4), { minLength: ours.length, maxLength: ours.length }).map((theirs) => [ours, theirs] as const),
)

test('the textbook example of two groupings of six has its published figures', () => {
  // Documented by scikit-learn for these labels: ARI .24, NMI .6...; purity counted by hand.
  expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(0.2424, 4)
  expect(normalisedMutualInformation([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(0.5158, 4)
  expect(purity([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])).toBeCloseTo(4 / 6, 12)
})

test('renaming groups changes nothing, and a grouping agrees wholly with itself', () => {
  fc.assert(
    fc.property(groups, (ours) => {
      const renamed = ours.map((group) => 90 - group)
      expect(adjustedRand(ours, renamed)).toBeCloseTo(1, 10)
      expect(normalisedMutualInformation(ours, renamed)).toBeCloseTo(1, 10)
      expect(purity(ours, renamed)).toBe(1)
    }),
  )
})

test('adjusted Rand is what the count of pairs says', () => {
  fc.assert(
    fc.property(twoGroupings, ([ours, theirs]) => {
      let [both, inOurs, inTheirs, all] = [0, 0, 0, 0]
      for (let a = 0; a < ours.length; a++) {
        for (let b = 0; b < a; b++) {
          all++
          if (ours[a] === ours[b]) inOurs++
          if (theirs[a] === theirs[b]) inTheirs++
          if (ours[a] === ours[b] && theirs[a] === theirs[b]) both++
        }
      }
      const expected = (inOurs * inTheirs) / all
      const most = (inOurs + inTheirs) / 2
      if (most !== expected) {
        expect(adjustedRand(ours, theirs)).toBeCloseTo((both - expected) / (most - expected), 10)
      }
    }),
  )
})

test('agreement is mutual and information within its bounds', () => {
  fc.assert(
    fc.property(twoGroupings, ([ours, theirs]) => {
      expect(adjustedRand(ours, theirs)).toBeCloseTo(adjustedRand(theirs, ours), 10)
      const shared = normalisedMutualInformation(ours, theirs)
      expect(shared).toBeCloseTo(normalisedMutualInformation(theirs, ours), 10)
      expect(shared).toBeGreaterThanOrEqual(0)
      expect(shared).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

test('one group against one group agrees, and lists of unlike length are refused', () => {
  expect(normalisedMutualInformation([1, 1], [2, 2])).toBe(1)
  expect(adjustedRand([1, 1], [2, 2])).toBe(1)
  expect(purity([], [])).toBe(1)
  expect(() => adjustedRand([1], [1, 2])).toThrow(RangeError)
})
