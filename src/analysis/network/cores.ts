import type { Csr } from './csr.ts'
import { degrees } from './degree.ts'

/** The core number of each node: the largest k for which it belongs to a part of the graph where everybody has k ties.
 *  Weights do not count. Undirected graphs only. Source: Batagelj & Zaversnik 2003, in the time of the ties. */
export function coreNumbers(graph: Csr): Uint32Array {
  const cores = degrees(graph)
  const line = standByDegree(cores)
  for (let at = 0; at < graph.nodes; at++) removeNext({ graph, cores, line }, line.order[at] ?? 0)
  return cores
}

/** Nodes by what is left of their degree: `placeOf` says where each stands in `order`, `starts` where a degree begins. */
type Line = { readonly order: Uint32Array; readonly placeOf: Uint32Array; readonly starts: Uint32Array }

function standByDegree(degreeOf: Uint32Array): Line {
  const nodes = degreeOf.length
  const starts = new Uint32Array(nodes + 1)
  for (const degree of degreeOf) starts[degree + 1] = (starts[degree + 1] ?? 0) + 1
  for (let degree = 0; degree < nodes; degree++) starts[degree + 1] = (starts[degree + 1] ?? 0) + (starts[degree] ?? 0)
  const next = starts.slice()
  const order = new Uint32Array(nodes)
  const placeOf = new Uint32Array(nodes)
  for (let node = 0; node < nodes; node++) {
    const degree = degreeOf[node] ?? 0
    const place = next[degree] ?? 0
    next[degree] = place + 1
    order[place] = node
    placeOf[node] = place
  }
  return { order, placeOf, starts }
}

type Peeling = { readonly graph: Csr; readonly cores: Uint32Array; readonly line: Line }

/** The node with the fewest ties leaves; whoever had more loses one and steps forward in the line. */
function removeNext(peeling: Peeling, node: number): void {
  const { graph, cores } = peeling
  const core = cores[node] ?? 0
  const end = graph.offsets[node + 1] ?? 0
  for (let at = graph.offsets[node] ?? 0; at < end; at++) {
    const neighbour = graph.targets[at] ?? 0
    if ((cores[neighbour] ?? 0) > core) stepForward(peeling, neighbour)
  }
}

function stepForward({ cores, line: { order, placeOf, starts } }: Peeling, node: number): void {
  const degree = cores[node] ?? 0
  const place = placeOf[node] ?? 0
  const first = starts[degree] ?? 0
  const other = order[first] ?? 0
  order[first] = node
  placeOf[node] = first
  order[place] = other
  placeOf[other] = place
  starts[degree] = first + 1
  cores[node] = degree - 1
}
