import { expect, test } from 'vitest'
import { hueOf, initialsOf } from './initials.ts'

test.each([
  ['Krystyna Sowa', 'KS'],
  ['Ana Maria de Souza', 'AS'],
  ['  moderator ', 'M'],
  ['Participant 427', 'P4'],
  ['陳 大文', '陳'],
  ['👩🏽‍🚀 Ada', '👩🏽‍🚀'],
  ['', ''],
])('the initials of "%s" are "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a colour is one of eight and stays with its id', () => {
  const hues = Array.from({ length: 500 }, (_, place) => hueOf(`person-${place}`))
  expect(new Set(hues)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]))
  expect(hueOf('person-7')).toBe(hues[7])
})
