import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFew } from '../../kernel/index.ts'
import { rankOptions } from '../rank-options.ts'
import { countChoices, showResult } from './tally.ts'

const times = (count: number, ballot: readonly number[]): (readonly number[])[] =>
  Array.from({ length: count }, () => ballot)
const votesOf = (ballots: readonly (readonly number[])[], kind: 'single' | 'several', options = 3) =>
  showResult(kind, ballots.length, countChoices(ballots, options))?.options.map(({ option, votes }) => [option, votes])

describe('what is shown', () => {
  test('is nothing where fewer than five voted', () => {
    expect(votesOf(times(4, [0]), 'single')).toBeUndefined()
    expect(votesOf(times(5, [0]), 'single')?.[0]).toEqual([0, 5])
  })

  test('hides a small number with the next one, so that it does not follow from the rest', () => {
    expect(votesOf([...times(20, [0]), ...times(8, [1]), ...times(3, [2])], 'single')).toEqual([
      [0, 20],
      [1, null],
      [2, null],
    ])
  })

  test('hides what others did not choose where those are few', () => {
    expect(votesOf([...times(9, [0, 1]), ...times(3, [1])], 'several')).toEqual([
      [1, 12],
      [2, 0],
      [0, null],
    ])
  })

  test('never lets a group under five be found, whatever was chosen', () => {
    const ballots = fc.array(
      fc.integer({ min: 0, max: 4 }).map((choice) => [choice]),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(ballots, (chosen) => {
        const result = showResult('single', chosen.length, countChoices(chosen, 5))
        if (!result) return
        const shown = result.options.flatMap(({ votes }) => votes ?? [])
        const rest = result.people - shown.reduce((sum, votes) => sum + votes, 0)
        expect([...shown, rest].some(isFew)).toBe(false)
        expect(rest > 0 && shown.length === 4).toBe(false)
      }),
    )
  })
})

describe('an order', () => {
  test('is that of the Schulze method: the example of its author', async () => {
    // Schulze 2011, example 1: 21 people, the winner loses one duel.
    const [a, b, c, d] = [0, 1, 2, 3]
    const ballots = [
      ...[...times(8, [a, c, d, b]), ...times(2, [b, a, d, c]), ...times(4, [c, d, b, a])],
      ...[...times(4, [d, b, a, c]), ...times(3, [d, c, b, a])],
    ]
    expect((await rankOptions(ballots, 4)).map(({ option }) => option)).toEqual([d, a, c, b])
  })

  test('puts first what wins every duel, and holds each option against the next', async () => {
    const ballots = [...times(6, [0, 1, 2]), ...times(5, [1, 0, 2]), ...times(3, [2, 0])]
    const chosen = await rankOptions(ballots, 3)
    expect(chosen.map(({ option, rank, votes }) => [option, rank, votes])).toEqual([
      [0, 1, 9],
      [1, 2, 11],
      [2, 3, null],
    ])
    const shown = showResult('ranked', 14, chosen)?.options.map(({ option, rank, votes }) => [option, rank, votes])
    expect(shown).toEqual([
      [0, 1, 9],
      [1, 2, null],
      [2, 3, null],
    ])
  })

  test('leaves level what nobody held against each other', async () => {
    expect((await rankOptions(times(5, [0]), 3)).map(({ option, rank }) => [option, rank])).toEqual([
      [0, 1],
      [1, 2],
      [2, 2],
    ])
  })
})
