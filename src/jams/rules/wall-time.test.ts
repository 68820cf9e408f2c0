import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, wallTimeOf } from './wall-time.ts'

test.each([
  ['2026-07-01T12:00', 'Europe/Vienna', '2026-07-01T10:00:00.000Z'],
  ['2026-12-01T12:00', 'Europe/Vienna', '2026-12-01T11:00:00.000Z'],
  ['2026-12-01T12:00', 'Asia/Kathmandu', '2026-12-01T06:15:00.000Z'],
  ['2026-12-01T01:30', 'America/Los_Angeles', '2026-12-01T09:30:00.000Z'],
  ['2026-03-29T02:30', 'Europe/Vienna', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30', 'Europe/Vienna', '2026-10-25T00:30:00.000Z'],
])('%s in %s is %s', (wall, zone, instant) => {
  expect(instantOf(wall, zone)).toBe(instant)
})

test('what is no time has no instant', () => {
  expect(instantOf('', 'Europe/Vienna')).toBeUndefined()
})

test('the wall time of an instant leads back to it, except in the hour that comes twice', () => {
  const zones = fc.constantFrom('Europe/Vienna', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC', 'Pacific/Chatham')
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 })
  fc.assert(
    fc.property(minutes, zones, (minute, zone) => {
      const instant = new Date(minute * 60_000).toISOString()
      const back = instantOf(wallTimeOf(instant, zone), zone) ?? ''
      expect(wallTimeOf(back, zone)).toBe(wallTimeOf(instant, zone))
      expect(Date.parse(instant) - Date.parse(back)).toBeGreaterThanOrEqual(0)
      expect(Date.parse(instant) - Date.parse(back)).toBeLessThanOrEqual(3_600_000)
    }),
  )
})
