import { expect, test } from 'vitest'
import { squaresOf } from './squares.ts'

const cell = (group: string, people: number, column = 2, row = 1) => ({ column, row, group, people })

test('groups that share a place stand beside each other, and none hides another', () => {
  const [a, b] = squaresOf([cell('A', 40), cell('B', 6)], 20)
  if (!a || !b) throw new Error('both are drawn')
  expect(a.x + a.side / 2).toBeLessThanOrEqual(b.x - b.side / 2)
  expect([a.x - a.side / 2 >= 40, b.x + b.side / 2 <= 60]).toEqual([true, true])
})

test('a group alone stands in the middle of its place, the larger the more people', () => {
  const [few, many] = squaresOf([cell('A', 5), cell('A', 50, 3)], 20)
  expect([few?.x, few?.y, many?.x]).toEqual([50, 30, 70])
  expect(few?.side ?? 0).toBeLessThan(many?.side ?? 0)
})
