import { expect, test } from 'vitest'
import { findTellingWords } from './find-telling-words.ts'

const texts = ['the rent is high', 'rent and flats', 'bus lanes', 'the bus is late', 'rent', 'secret']

test('words that tell a theme apart come first, and words of one person alone never', () => {
  const words = findTellingWords({
    language: 'en',
    texts,
    themes: Int32Array.of(0, 0, 1, 1, -1, 0),
    people: Int32Array.of(1, 2, 1, 3, 4, 5),
  })
  expect(words.get(0)).toEqual(['rent'])
  expect(words.get(1)).toEqual(['bus'])
  expect(words.has(-1)).toBe(false)
})
