import { expect, test } from 'vitest'
import { type Book, minuteIn, momentIn } from './book.ts'

const bookIn = (language: string, timeZone: string): Book =>
  ({ language, report: { jam: { timeZone } } }) as unknown as Book
const AT = '2026-07-01T21:30:00.000Z'

test('when a report was made is told with its zone, as it was called on that day', () => {
  expect(momentIn(bookIn('en', 'Europe/Vienna'), AT)).toBe('1 Jul 2026, 23:30 CEST')
  expect(momentIn(bookIn('en', 'Europe/Vienna'), '2026-01-01T21:30:00.000Z')).toBe('1 Jan 2026, 22:30 CET')
  expect(momentIn(bookIn('de', 'Europe/Vienna'), AT)).toBe('1. Juli 2026, 23:30 MESZ')
})

test('all other times are those of that zone, whatever the machine’s is', () => {
  expect(minuteIn(bookIn('en', 'Asia/Taipei'), AT)).toBe('2 Jul 2026, 05:30')
})
