import { expect, test } from 'vitest'
import { judge, type Measured, p99 } from './judge.ts'

const fine: Measured = {
  ...{
    promise: true,
    forums: 1,
    hostsPerForum: 1,
    hours: 1,
    reach: 5,
    lobbyOpen: false,
    mailFailed: 0,
    mailSeconds: 1,
  },
  ...{ diskFreeBytes: 2 * 1024 ** 3, phases: 3, acceptedP99Ms: 1_000, refused: 0, uncounted: 0 },
  ...{ themesSeconds: 60, ratingSeconds: 30, reportSeconds: 60 },
}
const against = (given: Partial<Measured>): string[] =>
  judge({ ...fine, ...given }).flatMap(({ key, go }) => (go ? [] : [key]))

test('at its limits everything is a go, each line with what was measured', () => {
  expect(against({})).toEqual([])
  expect(judge(fine).find(({ key }) => key === 'disk')).toEqual({ key: 'disk', go: true, value: 2 })
})

test.each<[string, Partial<Measured>]>([
  ['promise', { promise: false }],
  ['forums', { forums: 0 }],
  ['hosts', { hostsPerForum: 0 }],
  ['dates', { hours: 0 }],
  ['dates', { hours: null }],
  ['reach', { reach: 4 }],
  ['mail', { mailFailed: 1 }],
  ['mail', { mailSeconds: null }],
  ['mail', { mailSeconds: 61 }],
  ['disk', { diskFreeBytes: 2 * 1024 ** 3 - 1 }],
  ['phases', { phases: 2 }],
  ['accepted', { acceptedP99Ms: 1_001 }],
  ['accepted', { acceptedP99Ms: null }],
  ['refused', { refused: 1 }],
  ['counted', { uncounted: 1 }],
  ['themes', { themesSeconds: null }],
  ['rating', { ratingSeconds: 31 }],
  ['report', { reportSeconds: 61 }],
])('one step further, %s is a no-go alone', (key, given) => {
  expect(against(given)).toEqual([key])
})

test('an open lobby reaches whoever has its address', () => {
  expect(against({ reach: 0, lobbyOpen: true })).toEqual([])
})

test('of a hundred values the 99th part is the greatest but one', () => {
  expect(p99(Array.from({ length: 100 }, (_, at) => at))).toBe(99)
  expect(p99(Array.from({ length: 200 }, (_, at) => at))).toBe(198)
  expect(p99([])).toBeNull()
})
