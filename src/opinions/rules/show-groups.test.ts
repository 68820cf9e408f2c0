import { expect, test } from 'vitest'
import { nameGroup, showGroups } from './show-groups.ts'

const sized = (...sizes: number[]) => sizes.map((size, id) => ({ id, size }))
const seen = (...sizes: number[]) => {
  const { shown, hiddenPeople } = showGroups(sized(...sizes))
  return [shown.map(({ size }) => size), hiddenPeople]
}

test('groups of five or more are shown, in the order of their ids', () => {
  expect(seen(5, 30, 12)).toEqual([[5, 30, 12], 0])
})

test('two small groups that are five together are hidden', () => {
  expect(seen(20, 3, 4)).toEqual([[20], 7])
})

test('a small group alone takes the smallest other one with it, or it would follow from the sum', () => {
  expect(seen(20, 8, 4)).toEqual([[20], 12])
})

test('letters stay with ids', () => {
  expect([0, 1, 25, 26].map(nameGroup)).toEqual(['A', 'B', 'Z', 'A1'])
})
