import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../analysis/index.ts'
import { arrangeResults } from './arrange-results.ts'
import { measureIdea, type Tally } from './measure-idea.ts'
import { measureIdeas, rankIdeas } from './rank-ideas.ts'
import { type PartSum, showParts } from './show-parts.ts'

const tally = (impact: number, feasibility: number, people: number, helps = true): Tally => ({
  ...{ impact, feasibility, people, helps },
})
const idea = (id: string, impact: number, feasibility: number, people: number) => ({
  ...{ idea: id, tallies: [tally(impact, feasibility, people)] },
})

describe('the interval of a mean', () => {
  test('holds the mean of all who took part about 95 times in a hundred', () => {
    const random = seededRandom(11)
    const population = 120
    let held = 0
    const rounds = 600
    for (let round = 0; round < rounds; round++) {
      const all = Array.from({ length: population }, () => [1 + Math.floor(random() * 5), 1 + Math.floor(random() * 5)])
      const truth = measureIdea(
        all.map(([a = 1, b = 1]) => tally(a, b, 1)),
        population,
      ).value.mean
      const sample = all.toSorted(() => random() - 0.5).slice(0, 30)
      const { low, high } = measureIdea(
        sample.map(([a = 1, b = 1]) => tally(a, b, 1)),
        population,
      ).value
      if (low <= truth && truth <= high) held++
    }
    expect(held / rounds).toBeGreaterThan(0.92)
    expect(held / rounds).toBeLessThan(0.98)
  })

  test('is the mean itself where everybody rated, and never certain where few agree', () => {
    const all = measureIdea([tally(5, 4, 6)], 6)
    expect([all.value.low, all.value.high]).toEqual([all.value.mean, all.value.mean])
    const few = measureIdea([tally(5, 4, 6)], 100)
    expect(few.value.high - few.value.low).toBeGreaterThan(5)
    expect(few.helps.low).toBeLessThan(1)
  })

  test('leaves skipping out of every mean', () => {
    const { people, skipped, impact } = measureIdea([tally(4, 4, 5), tally(0, 0, 9, false)], 50)
    expect([people, skipped, impact]).toEqual([5, 9, 4])
  })
})

describe('ranks', () => {
  const level = [idea('a', 3, 3, 5), idea('b', 3, 3, 5), idea('c', 1, 1, 5), idea('d', 5, 5, 4)]

  test('put ideas that are level in the order of those who rated both, and leave out what few rated', () => {
    const pairs = [{ idea: 'a', other: 'b', before: 1, after: 3 }]
    const ranked = rankIdeas(measureIdeas(level, 20), pairs)
    expect(ranked.map(({ id, rank, byPairs }) => [id, rank, byPairs])).toEqual([
      ...[['b', 1, true] as const, ['a', 2, true] as const],
      ...[['c', 3, false] as const, ['d', null, false] as const],
    ])
  })

  test('are shared where nothing tells ideas apart', () => {
    expect(rankIdeas(measureIdeas(level, 20), []).map(({ rank }) => rank)).toEqual([1, 1, 3, null])
  })
})

const part = (name: string, people: number, helped = 0): PartSum => ({ name, people, value: 50 * people, helped })

describe('groups and hubs', () => {
  test('are told from five people on, and never so that the rest follows', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 })
    fc.assert(
      fc.property(sizes, fc.nat({ max: 9 }), (people, nameless) => {
        const total = people.reduce((sum, size) => sum + size, nameless)
        const shown = showParts(
          people.map((size, at) => part(`p${at}`, size)),
          total,
        )
        const hidden = total - shown.reduce((sum, { people: size }) => sum + size, 0)
        return shown.every(({ people: size }) => size >= 5) && (hidden === 0 || hidden >= 5 || shown.length === 0)
      }),
    )
    // The negative control: by size alone three people would follow from the total.
    const bySizeAlone = [part('a', 9), part('b', 6)].filter(({ people }) => people >= 5)
    expect(18 - bySizeAlone.reduce((sum, { people }) => sum + people, 0)).toBe(3)
    expect(showParts([part('a', 9), part('b', 6), part('c', 3)], 18).map(({ name }) => name)).toEqual(['a'])
  })

  test('decide what comes first: common ground, what divides, then by rank; agreement alone orders nothing', () => {
    const tallies = ['wide', 'large', 'torn', 'plain'].map((id) => idea(id, 3, 3, 30))
    const groups = new Map([
      ['wide', [part('A', 10, 9), part('B', 10, 9)]],
      ['large', [part('A', 24, 24), part('B', 6, 4)]],
      ['torn', [part('A', 15, 15), part('B', 15, 2)]],
      ['plain', [part('A', 15, 7), part('B', 15, 8)]],
    ])
    const ranked = rankIdeas(measureIdeas(tallies, 60), [])
    const arranged = arrangeResults(ranked, { groups, hubs: new Map() })
    expect(arranged.map(({ id, list }) => [id, list])).toEqual([
      ['wide', 'common'],
      ['large', 'common'],
      ['torn', 'split'],
      ['plain', 'other'],
    ])
  })
})
