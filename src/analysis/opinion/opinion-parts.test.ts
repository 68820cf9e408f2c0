import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ballotsOf, campBallots } from '../../../test/ballots.ts'
import { seededRandom } from '../seeded-random.ts'
import { chooseGroupCount } from './choose-group-count.ts'
import { countParticipants } from './count-participants.ts'
import { clusterPoints } from './k-means.ts'
import { keepGroupIds } from './keep-group-ids.ts'
import { findComponents } from './principal-components.ts'
import { project } from './project.ts'
import { proportionZ, twoProportionZ, wilsonInterval } from './proportion-tests.ts'
import { silhouette } from './silhouette.ts'
import { representativeness } from './statement-opinions.ts'
import { buildVoteMatrix } from './vote-matrix.ts'

const votes = (who: string, count: number): [string, string, number][] =>
  Array.from({ length: count }, (_, s) => [who, `s${s}`, 1])

test('seven votes make a person count, or all statements where there are fewer', () => {
  const many = Array.from({ length: 20 }, (_, p) => votes(`p${p}`, p < 16 ? 7 : 6)).flat()
  const counted = countParticipants(buildVoteMatrix(ballotsOf([...many, ...votes('all', 9)])))
  expect([...counted]).toEqual([...new Array(16).fill(1), 0, 0, 0, 0, 1])
  const few = Array.from({ length: 20 }, (_, p) => votes(`p${p}`, p < 16 ? 3 : 2)).flat()
  expect([...countParticipants(buildVoteMatrix(ballotsOf(few)))]).toEqual([...new Array(16).fill(1), 0, 0, 0, 0])
})

test('fewer than fifteen are filled up with those who voted most, and who counted once stays in', () => {
  const rows = Array.from({ length: 20 }, (_, p) => votes(`p${p}`, p + 1)).flat()
  const matrix = buildVoteMatrix(ballotsOf(rows.filter(([, statement]) => Number(statement.slice(1)) < 8)))
  expect(countParticipants(matrix).reduce((sum, one) => sum + one, 0)).toBe(15)
  expect(countParticipants(matrix)[4]).toBe(0)
  expect(countParticipants(matrix)[5]).toBe(1)
  expect(countParticipants(matrix, Uint8Array.of(1))[0]).toBe(1)
})

test('components are at right angles, of length 1, and leave no direction with more variance', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (seed, other) => {
      const matrix = buildVoteMatrix(campBallots({ camps: 3, people: 30, statements: 8, seed }))
      const { means, first, second } = findComponents(matrix, { seed })
      const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
      expect(dot(first, second)).toBeCloseTo(0, 8)
      expect(dot(first, first)).toBeCloseTo(1, 8)
      const random = seededRandom(other)
      const anyWay = new Float64Array(8).map(() => random() - 0.5)
      const length = Math.sqrt(dot(anyWay, anyWay))
      // Without the scale for few votes the spread along a direction is what the component makes as large as can be.
      const spread = (direction: Float64Array) => {
        const { x } = project(matrix, { means, first: direction, second })
        const counts = x.map((_, p) => ((matrix.offsets[p + 1] ?? 0) - (matrix.offsets[p] ?? 0)) / matrix.statements)
        return x.reduce((sum, value, p) => sum + value ** 2 * (counts[p] ?? 0), 0)
      }
      expect(spread(anyWay.map((value) => value / length))).toBeLessThanOrEqual(spread(first) * (1 + 1e-4))
    }),
    { numRuns: 40 },
  )
})

test('somebody with few votes stands as far out as with many of the same kind', () => {
  const rows = Array.from({ length: 40 }, (_, p) =>
    Array.from({ length: 16 }, (_, s): [string, string, number] => [`p${p}`, `s${s}`, p % 2 === 0 ? 1 : -1]),
  ).flat()
  const matrix = buildVoteMatrix(
    ballotsOf([...rows, ['few', 's0', 1], ['few', 's1', 1], ['few', 's2', 1], ['few', 's3', 1]]),
  )
  const { x } = project(matrix, findComponents(matrix, { seed: 1 }))
  // A quarter of the votes, scaled by sqrt(4): half as far as the whole, not a quarter.
  expect((x[40] ?? 0) / (x[0] ?? 1)).toBeCloseTo(0.5, 1)
})

test('k-means finds clumps that lie apart, and no more places than there are', () => {
  const at = [0, 0.1, 5, 5.1, 10, 10.1]
  const points = { x: Float64Array.from(at), y: new Float64Array(6), weights: new Float64Array(6).fill(1) }
  const { groupOf, spread } = clusterPoints(points, 3, seededRandom(1))
  expect(groupOf[0]).toBe(groupOf[1])
  expect(groupOf[2]).toBe(groupOf[3])
  expect(new Set(groupOf).size).toBe(3)
  expect(spread).toBeCloseTo(0.015, 9)
  expect(clusterPoints({ ...points, x: new Float64Array(6) }, 3, seededRandom(1)).centres.x).toHaveLength(1)
})

test('silhouette is the textbook figure, and counts people rather than places', () => {
  const points = { x: Float64Array.of(0, 1, 5, 7), y: new Float64Array(4), weights: new Float64Array(4).fill(1) }
  const own = [1, 1, 2, 2]
  const next = [6, 5, 4.5, 6.5]
  const expected = own.reduce((sum, a, at) => sum + ((next[at] ?? 0) - a) / (next[at] ?? 1), 0) / 4
  expect(silhouette(points, Int32Array.of(0, 0, 1, 1))).toBeCloseTo(expected, 12)
  const twice = { x: Float64Array.of(0, 0, 1, 5, 7), y: new Float64Array(5), weights: new Float64Array(5).fill(1) }
  const weighed = { ...points, weights: Float64Array.of(2, 1, 1, 1) }
  expect(silhouette(weighed, Int32Array.of(0, 0, 1, 1))).toBeCloseTo(
    silhouette(twice, Int32Array.of(0, 0, 0, 1, 1)),
    12,
  )
  expect(silhouette(points, new Int32Array(4))).toBe(0)
})

test('the number of groups waits for four votes in a row, and gives way at once where it cannot be', () => {
  const possible = [2, 3, 4]
  let count = chooseGroupCount(2, possible)
  const shown = [3, 3, 2, 3, 3, 3, 3, 3].map((best) => {
    count = chooseGroupCount(best, possible, count)
    return count.shown
  })
  expect(shown).toEqual([2, 2, 2, 2, 2, 2, 3, 3])
  expect(chooseGroupCount(2, [2], { shown: 4, rival: 4, repeats: 0 }).shown).toBe(2)
})

test('a group keeps the id it shares most people with, and new ones get ids never used', () => {
  const now = Int32Array.of(0, 0, 0, 1, 1, 2, 2, 2, 2)
  const before = Int32Array.of(7, 7, 4, 4, 4, -1, -1, -1, 7)
  expect(keepGroupIds(now, before, 9)).toEqual({ ids: [7, 4, 9], next: 10 })
  expect(keepGroupIds(now, new Int32Array(9).fill(-1), 0)).toEqual({ ids: [1, 2, 0], next: 3 })
})

test('Wilson intervals are the published ones and always hold the share', () => {
  // Newcombe 1998, table I: 81 of 263 gives .2553 to .3662, 0 of 20 gives 0 to .1611.
  expect(wilsonInterval({ count: 81, seen: 263 }).low).toBeCloseTo(0.2553, 4)
  expect(wilsonInterval({ count: 81, seen: 263 }).high).toBeCloseTo(0.3662, 4)
  expect(wilsonInterval({ count: 0, seen: 20 }).high).toBeCloseTo(0.1611, 4)
  expect(wilsonInterval({ count: 0, seen: 0 })).toEqual({ low: 0, high: 1 })
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (some, more) => {
      const seen = some + more + 1
      const { low, high } = wilsonInterval({ count: some, seen })
      expect(low).toBeLessThanOrEqual(some / seen + 1e-12)
      expect(high).toBeGreaterThanOrEqual(some / seen - 1e-12)
    }),
  )
})

test('a statement represents a group only where both tests say so', () => {
  const rest = { agrees: 10, disagrees: 80, seen: 100 }
  expect(representativeness({ agrees: 45, disagrees: 2, seen: 50 }, rest)?.side).toBe('agree')
  // Most of the group agrees, but so does everybody; the group is against more than others, but mostly not.
  expect(representativeness({ agrees: 45, disagrees: 2, seen: 50 }, { agrees: 90, disagrees: 4, seen: 100 })).toBeNull()
  expect(
    representativeness({ agrees: 15, disagrees: 20, seen: 50 }, { agrees: 5, disagrees: 10, seen: 100 }),
  ).toBeNull()
  expect(representativeness({ agrees: 0, disagrees: 0, seen: 0 }, rest)).toBeNull()
  expect(proportionZ({ count: 0, seen: 0 })).toBe(0)
  expect(twoProportionZ({ count: 5, seen: 10 }, { count: 50, seen: 100 })).toBeCloseTo(0, 12)
})
