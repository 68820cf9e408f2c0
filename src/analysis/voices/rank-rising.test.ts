import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankRising, type ThemeActs } from './index.ts'

const hourMs = 3_600_000
type Act = { person: number; theme: number; hour: number; zone?: number }

function actsOf(acts: readonly Act[]): ThemeActs {
  return {
    people: Int32Array.from(acts, ({ person }) => person),
    themes: Int32Array.from(acts, ({ theme }) => theme),
    atMs: Float64Array.from(acts, ({ hour }) => (hour + 0.5) * hourMs),
    zones: Int32Array.from(acts, ({ zone }) => zone ?? 0),
  }
}

let nextPerson = 0
/** `people` new people in a theme in each hour from `from` up to `to`. */
function steady(theme: number, people: number, [from, to, zone = 0]: readonly number[]): Act[] {
  const hours = Array.from({ length: (to ?? 0) - (from ?? 0) }, (_, n) => (from ?? 0) + n)
  return hours.flatMap((hour) => Array.from({ length: people }, () => ({ person: nextPerson++, theme, hour, zone })))
}

const at20 = { nowMs: 20 * hourMs }
const calm = [...steady(0, 10, [0, 20]), ...steady(1, 4, [0, 20])]

test('a theme that doubles its people rises, one that stays does not', () => {
  const ranked = rankRising(actsOf([...calm, ...steady(2, 5, [0, 18]), ...steady(2, 15, [18, 20])]), at20)
  expect(ranked[0]).toMatchObject({ theme: 2, people: 30 })
  expect(ranked[0]?.rate).toBeGreaterThan(1)
  expect(ranked.filter(({ rate }) => rate > 1)).toHaveLength(1)
})

test('a large theme does not rise by being large', () => {
  const [first] = rankRising(
    actsOf([...steady(0, 200, [0, 20]), ...steady(1, 3, [0, 18]), ...steady(1, 12, [18, 20])]),
    at20,
  )
  expect(first?.theme).toBe(1)
})

const wakingUp = [
  ...steady(0, 20, [0, 18]),
  ...steady(1, 1, [0, 18]),
  ...steady(1, 9, [0, 4, 1]),
  ...steady(0, 1, [0, 4, 1]),
  ...steady(0, 2, [18, 20]),
  ...steady(1, 18, [18, 20, 1]),
  ...steady(0, 2, [18, 20, 1]),
]

test('a theme does not rise because the zone that speaks of it wakes up', () => {
  expect(rankRising(actsOf(wakingUp), at20).filter(({ rate }) => rate > 1)).toEqual([])
})

test('without zones the waking zone would win', () => {
  const blind = wakingUp.map((act) => ({ ...act, zone: 0 }))
  expect(rankRising(actsOf(blind), at20)[0]).toMatchObject({ theme: 1 })
  expect(rankRising(actsOf(blind), at20)[0]?.rate).toBeGreaterThan(1)
})

test('nothing rises in the burst of the opening, nor in the quiet after it', () => {
  const opening = [...steady(0, 80, [0, 2]), ...steady(1, 30, [0, 2])]
  expect(rankRising(actsOf(opening), { nowMs: 2 * hourMs })).toEqual([])
  const after = [...opening, ...steady(0, 16, [2, 8]), ...steady(1, 6, [2, 8])]
  expect(rankRising(actsOf(after), { nowMs: 4 * hourMs }).filter(({ rate }) => rate > 1)).toEqual([])
  expect(rankRising(actsOf(after), { nowMs: 8 * hourMs }).filter(({ rate }) => rate > 1)).toEqual([])
})

test('five hundred copies by twelve people count as twelve people', () => {
  const people = Array.from({ length: 12 }, (_, n) => ({ person: 1e6 + n, theme: 2, hour: 19 }))
  const copies = Array.from({ length: 500 }, (_, n) => ({ person: 1e6 + (n % 12), theme: 2, hour: 19 }))
  const past = [...calm, ...steady(2, 1, [0, 18])]
  expect(rankRising(actsOf([...past, ...copies]), at20)).toEqual(rankRising(actsOf([...past, ...people]), at20))
})

test('one who writes in thirty themes in an hour weighs 1 + ln 30 in all', () => {
  const before = Array.from({ length: 30 }, (_, theme) => ({ person: 1e6 + theme, theme, hour: 0 }))
  const everywhere = Array.from({ length: 30 }, (_, theme) => ({ person: 5, theme, hour: 19 }))
  const ranked = rankRising(actsOf([...before, ...everywhere]), at20)
  expect(ranked).toHaveLength(30)
  expect(ranked.reduce((sum, { weighed }) => sum + weighed, 0)).toBeCloseTo(1 + Math.log(30), 9)
})

test('themes that rise alike stand by their number', () => {
  const past = [...steady(0, 3, [0, 18]), ...steady(1, 3, [0, 18]), ...steady(2, 3, [0, 18])]
  const now = [2, 0, 1].flatMap((theme) => steady(theme, 3, [18, 20]))
  expect(rankRising(actsOf([...past, ...now]), at20).map(({ theme }) => theme)).toEqual([0, 1, 2])
})

const someActs = fc.array(
  fc.record({ person: fc.nat(8), theme: fc.integer({ min: -1, max: 4 }), hour: fc.nat(21), zone: fc.nat(2) }),
  { maxLength: 60 },
)

test('acts may come in any order and often, what comes after now is not known, and people bound the weight', () => {
  fc.assert(
    fc.property(someActs, (acts) => {
      // The zone of a person is hers.
      const own = acts.map((act) => ({ ...act, zone: act.person % 3 }))
      const ranked = rankRising(actsOf(own), at20)
      const again = rankRising(actsOf([...own.filter(({ hour }) => hour < 20), ...own].toReversed()), at20)
      expect(again.map(({ theme }) => theme).toSorted()).toEqual(ranked.map(({ theme }) => theme).toSorted())
      for (const { theme, people, weighed, rate } of ranked) {
        expect(again.find((other) => other.theme === theme)?.rate).toBeCloseTo(rate, 9)
        expect(weighed).toBeLessThanOrEqual(2 * people + 1e-9)
      }
    }),
  )
})
