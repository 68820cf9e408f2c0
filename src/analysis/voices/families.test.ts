import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Random, seededRandom } from '../seeded-random.ts'
import {
  buildFamilies,
  familyConfidence,
  gatherMemberships,
  linkThemes,
  type Memberships,
  repliesAsMemberships,
  suggestionConfidence,
  type ThemeLink,
} from './index.ts'

/** Ten themes of language 0 and ten of language 1; theme t and theme 10 + t speak of one thing for t below 3. */
const languages = Int32Array.from({ length: 20 }, (_, theme) => (theme < 10 ? 0 : 1))
const planted = 3

/** People (or replies, or marks) that stand in a theme of each language; `bound` of them in both halves of a family. */
function thingsInBoth(count: number, bound: number, random: Random): Memberships {
  const themes = Array.from({ length: count }, () => {
    if (random() < bound) {
      const family = Math.floor(random() * planted)
      return [family, 10 + family]
    }
    return [Math.floor(random() * 10), 10 + Math.floor(random() * 10)]
  })
  return {
    themes: Int32Array.from(themes.flat()),
    items: Int32Array.from(themes.flatMap((_, item) => [item, item])),
  }
}

function twoKinds(bound: number, seed: number) {
  const random = seededRandom(seed)
  return { replies: thingsInBoth(120, bound, random), people: thingsInBoth(150, bound, random) }
}

const links = linkThemes({ languages, evidence: twoKinds(0.6, 1) })

test('planted families are found from replies and people, and nothing else is', () => {
  const { families, suggestions } = buildFamilies(links, { languages, verdicts: [] })
  expect(suggestions.every(({ confidence }) => confidence >= suggestionConfidence)).toBe(true)
  expect(families.map(({ themes }) => themes)).toEqual([
    [0, 10],
    [1, 11],
    [2, 12],
  ])
  for (const { confidence, isConfirmed } of families) {
    expect(confidence).toBeGreaterThanOrEqual(familyConfidence)
    expect(isConfirmed).toBe(false)
  }
})

test('people and replies by chance make no family and hardly a suggestion', () => {
  let suggested = 0
  for (let seed = 0; seed < 20; seed++) {
    const found = buildFamilies(linkThemes({ languages, evidence: twoKinds(0, seed) }), { languages, verdicts: [] })
    expect(found.families).toEqual([])
    suggested += found.suggestions.length
  }
  expect(suggested).toBeLessThanOrEqual(4)
})

/** Everybody who writes in both languages is in the two largest themes and in one more of each language. */
function largeThemes(): Memberships {
  const random = seededRandom(3)
  const themes = Array.from({ length: 400 }, () => [0, 10, 1 + Math.floor(random() * 9), 11 + Math.floor(random() * 9)])
  return {
    themes: Int32Array.from(themes.flat()),
    items: Int32Array.from(themes.flatMap((_, item) => [item, item, item, item])),
  }
}

test('two themes are not linked for being large, where raw counts would link them first', () => {
  const people = largeThemes()
  expect(linkThemes({ languages, evidence: { people } }).filter(({ a, b }) => a === 0 || b === 10)).toEqual([])
  const peopleOf = (theme: number) => new Set(people.items.filter((_, at) => people.themes[at] === theme))
  const shared = (a: number, b: number): number => peopleOf(a).intersection(peopleOf(b)).size
  const others = [1, 2, 3].flatMap((a) => [11, 12, 13].map((b) => shared(a, b)))
  expect(shared(0, 10)).toBeGreaterThan(Math.max(...others))
})

test('themes without anything in common are never linked', () => {
  const someThemes = fc.array(fc.tuple(fc.nat(9), fc.nat(500)), { maxLength: 200 })
  fc.assert(
    fc.property(someThemes, someThemes, (left, right) => {
      const people = {
        themes: Int32Array.from([...left.map(([theme]) => theme), ...right.map(([theme]) => 10 + theme)]),
        items: Int32Array.from([...left.map(([, item]) => 2 * item), ...right.map(([, item]) => 2 * item + 1)]),
      }
      expect(linkThemes({ languages, evidence: { people } })).toEqual([])
    }),
  )
})

test('themes of one language are never linked, whatever they share', () => {
  const things = fc.array(fc.tuple(fc.nat(19), fc.nat(30)), { maxLength: 300 })
  fc.assert(
    fc.property(things, (pairs) => {
      const people = {
        themes: Int32Array.from(pairs, ([theme]) => theme),
        items: Int32Array.from(pairs, ([, item]) => item),
      }
      const found = linkThemes({ languages, evidence: { people, marks: people } })
      for (const { a, b, confidence } of found) {
        expect(languages[a]).not.toBe(languages[b])
        expect(confidence).toBeGreaterThan(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
      for (const family of buildFamilies(found, { languages, verdicts: [] }).families) {
        expect(family.languages.length).toBeGreaterThan(1)
        expect(family.themes).toHaveLength(family.languages.length)
      }
    }),
  )
})

test('each evidence says how much was shared and how much chance would give', () => {
  const [first] = links
  expect(first?.evidence.map(({ kind }) => kind)).toEqual(['replies', 'people'])
  for (const { both, expected, chance, strength } of first?.evidence ?? []) {
    expect(both).toBeGreaterThan(2 * expected)
    expect(chance).toBeLessThan(1e-3)
    expect(strength).toBeGreaterThan(0.5)
  }
})

const link = (a: number, b: number, confidence: number): ThemeLink => ({ a, b, confidence, evidence: [] })

test('what people said counts before what was computed', () => {
  const verdicts = [
    { a: 0, b: 10, isOne: false },
    { a: 13, b: 3, isOne: true },
  ]
  const { families, suggestions } = buildFamilies(links, { languages, verdicts })
  expect(families.map(({ themes }) => themes)).toEqual([
    [1, 11],
    [2, 12],
    [3, 13],
  ])
  expect(families.at(-1)).toMatchObject({ confidence: 1, isConfirmed: true, languages: [0, 1] })
  expect(suggestions.some(({ a, b }) => (a === 0 && b === 10) || (a === 3 && b === 13))).toBe(false)
})

test('a verdict taken back leaves no trace', () => {
  const verdicts = [
    { a: 0, b: 10, isOne: false },
    { a: 0, b: 10, isOne: true },
  ]
  expect(buildFamilies([], { languages, verdicts }).families).toHaveLength(1)
  expect(buildFamilies([], { languages, verdicts: verdicts.toReversed() }).families).toEqual([])
})

test('a third language joins by its link to either, but never against a verdict', () => {
  const three = Int32Array.of(0, 1, 2)
  const chain = [link(0, 1, 0.9), link(1, 2, 0.8)]
  expect(buildFamilies(chain, { languages: three, verdicts: [] }).families).toMatchObject([
    { themes: [0, 1, 2], languages: [0, 1, 2], confidence: 0.8 },
  ])
  const verdicts = [{ a: 2, b: 0, isOne: false }]
  expect(buildFamilies(chain, { languages: three, verdicts }).families).toMatchObject([{ themes: [0, 1] }])
})

test('two themes of one language come into one family by people alone', () => {
  const two = Int32Array.of(0, 0, 1)
  const both = [link(0, 2, 0.9), link(1, 2, 0.8)]
  expect(buildFamilies(both, { languages: two, verdicts: [] }).families).toMatchObject([{ themes: [0, 2] }])
  const verdicts = [{ a: 1, b: 2, isOne: true }]
  expect(buildFamilies(both, { languages: two, verdicts }).families).toMatchObject([{ themes: [1, 2] }])
  const all = [...verdicts, { a: 0, b: 2, isOne: true }]
  expect(buildFamilies(both, { languages: two, verdicts: all }).families).toMatchObject([{ themes: [0, 1, 2] }])
})

test('a theme has what two different people of it wrote', () => {
  const texts = { themes: Int32Array.of(4, 4, 4, 5, -1), people: Int32Array.of(1, 1, 2, 3, 4) }
  const words = [['L9'], ['L9', 'bus'], ['L9'], ['L9'], ['L9']]
  const { themes, items } = gatherMemberships(texts, (text) => words[text] ?? [])
  expect([...themes]).toEqual([4])
  expect(items).toHaveLength(1)
  expect(gatherMemberships(texts, (text) => words[text] ?? [], 1).themes).toHaveLength(3)
})

test('a reply belongs to the themes at both of its ends', () => {
  const { themes, items } = repliesAsMemberships(Int32Array.of(1, -1, 3), Int32Array.of(12, 4, 3))
  expect([...themes]).toEqual([1, 12, 3, 3])
  expect([...items]).toEqual([0, 0, 2, 2])
})
