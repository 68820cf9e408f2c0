import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EarlierTheme, matchThemes } from './match-themes.ts'

const theme = (id: string, isPinned = false): EarlierTheme => ({ id, label: `label of ${id}`, isPinned })
const of = (...runs: [number, number][]): Int32Array =>
  Int32Array.from(runs.flatMap(([each, many]) => Array(many).fill(each)))

function match(earlier: EarlierTheme[], before: Int32Array, after: Int32Array) {
  let next = 1
  const themes = after.reduce((most, each) => Math.max(most, each + 1), 0)
  return matchThemes({ earlier, before, after, themes, nextId: () => `new ${next++}` })
}

test('the same themes in another order keep their ids, and nothing is told', () => {
  const { ids, changes } = match([theme('a'), theme('b')], of([0, 10], [1, 20]), of([1, 10], [0, 20]))
  expect(ids).toEqual(['b', 'a'])
  expect(changes).toEqual([])
})

test('of a theme that splits the part with most of it keeps the id', () => {
  const { ids, changes } = match([theme('a')], of([0, 30]), of([0, 20], [1, 10]))
  expect(ids).toEqual(['a', 'new 1'])
  expect(changes).toContainEqual({
    kind: 'split',
    theme: 'a',
    into: [
      { theme: 'a', texts: 20, share: 2 / 3 },
      { theme: 'new 1', texts: 10, share: 1 / 3 },
    ],
  })
})

test('of themes that merge the larger keeps the id, and the smaller is not called faded', () => {
  const { ids, changes } = match([theme('a'), theme('b')], of([0, 10], [1, 30]), of([0, 40]))
  expect(ids).toEqual(['b'])
  expect(changes.map(({ kind }) => kind)).toEqual(['merged', 'grew'])
})

test('a pinned theme keeps its id where its texts go, though they are the fewer', () => {
  expect(match([theme('a', true), theme('b')], of([0, 10], [1, 30]), of([0, 40])).ids).toEqual(['a'])
  expect(match([theme('a'), theme('b')], of([0, 10], [1, 30]), of([0, 40])).ids).toEqual(['b'])
})

test('a theme whose texts are all unsorted has faded, with its label and size', () => {
  const { changes } = match([theme('a')], of([0, 10]), of([-1, 10]))
  expect(changes).toEqual([{ kind: 'faded', theme: 'a', size: 10, label: 'label of a' }])
})

test('what nobody had before is born, and growth is told from a fifth on', () => {
  const { changes } = match(
    [theme('a'), theme('b')],
    of([0, 40], [1, 40], [-1, 30]),
    of([0, 40], [1, 40], [0, 4], [1, 12], [2, 14]),
  )
  expect(changes).toEqual([
    { kind: 'grew', theme: 'b', from: 40, to: 52 },
    { kind: 'born', theme: 'new 1', size: 14 },
  ])
})

test('ids are never given twice, and only to a theme with at least half of the texts they stood for', () => {
  const lists = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: -1, max: 5 })), { maxLength: 60 })
  fc.assert(
    fc.property(lists, (pairs) => {
      const before = Int32Array.from(pairs, ([from]) => from)
      const after = Int32Array.from(pairs, ([, to]) => to)
      const earlier = Array.from({ length: 6 }, (_, at) => theme(`t${at}`))
      const { ids } = match(earlier, before, after)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [to, id] of ids.entries()) {
        const claims = earlier.filter((_, from) => {
          const own = pairs.filter((pair) => pair[0] === from)
          return own.length > 0 && own.filter((pair) => pair[1] === to).length >= own.length / 2
        })
        if (!id.startsWith('new')) expect(claims.map((each) => each.id)).toContain(id)
      }
    }),
  )
})
