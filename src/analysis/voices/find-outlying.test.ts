import { expect, test } from 'vitest'
import { numberAll, rowsOfPlanted } from '../../../test/planted-rows.ts'
import { plantVoices } from '../../../test/planted-voices.ts'
import { findOutlying, nearestCentroids } from './index.ts'

const planted = plantVoices({ seed: 9, texts: 4_000, small: { texts: 30, people: 20 } })
const { rows, people, groups } = rowsOfPlanted(planted)
const topics = numberAll(planted.map(({ topic }) => topic))
const themes = topics.map((topic, text) => (planted[text]?.topic === 'small' ? -1 : topic))
const words = Int32Array.from(planted, (_, text) => (rows.starts[text + 1] ?? 0) - (rows.starts[text] ?? 0))
const nearest = nearestCentroids(rows, themes)

test('texts without a theme are farther from all themes than the others', () => {
  const meanOf = (isIn: (topic: string | undefined) => boolean): number => {
    const chosen = [...nearest].filter((_, text) => isIn(planted[text]?.topic))
    return chosen.reduce((sum, each) => sum + each, 0) / chosen.length
  }
  expect(meanOf((topic) => topic === 'small')).toBeLessThan(0.8 * meanOf((topic) => topic !== 'small'))
})

test('the farthest texts of each group are named, at most three and one of a person', () => {
  const found = findOutlying({ nearest, words, people, groups })
  expect(found.some(({ text }) => planted[text]?.topic === 'small')).toBe(true)
  expect(
    Math.max(
      ...Map.groupBy(found, ({ group }) => group)
        .values()
        .map(({ length }) => length),
    ),
  ).toBe(3)
  expect(new Set(found.map(({ person }) => person)).size).toBe(found.length)
})

test('a text is compared with the others of its theme, not with itself', () => {
  const two = { starts: Int32Array.of(0, 1, 2), columns: Int32Array.of(0, 1), weights: Float32Array.of(1, 1), width: 2 }
  expect([...nearestCentroids(two, Int32Array.of(0, 1))]).toEqual([0, 0])
  expect([...nearestCentroids(two, Int32Array.of(0, 0))]).toEqual([0, 0])
  expect([...nearestCentroids({ ...two, columns: Int32Array.of(0, 0) }, Int32Array.of(0, 0))]).toEqual([1, 1])
})

test('more themes than are summed at once make no difference', () => {
  const count = 70
  const width = count
  const starts = Int32Array.from({ length: 2 * count + 1 }, (_, at) => at)
  const columns = Int32Array.from({ length: 2 * count }, (_, at) => at % count)
  const weights = new Float32Array(2 * count).fill(1)
  expect(new Set(nearestCentroids({ starts, columns, weights, width }, columns))).toEqual(new Set([1]))
})

test('texts of hardly any words are never called outlying', () => {
  const short = { nearest: new Float32Array(100), words: new Int32Array(100).fill(2), people, groups }
  expect(findOutlying(short)).toEqual([])
})
