import { expect, test } from 'vitest'
import { absoluteTime, dateOnly, relativeTime, shortTime, timeLeft } from './time.ts'

const now = Date.parse('2026-11-22T06:40:00Z')
const minute = 60_000
const hour = 60 * minute

test('a moment ago has no number', () => {
  expect(relativeTime(now - 59_000, now, 'en')).toBeUndefined()
})

test('the largest whole unit is told, in the language of the viewer', () => {
  expect(relativeTime(now - 4 * minute, now, 'en')).toBe('4 minutes ago')
  expect(relativeTime(now - 119 * minute, now, 'de')).toBe('vor 1 Stunde')
  expect(relativeTime(now + 25 * hour, now, 'en')).toBe('tomorrow')
})

test('the time is told in the zone of the viewer', () => {
  expect(absoluteTime(now, { locale: 'en-GB', timeZone: 'Asia/Taipei' })).toMatch(/Sunday.*22 November 2026.*14:40/)
  expect(shortTime(now, now, { locale: 'de', timeZone: 'Europe/Vienna' })).toMatch(/22\. Nov.*07:40/)
})

test('another year is named', () => {
  expect(shortTime(Date.parse('2018-05-01T10:00:00Z'), now, { locale: 'en-GB', timeZone: 'UTC' })).toContain('2018')
})

test('a plain date is the same day west of Greenwich', () => {
  expect(dateOnly('2026-12-01', { locale: 'en-GB', timeZone: 'America/Los_Angeles' })).toBe('1 December 2026')
})

test('the time left has at most two units and ends at zero', () => {
  expect(timeLeft(now + 31 * hour + 12 * minute, now, 'en')).toBe('31 hr 12 min')
  expect(timeLeft(now + 50 * hour, now, 'en')).toBe('2 days 2 hr')
  expect(timeLeft(now + 3 * minute + 59_000, now, 'en')).toBe('3 min')
  expect(timeLeft(now - hour, now, 'en')).toBe('0 sec')
})
