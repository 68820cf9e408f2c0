import { expect, test } from 'vitest'
import { oneLine } from './one-line.ts'

test('pasted lines are joined by one space', () => {
  expect(oneLine('  Let three hubs \r\n\n\tsay yes\n')).toBe('Let three hubs say yes')
})

test('a space at the end stays while somebody types', () => {
  expect(oneLine('Let three ')).toBe('Let three ')
})

test('a text of white space alone is joined quickly', () => {
  const from = performance.now()
  oneLine(`${' '.repeat(200_000)}\n${' '.repeat(200_000)}x`)
  expect(performance.now() - from).toBeLessThan(1000)
})
