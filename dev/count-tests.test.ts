import { expect, test } from 'vitest'
import { closingLine, countTests, isGood } from './count-tests.ts'

test('the closing line adds up all files', () => {
  const files = [
    { states: ['passed', 'failed'], broke: true },
    { states: ['passed', 'skipped'], broke: false },
  ]
  expect(closingLine(countTests(files, 0))).toBe('2 passed, 1 failed, 1 skipped')
})

test('a file that could not be loaded is a failure', () => {
  expect(countTests([{ states: [], broke: true }], 0).failed).toBe(1)
})

test('tests whose set-up failed are skipped, and their file is a failure', () => {
  expect(countTests([{ states: ['skipped', 'skipped'], broke: true }], 0)).toEqual({ passed: 0, failed: 1, skipped: 2 })
})

test('an error that no test caught is a failure', () => {
  expect(isGood(countTests([{ states: ['passed'], broke: false }], 1))).toBe(false)
})

test('a run without a test is not good', () => {
  expect(isGood(countTests([], 0))).toBe(false)
})

test('a run in which all passed is good', () => {
  expect(isGood(countTests([{ states: ['passed'], broke: false }], 0))).toBe(true)
})
