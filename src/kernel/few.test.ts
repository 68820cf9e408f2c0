import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideUntil, isFew, LEAST_PEOPLE, tellApart } from './few.ts'

const people = fc.integer({ min: 0, max: 60 })

describe('numbers of one row', () => {
  test('tell of no one to four people, alone or by taking away', () => {
    fc.assert(
      fc.property(fc.array(people), fc.array(people), (numbers, beside) => {
        const told = tellApart(numbers, beside).flatMap((one) => one ?? [])
        expect(told.some(isFew)).toBe(false)
        for (const one of told) expect([...told, ...beside].some((other) => isFew(one - other))).toBe(false)
      }),
    )
  })

  test('are told as they are where they lie far enough apart; the negative control tells three people', () => {
    expect(tellApart([40, 35, 20, 20, 0])).toEqual([40, 35, 20, 20, 0])
    expect(tellApart([64, 61, 30, 3, null])).toEqual([64, null, 30, null, null])
    expect(64 - 61).toBeLessThan(LEAST_PEOPLE)
  })
})

test('the least that is told goes to what is hidden until that is enough', () => {
  const of = { told: [9, 7, 6], hidden: [2] }
  hideUntil((hidden) => hidden.length > 1 && hidden.reduce((sum, one) => sum + one, 0) >= LEAST_PEOPLE, of)
  expect(of).toEqual({ told: [9, 7], hidden: [2, 6] })
  hideUntil(() => false, of)
  expect(of.told).toEqual([])
})
