import { expect, test } from 'vitest'
import type { MeasuredText } from './measure-asked.ts'
import { measureVoices } from './measure-voices.ts'

const HOUR = 3_600_000
const NOW = 100 * HOUR

let next = 0
function text(wishes: Partial<MeasuredText> = {}): MeasuredText {
  const id = `t${next++}`
  const usual = {
    root: id,
    parent: null,
    kind: 'contribution',
    author: id,
    hub: null,
    spoken: 'en',
    zone: 'Europe/Vienna',
  }
  return { id, ...usual, theme: 'a', seed: false, atMs: NOW - 50 * HOUR, agree: 0, disagree: 0, people: 20, ...wishes }
}
const many = (count: number, wishes: (n: number) => Partial<MeasuredText>) =>
  Array.from({ length: count }, (_, n) => text(wishes(n)))
const measure = (texts: readonly MeasuredText[]) => measureVoices({ texts, votes: [], words: null, nowMs: NOW })

/** Two themes in which as many people write each hour, and of late one of them in which many more do. */
const steady = (theme: string) => many(96, (n) => ({ theme, atMs: NOW - (n + 3) * HOUR }))

test('a theme rises when more people write than its past lets expect', () => {
  const burst = many(20, () => ({ theme: 'b', atMs: NOW - HOUR / 2 }))
  const { rising } = measure([...steady('a'), ...steady('b'), ...burst]).lenses
  expect(rising.map(({ themeId }) => themeId)).toEqual(['b'])
  expect(rising[0]?.peopleAnHour).toBe(10)
})

test('one person who writes twenty times lets nothing rise', () => {
  const burst = many(20, () => ({ theme: 'b', author: 'one', atMs: NOW - HOUR / 2 }))
  expect(measure([...steady('a'), ...steady('b'), ...burst]).lenses.rising).toEqual([])
})

test('least heard is what was read less than the rest', () => {
  const heard = many(40, () => ({ theme: 'a', people: 20 }))
  const hardly = many(40, (n) => ({ theme: 'b', people: n < 30 ? 1 : 9 }))
  expect(measure([...heard, ...hardly]).lenses.leastHeard).toEqual([{ themeId: 'b', share: 0.3, belowFloor: 30 }])
})

test('a question that others answered is not open, and a split needs two dozen people', () => {
  const answered = text({ kind: 'question' })
  const answer = text({ parent: answered.id, root: answered.root })
  const open = text({ kind: 'objection', theme: 'b' })
  const split = text({ theme: 'c', agree: 20, disagree: 20 })
  const few = text({ theme: 'd', agree: 3, disagree: 3 })
  expect(measure([answered, answer, open, split, few]).lenses.unresolved).toEqual([
    { themeId: 'b', openQuestions: 0, openObjections: 1, split: false },
    { themeId: 'c', openQuestions: 0, openObjections: 0, split: true },
  ])
})

test('how much the most active wrote is told from five people on', () => {
  const of = (people: number) => measure(many(people * 2, (n) => ({ author: `p${n < people ? n : n % 5}` }))).activity
  expect(of(40)).toMatchObject({ people: 40, posts: 80, topTenth: null, topHundredth: null })
  expect(of(50)).toMatchObject({ topTenth: 0.55, topHundredth: null })
  expect(of(500).topHundredth).toBeGreaterThan(0.5)
})
