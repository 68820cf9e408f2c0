import { expect, test } from 'vitest'
import { type PlantedRows, rowsOfPlanted } from '../../../test/planted-rows.ts'
import { type PlantedText, plantVoices } from '../../../test/planted-voices.ts'
import {
  findOutlying,
  findPockets,
  gatherSmallVoices,
  nearestCentroids,
  type Pocket,
  type PocketsInput,
} from './index.ts'

function inputOf(texts: readonly PlantedText[], { neighbours, people, groups }: PlantedRows): PocketsInput {
  return { neighbours, people, groups, themes: new Int32Array(texts.length).fill(-1), seed: 1 }
}

const planted = plantVoices({ seed: 21, texts: 30_000 })
const plantedRows = rowsOfPlanted(planted)
const input = inputOf(planted, plantedRows)

test('90 texts of 40 people of one group among 30,000 are found as one pocket', { timeout: 60_000 }, () => {
  const pockets = findPockets(input)
  const [first] = pockets
  const small = first?.texts.filter((text) => planted[text]?.topic === 'small') ?? []
  expect(pockets.length).toBeLessThanOrEqual(3)
  expect(small.length).toBeGreaterThan(70)
  expect(small.length / (first?.texts.length ?? 1)).toBeGreaterThan(0.95)
  expect(first?.people).toBeGreaterThan(35)
  expect(first).toMatchObject({ hasTheme: false, theme: -1 })
})

test('18 texts of 18 people of one group among 6,000 stand together, not as strangers', { timeout: 60_000 }, () => {
  for (const seed of [1, 2]) {
    const texts = plantVoices({ seed, texts: 6_000, small: { texts: 18, people: 18 } })
    const [first, ...others] = findPockets(inputOf(texts, rowsOfPlanted(texts)))
    expect(others).toEqual([])
    expect(first?.people).toBeGreaterThanOrEqual(8)
    expect(first?.texts.filter((text) => texts[text]?.topic !== 'small').length).toBeLessThanOrEqual(1)
  }
})

test('one who writes the same a hundred times makes no pocket of those who answer', () => {
  const none = { rows: new Int32Array(0), similarities: new Float32Array(0) }
  // Texts 0 to 4 of one group are near each other and near the hundred texts of one person of another group.
  const rows = Array.from({ length: 105 }, (_, text) => [0, 1, 2, 3, 4, 5, 6, 7].map((at) => (at < 5 ? at : at + text)))
  const near = Int32Array.from(rows.flatMap((row, text) => row.map((other) => (other === text ? 104 : other % 105))))
  const people = Int32Array.from({ length: 105 }, (_, text) => (text < 5 ? text : 5))
  const groups = Int32Array.from(people, (person) => (person < 5 ? 0 : 1))
  const neighbours = { ...none, most: 8, rows: near, similarities: new Float32Array(near.length).fill(0.5) }
  expect(findPockets({ neighbours, people, groups, themes: new Int32Array(105).fill(-1), seed: 1 })).toEqual([])
})

/** Does a small voice stand for at least half of the planted people? */
function isHeard(pockets: readonly Pocket[]): boolean {
  const { rows, people, groups } = plantedRows
  const themes = new Int32Array(planted.length).fill(0)
  const nearest = nearestCentroids(rows, themes)
  const words = Int32Array.from(planted, (_, text) => (rows.starts[text + 1] ?? 0) - (rows.starts[text] ?? 0))
  const outlying = findOutlying({ nearest, words, people, groups })
  const voices = gatherSmallVoices({ pockets, outlying, favourites: [], firsts: [] }).slice(0, 40)
  const heard = voices.flatMap((voice) => ('texts' in voice ? voice.texts : 'text' in voice ? [voice.text] : []))
  const whose = heard.filter((text) => planted[text]?.topic === 'small').map((text) => people[text])
  return new Set(whose).size >= 20
}

test('the planted voice stands among the small voices, and would not without this detector', () => {
  expect(isHeard(findPockets(input))).toBe(true)
  expect(isHeard([])).toBe(false)
})

test('without the planted voice nothing of the kind is found', () => {
  const texts = plantVoices({ seed: 21, texts: 8_000, small: { texts: 0, people: 1 } })
  expect(findPockets(inputOf(texts, rowsOfPlanted(texts)))).toEqual([])
})

test('the same voice spread over all groups is no pocket of one group', () => {
  const groups = input.groups.map((group, text) => (planted[text]?.topic === 'small' ? text % 12 : group))
  expect(findPockets({ ...input, groups })).toEqual([])
})

test('many texts by four people are not five people', () => {
  const isSmall = (text: number): boolean => planted[text]?.topic === 'small'
  const four = input.people.map((person, text) => (isSmall(text) ? 1_000_000 + (text % 4) : person))
  expect(findPockets({ ...input, people: four })).toEqual([])
})

test('a pocket that is a theme says so', () => {
  const themes = Int32Array.from(planted, ({ topic }) => (topic === 'small' ? 5 : 2))
  expect(findPockets({ ...input, themes })[0]).toMatchObject({ theme: 5, hasTheme: true })
})

test('a pocket of more people than a small voice has is not called small', () => {
  const everybody = new Set(input.people).size
  expect(findPockets(input, { mostShare: 39 / everybody }).every(({ people }) => people <= 39)).toBe(true)
  expect(findPockets(input, { mostShare: 10 / everybody }).every(({ people }) => people <= 20)).toBe(true)
})

test('the same texts and seed give the same pockets', () => {
  expect(findPockets(input)).toEqual(findPockets(input))
})

test('nothing is found in nothing', () => {
  const none = new Int32Array(0)
  const neighbours = { most: 15, rows: none, similarities: new Float32Array(0) }
  expect(findPockets({ neighbours, people: none, groups: none, themes: none, seed: 1 })).toEqual([])
})
