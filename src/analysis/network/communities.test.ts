import fc from 'fast-check'
import { expect, test } from 'vitest'
import { karate, ring, tiesOf } from '../../../test/graphs.ts'
import { seededRandom } from '../seeded-random.ts'
import { findCommunities, orderBySize } from './communities.ts'
import { components } from './components.ts'
import { contract } from './contract.ts'
import { buildUndirected, type Csr } from './csr.ts'
import { modularity } from './modularity.ts'

/** The definition, pair by pair. */
function modularityByPairs(graph: Csr, communities: Int32Array, resolution: number): number {
  const weight = Array.from({ length: graph.nodes }, () => new Array<number>(graph.nodes).fill(0))
  for (let node = 0; node < graph.nodes; node++) {
    const row = weight[node] ?? []
    row[node] = 2 * (graph.loops?.[node] ?? 0)
    for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) {
      const target = graph.targets[at] ?? 0
      row[target] = (row[target] ?? 0) + (graph.weights?.[at] ?? 1)
    }
  }
  const strength = weight.map((row) => row.reduce((sum, each) => sum + each, 0))
  const total = strength.reduce((sum, each) => sum + each, 0)
  let quality = 0
  for (const [a, row] of weight.entries()) {
    for (const [b, between] of row.entries()) {
      if (communities[a] !== communities[b]) continue
      quality += between / total - (resolution * (strength[a] ?? 0) * (strength[b] ?? 0)) / total ** 2
    }
  }
  return quality
}

const someGraph = fc.integer({ min: 2, max: 25 }).chain((nodes) =>
  fc
    .array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 80,
    })
    .filter((rows) => rows.some(([a, b]) => a !== b))
    .map((rows) => buildUndirected(tiesOf(nodes, rows))),
)

const randomGroups = (size: number, groups: number, seed: number): Int32Array => {
  const random = seededRandom(seed)
  return orderBySize(Int32Array.from({ length: size }, () => Math.min(size - 1, Math.floor(random() * groups))))
}

test('the karate club falls into communities of the best modularity known, .4198, from any seed', () => {
  for (let seed = 0; seed < 20; seed++) {
    expect(modularity(karate, findCommunities(karate, { seed }))).toBeGreaterThanOrEqual(0.4188)
  }
})

test('the split of the karate club into the two clubs has the modularity that is published', () => {
  const clubs = Int32Array.from({ length: 34 }, (_, node) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21].includes(node) ? 0 : 1,
  )
  // networkx documents .3582 for this split without weights.
  expect(modularity(karate, clubs)).toBeCloseTo(0.3582, 4)
})

test('modularity is what its definition says, pair by pair, with loops and any resolution', () => {
  fc.assert(
    fc.property(someGraph, fc.integer(), fc.constantFrom(0.5, 1, 2), (graph, seed, resolution) => {
      const whole = contract(graph, randomGroups(graph.nodes, 8, seed))
      const groups = randomGroups(whole.nodes, 3, seed + 1)
      expect(modularity(whole, groups, resolution)).toBeCloseTo(modularityByPairs(whole, groups, resolution), 10)
    }),
  )
})

test('contraction keeps the modularity of every coarser grouping', () => {
  fc.assert(
    fc.property(someGraph, fc.integer(), (graph, seed) => {
      const parts = randomGroups(graph.nodes, 8, seed)
      const contracted = contract(graph, parts)
      const coarse = randomGroups(contracted.nodes, 3, seed + 1)
      const unfolded = parts.map((part) => coarse[part] ?? 0)
      expect(modularity(contracted, coarse)).toBeCloseTo(modularity(graph, unfolded), 10)
    }),
  )
})

test('communities are connected, dense, ordered by size, and the same for the same seed', () => {
  fc.assert(
    fc.property(someGraph, fc.integer({ min: 0 }), (graph, seed) => {
      const found = findCommunities(graph, { seed })
      expect(findCommunities(graph, { seed })).toEqual(found)
      expect(orderBySize(found)).toEqual(found)
      expect(new Set(components(graph, found)).size).toBe(new Set(found).size)
    }),
  )
})

test('no single node gains by moving to a neighbouring community', () => {
  fc.assert(
    fc.property(someGraph, fc.integer({ min: 0 }), (graph, seed) => {
      const found = findCommunities(graph, { seed })
      const best = modularity(graph, found)
      for (let node = 0; node < graph.nodes; node++) {
        for (const other of new Set(found)) {
          expect(modularity(graph, found.with(node, other))).toBeLessThanOrEqual(best + 1e-9)
        }
      }
    }),
    { numRuns: 30 },
  )
})

test('at resolution 1 cliques of a long ring are joined, at 4 each stands alone', () => {
  const cliques = ring({ cliques: 30, size: 5 })
  const sizes = (resolution: number) => new Set(findCommunities(cliques, { seed: 1, resolution })).size
  expect(sizes(1)).toBeLessThan(30)
  expect(sizes(4)).toBe(30)
})

test('nodes that were contracted stay together', () => {
  const held = Int32Array.from({ length: 34 }, (_, node) => (node === 0 || node === 33 ? 0 : node))
  const dense = orderBySize(held)
  const found = findCommunities(contract(karate, dense), { seed: 3 })
  const whole = dense.map((part) => found[part] ?? 0)
  expect(whole[0]).toBe(whole[33])
  const free = findCommunities(karate, { seed: 3 })
  expect(free[0]).not.toBe(free[33])
})

test('a node without ties is a community of its own, and a graph without ties has modularity 0', () => {
  const graph = buildUndirected(tiesOf(3, [[0, 1]]))
  expect([...findCommunities(graph, { seed: 1 })]).toEqual([0, 0, 1])
  const empty = buildUndirected(tiesOf(2, []))
  expect([...findCommunities(empty, { seed: 1 })]).toEqual([0, 1])
  expect(modularity(empty, Int32Array.of(0, 1))).toBe(0)
})

test('a good start is kept and a bad one is left', () => {
  const best = findCommunities(karate, { seed: 5 })
  expect(findCommunities(karate, { seed: 9, start: best })).toEqual(best)
  const bad = Int32Array.from({ length: 34 }, (_, node) => node % 2)
  const found = findCommunities(karate, { seed: 9, start: bad })
  expect(modularity(karate, found)).toBeGreaterThanOrEqual(0.4188)
  expect([...bad.slice(0, 4)]).toEqual([0, 1, 0, 1])
})
