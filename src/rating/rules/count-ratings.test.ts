import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openPairs, openTally, packAnswers, type Rated, ratesAny, talliesOf } from './count-ratings.ts'
import { valueFrom } from './measure-idea.ts'

const IDEAS = ['a', 'b', 'c', 'd', 'e']
/** One place after the last: an idea that is not rated any more. */
const GONE = IDEAS.length

const answer = fc.record({
  idea: fc.integer({ min: 0, max: GONE }),
  impact: fc.integer({ min: 0, max: 5 }),
  feasibility: fc.integer({ min: 1, max: 5 }),
  helps: fc.boolean(),
})
const ballot = fc.record({
  group: fc.constantFrom(null, 'A', 'B'),
  hub: fc.constantFrom(null, 'North', 'South'),
  rated: fc
    .uniqueArray(answer, { selector: ({ idea }) => idea })
    .map((all) => all.map((one): Rated => (one.impact > 0 ? one : { ...one, feasibility: 0, helps: false }))),
})
const ballots = fc.array(ballot, { maxLength: 12 })

describe('counting', () => {
  test('tells of each idea what counting one answer after the other tells', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const tally = openTally(IDEAS)
        for (const { rated, ...ofWhom } of all) tally.add(packAnswers(rated), ofWhom)
        const seen = new Map(tally.counted().map(({ idea, counts }) => [idea, talliesOf(counts)]))
        for (const [at, id] of IDEAS.entries()) {
          const own = all.flatMap(({ rated }) => rated.filter(({ idea }) => idea === at))
          const same = (a: Omit<Rated, 'idea'>, b: Omit<Rated, 'idea'>) =>
            a.impact === b.impact && a.feasibility === b.feasibility && a.helps === b.helps
          const tallies = seen.get(id) ?? []
          expect(tallies.reduce((sum, { people }) => sum + people, 0)).toBe(own.length)
          for (const one of tallies) expect(one.people).toBe(own.filter((other) => same(one, other)).length)
        }
      }),
    )
  })

  test('sums the values of each group and hub of those who did not skip', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const tally = openTally(IDEAS)
        for (const { rated, ...ofWhom } of all) tally.add(packAnswers(rated), ofWhom)
        const { groups, hubs } = tally.parts()
        for (const [at, id] of IDEAS.entries()) {
          const sumsOf = (of: 'group' | 'hub', name: string) => {
            const own = all.flatMap((one) => (one[of] === name ? one.rated : []))
            return own.filter(({ idea, impact }) => idea === at && impact > 0)
          }
          for (const [of, parts] of [['group', groups.get(id)] as const, ['hub', hubs.get(id)] as const]) {
            for (const part of parts ?? []) {
              const own = sumsOf(of, part.name)
              expect(part.people).toBe(own.length)
              expect(part.helped).toBe(own.filter(({ helps }) => helps).length)
              expect(part.value).toBeCloseTo(own.reduce((sum, one) => sum + valueFrom(one.impact, one.feasibility), 0))
            }
            const told = (parts ?? []).reduce((sum, { people }) => sum + people, 0)
            expect(told).toBe(['A', 'B', 'North', 'South'].flatMap((name) => sumsOf(of, name)).length)
          }
        }
      }),
    )
  })

  test('puts pairs of level ideas as those who rated both did, and no other pairs', () => {
    const points = fc.array(fc.constantFrom(undefined, 10, 20), { minLength: IDEAS.length, maxLength: IDEAS.length })
    fc.assert(
      fc.property(ballots, points, (all, levels) => {
        const pairing = openPairs(IDEAS, new Map(IDEAS.flatMap((id, at) => (levels[at] ? [[id, levels[at]]] : []))))
        for (const { rated } of all) pairing.add(packAnswers(rated))
        const expected = IDEAS.flatMap((idea, a) =>
          IDEAS.flatMap((other, b) => {
            if (a >= b || levels[a] === undefined || levels[a] !== levels[b]) return []
            const both = all.flatMap(({ rated }) => {
              const [one, two] = [a, b].map((at) => rated.find((of) => of.idea === at && of.impact > 0))
              return one && two ? [one.impact * one.feasibility - two.impact * two.feasibility] : []
            })
            const count = (sign: number) => both.filter((by) => Math.sign(by) === sign).length
            return both.length > 0 ? [{ idea, other, before: count(1), after: count(-1) }] : []
          }),
        )
        const byIds = pairing.pairs().toSorted((a, b) => (a.idea + a.other < b.idea + b.other ? -1 : 1))
        expect(byIds).toEqual(expected)
      }),
    )
  })

  test('knows who skipped everything', () => {
    const skipped = { idea: 1, impact: 0, feasibility: 0, helps: false }
    expect(ratesAny(packAnswers([]))).toBe(false)
    expect(ratesAny(packAnswers([skipped]))).toBe(false)
    expect(ratesAny(packAnswers([skipped, { idea: GONE, impact: 1, feasibility: 1, helps: false }]))).toBe(true)
  })
})
