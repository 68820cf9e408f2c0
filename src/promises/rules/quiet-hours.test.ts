import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loudFrom } from './quiet-hours.ts'

const hour = fc.integer({ min: 0, max: 23 })

test('a letter waits until the quiet hours are over, and no longer than a day', () => {
  const at = fc.date({ min: new Date('2027-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      at,
      hour,
      hour,
      fc.constantFrom('Europe/Vienna', 'America/New_York', 'Asia/Kolkata'),
      (now, from, to, timeZone) => {
        const loud = loudFrom(now, { quietFrom: from, quietTo: to, timeZone })
        expect(loud.getTime() - now.getTime()).toBeLessThan(25 * 3_600_000)
        expect(loud >= now).toBe(true)
      },
    ),
  )
})

test('at night in Vienna a letter waits until seven, by day it goes at once', () => {
  const quiet = { quietFrom: 20, quietTo: 7, timeZone: 'Europe/Vienna' }
  expect(loudFrom(new Date('2027-01-01T22:30:00Z'), quiet)).toEqual(new Date('2027-01-02T06:00:00Z'))
  expect(loudFrom(new Date('2027-01-01T10:30:00Z'), quiet)).toEqual(new Date('2027-01-01T10:30:00Z'))
})
