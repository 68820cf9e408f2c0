import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tiesOf } from '../../../test/graphs.ts'
import { buildDirected, buildUndirected, type Csr, transpose } from './csr.ts'

function rowsOf(graph: Csr): number[][][] {
  return Array.from({ length: graph.nodes }, (_, node) => {
    const row: number[][] = []
    for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) {
      row.push([graph.targets[at] ?? -1, graph.weights?.[at] ?? 1])
    }
    return row
  })
}

const someTies = fc.integer({ min: 1, max: 12 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    rows: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 0, max: 9 })), { maxLength: 60 }),
  }),
)

test('loops are dropped and doubles in either direction become one tie with their weights added', () => {
  const graph = buildUndirected(
    tiesOf(3, [
      [0, 1],
      [1, 0],
      [2, 2],
      [1, 2],
    ]),
  )
  expect(rowsOf(graph)).toEqual([
    [[1, 2]],
    [
      [0, 2],
      [2, 1],
    ],
    [[1, 1]],
  ])
})

test('without doubles no weights are kept, as all are 1', () => {
  expect(buildUndirected(tiesOf(2, [[0, 1]])).weights).toBeNull()
})

test('a directed tie stands in the row of its source only, and in that of its target when turned round', () => {
  const graph = buildDirected(
    tiesOf(3, [
      [0, 2, 1.5],
      [0, 1, 2],
      [0, 2, 1],
    ]),
  )
  expect(rowsOf(graph)).toEqual([
    [
      [1, 2],
      [2, 2.5],
    ],
    [],
    [],
  ])
  expect(rowsOf(transpose(graph))).toEqual([[], [[0, 2]], [[0, 2.5]]])
})

test('rows hold what a map of pairs holds, ascending', () => {
  fc.assert(
    fc.property(someTies, ({ nodes, rows }) => {
      const expected = new Map<string, number>()
      for (const [source, target, weight] of rows) {
        if (source === target) continue
        for (const key of [`${source} ${target}`, `${target} ${source}`]) {
          expected.set(key, (expected.get(key) ?? 0) + weight)
        }
      }
      const found = rowsOf(buildUndirected(tiesOf(nodes, rows))).flatMap((row, node) => {
        expect(row.map(([target]) => target)).toEqual(row.map(([target]) => target ?? 0).toSorted((a, b) => a - b))
        return row.map(([target, weight]) => [`${node} ${target}`, weight] as const)
      })
      expect(new Map(found)).toEqual(expected)
    }),
  )
})

test('the order of the ties leaves no trace', () => {
  fc.assert(
    fc.property(someTies, ({ nodes, rows }) => {
      const turned = rows.toReversed().map(([source, target, weight]) => [target, source, weight])
      expect(buildUndirected(tiesOf(nodes, turned))).toEqual(buildUndirected(tiesOf(nodes, rows)))
    }),
  )
})

test.each([
  ['a node that is not there', tiesOf(2, [[0, 2]])],
  ['a negative weight', tiesOf(2, [[0, 1, -1]])],
  ['a weight that is no number', tiesOf(2, [[0, 1, Number.NaN]])],
  ['lists of unlike length', { nodes: 2, sources: new Uint32Array(2), targets: new Uint32Array(1) }],
])('%s is refused', (_, ties) => {
  expect(() => buildUndirected(ties)).toThrow(RangeError)
})

test('a graph may have no nodes', () => {
  expect(rowsOf(buildUndirected(tiesOf(0, [])))).toEqual([])
})
