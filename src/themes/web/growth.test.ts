import { expect, test } from 'vitest'
import { growthOf } from './growth.ts'

test('the last six hours stand against the six before them', () => {
  const hourly = [...Array.from({ length: 12 }, () => 9), 1, 1, 1, 0, 0, 0, 2, 2, 2, 0, 0, 1]
  expect(growthOf({ hourly })).toEqual({ now: 7, before: 3 })
})

test('a theme without hours has not grown', () => {
  expect(growthOf({ hourly: [] })).toEqual({ now: 0, before: 0 })
})
