import fc from 'fast-check'
import { expect, test } from 'vitest'
import { karate, ring, tiesOf } from '../../../test/graphs.ts'
import { constraints } from './constraint.ts'
import { coreNumbers } from './cores.ts'
import { buildDirected, buildUndirected, type Csr, transpose } from './csr.ts'
import { degrees, density } from './degree.ts'
import { externalInternalIndex } from './ei.ts'
import { pageRank } from './pagerank.ts'

/** The weight between any two nodes as a table. */
function tableOf(graph: Csr): number[][] {
  const table = Array.from({ length: graph.nodes }, () => new Array<number>(graph.nodes).fill(0))
  for (let node = 0; node < graph.nodes; node++) {
    for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) {
      const row = table[node] ?? []
      row[graph.targets[at] ?? 0] = graph.weights?.[at] ?? 1
    }
  }
  return table
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

const someTies = fc
  .integer({ min: 2, max: 14 })
  .chain((nodes) =>
    fc
      .array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 4 })), { maxLength: 50 })
      .map((rows) => tiesOf(nodes, rows)),
  )

/** One walker, step by step through the whole table. */
function pageRankByTable(table: number[][]): number[] {
  const size = table.length
  let ranks = new Array<number>(size).fill(1 / size)
  for (let step = 0; step < 400; step++) {
    const next = new Array<number>(size).fill(0.15 / size)
    for (const [from, row] of table.entries()) {
      const out = sum(row)
      for (let to = 0; to < size; to++) {
        next[to] = (next[to] ?? 0) + 0.85 * (ranks[from] ?? 0) * (out === 0 ? 1 / size : (row[to] ?? 0) / out)
      }
    }
    ranks = next
  }
  return ranks
}

test.each(['undirected', 'directed'])('PageRank of an %s graph is where the walker of the table is', (kind) => {
  fc.assert(
    fc.property(someTies, (ties) => {
      const graph = kind === 'directed' ? buildDirected(ties) : buildUndirected(ties)
      const ranks = pageRank(graph, kind === 'directed' ? { incoming: transpose(graph) } : {})
      for (const [node, expected] of pageRankByTable(tableOf(graph)).entries()) {
        expect(Math.abs((ranks[node] ?? 0) - expected)).toBeLessThan(1e-9)
      }
      expect(sum(ranks)).toBeCloseTo(1, 10)
    }),
    { numRuns: 60 },
  )
})

test('PageRank of the karate club is the published one', () => {
  // networkx and igraph, damping .85, without weights: node 33 .1009, node 0 .0970, node 11 .0096.
  const ranks = pageRank(karate)
  expect(ranks[33]).toBeCloseTo(0.1009, 4)
  expect(ranks[0]).toBeCloseTo(0.097, 4)
  expect(ranks[11]).toBeCloseTo(0.00956, 5)
})

/** Takes nodes with fewer than k ties away until none is left, for each k. */
function coresByTable(table: number[][]): number[] {
  const cores = table.map(() => 0)
  for (let k = 1; k < table.length; k++) {
    const inside = new Set(table.keys())
    const tiesOfNode = (node: number) => [...inside].filter((other) => (table[node]?.[other] ?? 0) > 0).length
    for (let weak: number | undefined = -1; weak !== undefined; ) {
      weak = [...inside].find((node) => tiesOfNode(node) < k)
      if (weak !== undefined) inside.delete(weak)
    }
    for (const node of inside) cores[node] = k
  }
  return cores
}

test('core numbers are what is left when the weak are taken away again and again', () => {
  fc.assert(
    fc.property(someTies, (ties) => {
      const graph = buildUndirected(ties)
      expect([...coreNumbers(graph)]).toEqual(coresByTable(tableOf(graph)))
    }),
  )
})

test('the karate club has a core of 4, and cliques of five in a ring as well', () => {
  expect(Math.max(...coreNumbers(karate))).toBe(4)
  expect(new Set(coreNumbers(ring({ cliques: 6, size: 5 })))).toEqual(new Set([4]))
})

function constraintsByTable(table: number[][]): number[] {
  const p = table.map((row) => row.map((weight) => weight / sum(row)))
  return table.map((row, i) => {
    const contacts = row.flatMap((weight, j) => (weight > 0 ? [j] : []))
    if (contacts.length === 0) return Number.NaN
    const through = (j: number) =>
      sum(contacts.filter((q) => q !== i && q !== j).map((q) => (p[i]?.[q] ?? 0) * (p[q]?.[j] ?? 0)))
    return sum(contacts.map((j) => ((p[i]?.[j] ?? 0) + through(j)) ** 2))
  })
}

test('constraint is the formula of Burt, with and without weights', () => {
  fc.assert(
    fc.property(someTies, fc.boolean(), (ties, weighted) => {
      const graph = buildUndirected(ties)
      const found = constraints(weighted ? graph : { ...graph, weights: null })
      const expected = constraintsByTable(
        tableOf(weighted ? graph : { ...graph, weights: graph.weights?.map(() => 1) ?? null }),
      )
      for (const [node, one] of expected.entries()) {
        if (Number.isNaN(one)) expect(found[node]).toBeNaN()
        else expect(found[node]).toBeCloseTo(one, 12)
      }
    }),
  )
})

test('the middle of a star is hardly bound, its ends wholly, and who is alone is not measured', () => {
  const star = buildUndirected(
    tiesOf(
      6,
      [1, 2, 3, 4].map((end) => [0, end]),
    ),
  )
  expect([...constraints(star)]).toEqual([0.25, 1, 1, 1, 1, Number.NaN])
})

test('the index is 1 when all ties lead out, -1 when none does, by weight between, and null without ties', () => {
  const pair = buildUndirected(tiesOf(3, [[0, 1, 3]]))
  expect(externalInternalIndex(pair, Int32Array.of(0, 1, 0))).toBe(1)
  expect(externalInternalIndex(pair, Int32Array.of(0, 0, 1))).toBe(-1)
  expect(externalInternalIndex(pair, Int32Array.of(0, -1, 1))).toBeNull()
  const weighed = buildUndirected(
    tiesOf(3, [
      [0, 1, 3],
      [1, 2, 1],
    ]),
  )
  expect(externalInternalIndex(weighed, Int32Array.of(0, 0, 1))).toBe(-0.5)
})

test('density counts ties among all pairs, directed or not, and degrees count contacts', () => {
  const rows = [
    [0, 1],
    [1, 0],
    [1, 2],
  ]
  expect(density(buildUndirected(tiesOf(3, rows)))).toBeCloseTo(2 / 3, 12)
  expect(density(buildDirected(tiesOf(3, rows)))).toBe(0.5)
  expect(density(buildUndirected(tiesOf(1, [])))).toBe(0)
  expect([...degrees(buildUndirected(tiesOf(3, rows)))]).toEqual([1, 2, 1])
  expect([...degrees(buildDirected(tiesOf(3, rows)))]).toEqual([1, 2, 0])
})
