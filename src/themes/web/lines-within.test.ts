import { expect, test } from 'vitest'
import { linesWithin } from './lines-within.ts'

test('a name that fits stands in one line', () => {
  expect(linesWithin('pest control', 80, 12)).toEqual(['pest control'])
})

test('a longer one breaks between words, and the second line is shortened', () => {
  expect(linesWithin('management, biodiversity, Māori', 50, 12)).toEqual(['management,', 'biodiversity…'])
})

test('one long word is shortened', () => {
  expect(linesWithin('Kreislaufwirtschaftsgesetz', 40, 12)).toEqual(['Kreislauf…'])
})

test('no line is wider than its circle', () => {
  const name = 'nature, Aotearoa, system and all that belongs to it'
  for (const radius of [20, 33, 50, 90]) {
    for (const line of linesWithin(name, radius, 20)) expect(line.length * 20 * 0.57).toBeLessThanOrEqual(2 * radius)
  }
})

test('a circle that is too small has no name', () => {
  expect(linesWithin('pest control', 12, 12)).toEqual([])
})
