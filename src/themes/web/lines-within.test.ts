import { expect, test } from 'vitest'
import { firstLine, LINE, linesWithin } from './lines-within.ts'

test('a name that fits stands in one line', () => {
  expect(linesWithin('pest control', 80, 12)).toEqual(['pest control'])
})

test('a longer one breaks between words, into as few lines as it needs', () => {
  expect(linesWithin('pest control', 34, 12)).toEqual(['pest', 'control'])
  expect(linesWithin('management, biodiversity, Māori', 50, 12)).toEqual(['management,', 'biodiversity,', 'Māori'])
})

test('what a circle has no room for is shortened', () => {
  expect(linesWithin('management, biodiversity, Māori', 34, 12).at(-1)).toMatch(/…$/)
  expect(linesWithin('Kreislaufwirtschaftsgesetz', 40, 12)).toEqual(['Kreislauf…'])
})

test('no line is wider than its circle is at its height, and a note has room below the last', () => {
  const name = 'nature, Aotearoa, system and all that belongs to it'
  for (const radius of [40, 50, 70, 90, 140]) {
    const lines = linesWithin(name, radius, 20)
    expect(lines.length).toBeGreaterThan(0)
    for (const [at, line] of [...lines, '75%'].entries()) {
      const edge = (Math.abs(firstLine(lines.length) + at * LINE) + 0.5) * 20
      expect(((line.length * 20 * 0.57) / 2) ** 2 + edge ** 2).toBeLessThanOrEqual(radius ** 2)
    }
  }
})

test('a circle that is too small has no name', () => {
  expect(linesWithin('pest control', 12, 12)).toEqual([])
})
