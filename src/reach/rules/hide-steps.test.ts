import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_PEOPLE } from '../../kernel/index.ts'
import { type Counted, hideSteps } from './hide-steps.ts'
import { STEPS } from './steps.ts'

const rowOf = (invited: number, ...rest: number[]): Counted => {
  const [opened = 0, read = 0, voted = 0, wrote = 0, again = 0] = rest
  return { invited, opened, read, voted, wrote, again }
}
const sumOf = (rows: readonly Counted[]): Counted => {
  const of = (step: (typeof STEPS)[number]) => rows.reduce((sum, row) => sum + row[step], 0)
  return rowOf(of('invited'), of('opened'), of('read'), of('voted'), of('wrote'), of('again'))
}
const isSmall = (people: number) => people > 0 && people < LEAST_PEOPLE

test('large groups are told as they are', () => {
  const rows = [rowOf(60, 40, 30, 20, 10, 5), rowOf(50, 25, 20, 14, 9, 0)]
  expect(hideSteps(rows, sumOf(rows)).rows).toEqual(rows)
})

test('who is missing is not told where they are fewer than five', () => {
  expect(hideSteps([rowOf(30, 28)], rowOf(30, 28)).rows[0]).toMatchObject({ invited: 30, opened: null, read: 0 })
})

test('one small hub is hidden with the next one, so that it does not follow from the sum', () => {
  const rows = [rowOf(40, 20), rowOf(30, 10), rowOf(20, 3)]
  expect(hideSteps(rows, sumOf(rows)).rows.map(({ opened }) => opened)).toEqual([20, null, null])
})

test('a sum that is hidden does not follow from its rows', () => {
  const rows = [rowOf(60, 40, 30, 10, 15), rowOf(60, 40, 30, 15, 9)]
  const { rows: shown, all } = hideSteps(rows, sumOf(rows))
  expect(all.wrote).toBeNull()
  expect(shown.map(({ wrote }) => wrote)).toEqual([15, null])
})

const row = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 })
  .map((numbers) => rowOf(...(numbers.toSorted((a, b) => b - a) as [number, ...number[]])))

test('nothing of one to four people can be found, whatever the rows are', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const all = sumOf(rows)
      const hidden = hideSteps(rows, all)
      for (const shown of [...hidden.rows, hidden.all]) {
        const told = STEPS.flatMap((step) => shown[step] ?? [])
        expect(told.some(isSmall)).toBe(false)
        expect(told.some((one) => told.some((other) => isSmall(Math.abs(one - other))))).toBe(false)
      }
      for (const step of STEPS) {
        const sum = hidden.all[step]
        if (sum === null) {
          expect(hidden.rows.some((shown) => shown[step] === null)).toBe(true)
          continue
        }
        const rest = sum - hidden.rows.reduce((total, shown) => total + (shown[step] ?? 0), 0)
        const behind = rows.filter((one, at) => hidden.rows[at]?.[step] === null && one[step] > 0)
        expect(isSmall(rest) && hidden.rows.some((shown) => (shown[step] ?? 0) > 0)).toBe(false)
        expect(behind.length === 1 && hidden.rows.some((shown) => (shown[step] ?? 0) > 0)).toBe(false)
      }
    }),
  )
})
