import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freePlaces, ownWords, smallPlaces } from './kept-places.ts'

describe('places for small voices', () => {
  test('are one in seven, begun ones too, and none where nothing is rated', () => {
    expect([0, 1, 7, 8, 24].map(smallPlaces)).toEqual([0, 1, 1, 2, 4])
    expect(freePlaces({ rated: 0, small: 0 })).toBe(0)
    expect(freePlaces({ rated: 7, small: 1 })).toBe(0)
    expect(freePlaces({ rated: 7, small: 0 })).toBe(2) // with one more eight are rated, two of them small voices'
  })

  test('are filled with what is missing, and with nothing beyond', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(400), (rated, some) => {
        const small = Math.min(rated, some)
        const more = freePlaces({ rated, small })
        expect(small + more).toBeGreaterThanOrEqual(smallPlaces(rated + more))
        if (more > 0) expect(small + more - 1).toBeLessThan(smallPlaces(rated + more - 1))
      }),
    )
  })
})

describe('own words', () => {
  test('are the title, else the whole body, else its first sentence, character for character', () => {
    expect(ownWords({ title: 'Night buses for the late shift', body: 'Please.' })).toBe(
      'Night buses for the late shift',
    )
    expect(ownWords({ title: null, body: 'A bus that waits for the late shift.' })).toBe(
      'A bus that waits for the late shift.',
    )
    expect(ownWords({ title: 'Bus?', body: 'A bus waits for the late shift. It is dark by then.' })).toBe(
      'A bus waits for the late shift.',
    )
  })

  test.each([
    ['We need time, e.g. Fridays after lunch. Then it works.', 'We need time, e.g. Fridays after lunch.'],
    ['Ask Dr. Smith from the clinic first. She knows.', 'Ask Dr. Smith from the clinic first.'],
    [
      'Wir brauchen Zeit, z. B. Freitage nach dem Essen. Dann geht es.',
      'Wir brauchen Zeit, z. B. Freitage nach dem Essen.',
    ],
  ])('do not end after a short form: %s', (body, first) => {
    expect(ownWords({ title: null, body: `${body} ${'word '.repeat(60)}` })).toBe(first)
  })

  test('are none where nothing can stand as one sentence', () => {
    expect(ownWords({ title: 'Yes', body: '' })).toBeUndefined()
    expect(ownWords({ title: null, body: `word ${'word '.repeat(60)}` })).toBeUndefined()
  })
})
