import { expect, test } from 'vitest'
import { placeWithin } from './SignInPage.tsx'

test('after signing in a person goes on within the product', () => {
  expect(placeWithin('/invitation?token=abc')).toBe('/invitation?token=abc')
})

test.each([null, '', 'https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'jams'])(
  'a link cannot send a person elsewhere: %s',
  (to) => {
    expect(placeWithin(to)).toBe('/')
  },
)
