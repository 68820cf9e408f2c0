import { expect, test } from 'vitest'
import { dateFormat, languageNames, numberFormat, pluralRules, relativeFormat } from './formats.ts'

const noon = Date.UTC(2026, 10, 22, 12)

test('a format is made once for each locale and each set of options', () => {
  const options = { dateStyle: 'long', timeZone: 'Europe/Vienna' } as const
  expect(dateFormat('de', { ...options })).toBe(dateFormat('de', options))
  const others = [
    dateFormat('en', options),
    dateFormat('de'),
    dateFormat('de', { ...options, timeZone: 'Asia/Tokyo' }),
    numberFormat('de'),
    numberFormat('de', { style: 'percent' }),
    pluralRules('de'),
    relativeFormat('de'),
    languageNames('de'),
  ]
  expect(new Set([...others, dateFormat('de', options)]).size).toBe(others.length + 1)
})

test('each tells what its Intl would', () => {
  expect(dateFormat('de', { dateStyle: 'long', timeZone: 'UTC' }).format(noon)).toBe('22. November 2026')
  expect(numberFormat('de-AT').format(0.5)).toBe('0,5')
  expect(numberFormat('en', { style: 'percent' }).format(0.5)).toBe('50%')
  expect(pluralRules('en').select(1)).toBe('one')
  expect(relativeFormat('en').format(-1, 'day')).toBe('yesterday')
  expect(languageNames('de').of('en')).toBe('Englisch')
})

test('a locale or zone that is none is refused each time', () => {
  for (let time = 0; time < 2; time += 1) {
    expect(() => dateFormat('en', { timeZone: 'Nowhere/There' })).toThrow(RangeError)
    expect(() => numberFormat('not a locale')).toThrow(RangeError)
  }
})

test('of more than three hundred the oldest is made anew, the others are not', () => {
  const digits = (most: number) => numberFormat('en', { maximumFractionDigits: 1, minimumIntegerDigits: most })
  const zones = Intl.supportedValuesOf('timeZone').slice(0, 299)
  const first = digits(2)
  for (const timeZone of zones) dateFormat('en', { timeZone })
  expect(digits(2)).toBe(first)
  digits(3)
  expect(digits(2)).not.toBe(first)
})
