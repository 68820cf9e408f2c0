import { expect, test } from 'vitest'
import { absoluteTime, dateOnly, relativeTime, shortTime, timeLeft } from './time.ts'

const now = Date.parse('2026-11-22T06:40:00Z')
const minute = 60_000
const hour = 60 * minute

test('a moment ago has no number', () => {
  expect(relativeTime(now - 59_000, now, { locale: 'en' })).toBeUndefined()
})

test('the largest whole unit is told, in the language of the viewer', () => {
  expect(relativeTime(now - 4 * minute, now, { locale: 'en' })).toBe('4 minutes ago')
  expect(relativeTime(now - 119 * minute, now, { locale: 'de' })).toBe('vor 1 Stunde')
})

test('days are those of the calendar of the viewer, and weeks whole ones', () => {
  const tell = (hours: number, timeZone = 'UTC') => relativeTime(now + hours * hour, now, { locale: 'en', timeZone })
  expect([tell(25), tell(41), tell(42), tell(-25)]).toEqual(['tomorrow', 'tomorrow', 'in 2 days', 'yesterday'])
  expect([tell(25, 'Asia/Taipei'), tell(34, 'Asia/Taipei')]).toEqual(['tomorrow', 'in 2 days'])
  expect([tell(12 * 24), tell(14 * 24), tell(-45 * 24), tell(75 * 24), tell(400 * 24)]).toEqual([
    ...['in 12 days', 'in 2 weeks', '6 weeks ago', 'in 2 months', 'next year'],
  ])
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
