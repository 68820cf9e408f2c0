import fc from 'fast-check'
import { expect, test } from 'vitest'
import { karate, tiesOf } from '../../../test/graphs.ts'
import { betweenness } from './betweenness.ts'
import { buildDirected, buildUndirected, type Csr } from './csr.ts'

/** All shortest paths of every pair, walked one by one. */
function byWalking(graph: Csr): number[] {
  const around = (node: number) => [...graph.targets.subarray(graph.offsets[node] ?? 0, graph.offsets[node + 1] ?? 0)]
  const between = new Array<number>(graph.nodes).fill(0)
  for (let from = 0; from < graph.nodes; from++) {
    let paths = [[from]]
    const seen = new Set([from])
    while (paths.length > 0) {
      const longer = paths.flatMap((path) => around(path.at(-1) ?? 0).map((next) => [...path, next]))
      paths = longer.filter((path) => !seen.has(path.at(-1) ?? 0))
      for (const path of paths) seen.add(path.at(-1) ?? 0)
      for (const path of paths) {
        const rivals = paths.filter((other) => other.at(-1) === path.at(-1)).length
        for (const node of path.slice(1, -1)) between[node] = (between[node] ?? 0) + 1 / rivals
      }
    }
  }
  return between
}

const someTies = fc
  .integer({ min: 2, max: 10 })
  .chain((nodes) =>
    fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 22 }).map((rows) => tiesOf(nodes, rows)),
  )

test('betweenness is the share of shortest paths that lead through, walked one by one', () => {
  fc.assert(
    fc.property(someTies, (ties) => {
      const [undirected, directed] = [buildUndirected(ties), buildDirected(ties)]
      const found = betweenness(undirected)
      for (const [node, walked] of byWalking(undirected).entries()) expect(found[node]).toBeCloseTo(walked / 2, 9)
      const oneWay = betweenness(directed, { directed: true })
      for (const [node, walked] of byWalking(directed).entries()) expect(oneWay[node]).toBeCloseTo(walked, 9)
    }),
  )
})

test('the karate club has the published betweenness', () => {
  // networkx, normalised by 33 * 32 / 2: node 0 .4376, node 33 .3041, node 32 .1452.
  const found = betweenness(karate)
  expect((found[0] ?? 0) / 528).toBeCloseTo(0.4376, 4)
  expect((found[33] ?? 0) / 528).toBeCloseTo(0.3041, 4)
  expect((found[32] ?? 0) / 528).toBeCloseTo(0.1452, 4)
  expect(found[0]).toBeCloseTo(231.0714, 4)
})

test('from all nodes as pivots it is exact, from some it depends on the seed alone', () => {
  expect(betweenness(karate, { pivots: 34, seed: 4 })).toEqual(betweenness(karate))
  const some = betweenness(karate, { pivots: 16, seed: 4 })
  expect(betweenness(karate, { pivots: 16, seed: 4 })).toEqual(some)
  expect(betweenness(karate, { pivots: 16, seed: 5 })).not.toEqual(some)
})

test('the average over many draws of pivots is the exact figure', () => {
  const draws = Array.from({ length: 400 }, (_, seed) => betweenness(karate, { pivots: 8, seed })[0] ?? 0)
  const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length
  expect(Math.abs(mean - 231.0714)).toBeLessThan(12)
})
