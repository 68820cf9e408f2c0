import { seededRandom, shuffledOrder } from '../seeded-random.ts'
import type { Csr } from './csr.ts'

/** `directed`: ties are followed one way only. `pivots`: start from so many nodes, drawn by `seed`, and scale up;
 *  without it, or with as many as there are nodes, the figures are exact. */
export type Betweenness = { readonly directed?: boolean; readonly pivots?: number; readonly seed?: number }

/** How many shortest paths between others lead through each node, paths of one pair sharing one; not normalised, each
 *  pair once where undirected. Weights do not count: a strong tie is no long way. Exact in nodes x ties; from pivots
 *  good for a list of bridges and for bands, not for ranks.
 *  Source: Brandes 2001; pivots: Brandes & Pich 2007. */
export function betweenness(graph: Csr, options: Betweenness = {}): Float64Array {
  const { nodes } = graph
  const pivots = Math.min(options.pivots ?? nodes, nodes)
  const search = newSearch(graph)
  const sums = new Float64Array(nodes)
  const order = pivots < nodes ? shuffledOrder(nodes, seededRandom(options.seed ?? 1)) : null
  for (let at = 0; at < pivots; at++) addFrom(search, order?.[at] ?? at, sums)
  const scale = (options.directed ? 1 : 0.5) * (pivots > 0 ? nodes / pivots : 1)
  return sums.map((sum) => sum * scale)
}

type Search = {
  readonly graph: Csr
  /** Steps from the start, -1 where the search has not been. */
  readonly distances: Int32Array
  readonly paths: Float64Array
  readonly dependencies: Float64Array
  readonly reached: Uint32Array
}

function newSearch(graph: Csr): Search {
  const { nodes } = graph
  return {
    graph,
    distances: new Int32Array(nodes).fill(-1),
    paths: new Float64Array(nodes),
    dependencies: new Float64Array(nodes),
    reached: new Uint32Array(nodes),
  }
}

function addFrom(search: Search, start: number, sums: Float64Array): void {
  const { reached, dependencies, distances } = search
  const count = goOut(search, start)
  for (let at = count - 1; at > 0; at--) {
    const node = reached[at] ?? 0
    sums[node] = (sums[node] ?? 0) + comeBack(search, node)
  }
  for (let at = 0; at < count; at++) {
    distances[reached[at] ?? 0] = -1
    dependencies[reached[at] ?? 0] = 0
  }
}

/** Breadth first, counting the shortest paths to each node; answers how many were reached, in the order of distance. */
function goOut(search: Search, start: number): number {
  const { distances, paths, reached } = search
  distances[start] = 0
  paths[start] = 1
  reached[0] = start
  let count = 1
  for (let head = 0; head < count; head++) {
    count = lookFurther(search, reached[head] ?? 0, count)
  }
  return count
}

function lookFurther({ graph, distances, paths, reached }: Search, node: number, known: number): number {
  const { offsets, targets } = graph
  const further = (distances[node] ?? 0) + 1
  const ways = paths[node] ?? 0
  const end = offsets[node + 1] ?? 0
  let count = known
  for (let at = offsets[node] ?? 0; at < end; at++) {
    const target = targets[at] ?? 0
    const distance = distances[target] ?? 0
    if (distance === further) paths[target] = (paths[target] ?? 0) + ways
    if (distance !== -1) continue
    distances[target] = further
    paths[target] = ways
    reached[count++] = target
  }
  return count
}

/** What the nodes behind this one depend on it; they have been asked before. */
function comeBack({ graph, distances, paths, dependencies }: Search, node: number): number {
  const { offsets, targets } = graph
  const further = (distances[node] ?? 0) + 1
  const end = offsets[node + 1] ?? 0
  let sum = 0
  for (let at = offsets[node] ?? 0; at < end; at++) {
    const target = targets[at] ?? 0
    if (distances[target] === further) sum += (1 + (dependencies[target] ?? 0)) / (paths[target] ?? 1)
  }
  const dependency = sum * (paths[node] ?? 0)
  dependencies[node] = dependency
  return dependency
}
