import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffMs } from './back-off.ts'

test('the wait grows with each failure and stays at half a minute', () => {
  const waits = [1, 2, 3, 20].map((failures) => backOffMs(failures, { refused: false, random: 1 }))
  expect(waits).toEqual([500, 1_000, 2_000, 30_000])
})

test('a refusal is not asked again at once', () => {
  expect(backOffMs(1, { refused: true, random: 0 })).toBe(4_000)
})

test('thousands that lost their line in the same moment come back spread over half of the wait', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (failures, random) => {
        const longest = backOffMs(failures, { refused: false, random: 1 })
        const wait = backOffMs(failures, { refused: false, random })
        expect(wait).toBeGreaterThanOrEqual(longest / 2 - 1)
        expect(wait).toBeLessThanOrEqual(longest)
      },
    ),
  )
})
