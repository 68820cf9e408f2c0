import { expect, test } from 'vitest'
import { hinders, isComplete, missingOf, type SetUp } from './missing.ts'

const hour = (count: number) => new Date(Date.UTC(2027, 2, 1, count))
const NOW = hour(0)

const ready: SetUp = {
  phase: 'prepare',
  plan: { opensAt: hour(1), rateAt: hour(2), closesAt: hour(3), archiveAt: hour(4) },
  nextAt: hour(1),
  promise: { decides: 'The board', by: '2027-06-30', text: 'Answers' },
  forums: 1,
  hosts: 1,
}

test('nothing is missing from a jam that is ready', () => {
  expect(missingOf(ready, NOW)).toEqual([])
})

test.each([
  { change: { promise: null }, key: 'jam.missing.promise' },
  { change: { forums: 0 }, key: 'jam.missing.forum' },
  { change: { hosts: 0 }, key: 'jam.missing.host' },
  { change: { plan: { ...ready.plan, rateAt: null, archiveAt: null, closesAt: null } }, key: 'jam.missing.end' },
  { change: { plan: { ...ready.plan, closesAt: hour(-1), rateAt: null } }, key: 'jam.missing.dates' },
  { change: { plan: { ...ready.plan, rateAt: hour(5) } }, key: 'jam.missing.dates' },
  { change: { plan: { ...ready.plan, opensAt: hour(-1) }, nextAt: null }, key: 'jam.missing.opening-missed' },
])('a set-up without it names $key alone', ({ change, key }) => {
  expect(missingOf({ ...ready, ...change }, NOW)).toEqual([key])
})

test('nothing is missing from a jam that has opened', () => {
  expect(missingOf({ ...ready, phase: 'discuss', promise: null }, NOW)).toEqual([])
})

test('a missed opening hinders nobody from opening by hand', () => {
  expect(hinders('jam.missing.opening-missed')).toBe(false)
})

test('a jam without a promise is not complete', () => {
  expect(isComplete({ ...ready, promise: null })).toBe(false)
})
