/** A graph as compressed sparse rows: the ties of node v are `targets[offsets[v] ... offsets[v + 1] - 1]`, ascending.
 *  An undirected tie stands in the rows of both its ends; `weights` runs beside `targets`, null means that all are 1.
 *  `loops` is the weight of each node's tie to itself, as contraction makes them (null: none); a loop counts twice in
 *  the strength of its node, as both of its ends are there. */
export type Csr = {
  readonly nodes: number
  readonly offsets: Uint32Array
  readonly targets: Uint32Array
  readonly weights: Float64Array | null
  readonly loops: Float64Array | null
}

/** Ties as they come: `sources[i]` to `targets[i]`, both below `nodes`; weights finite and not negative, null: all 1. */
export type Ties = {
  readonly nodes: number
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  readonly weights?: Float64Array | null
}

/** The weight that stands at this place of `targets`. */
export function weightAt({ weights }: Pick<Csr, 'weights'>, place: number): number {
  return weights === null ? 1 : (weights[place] ?? 0)
}

/** The undirected graph of these ties: loops dropped, doubles (in either direction) merged with their weights added.
 *  Twenty million ties take a few seconds and about 0.5 GB (1 GB weighted). Throws RangeError on a node that is not
 *  there, lists of unlike length, or a weight that is negative or not finite. */
export function buildUndirected(ties: Ties): Csr {
  return mergeDoubles(transpose(rowsByTarget(ties, true)))
}

/** The directed graph of these ties, a row holding what its node points at. Otherwise as `buildUndirected`. */
export function buildDirected(ties: Ties): Csr {
  return mergeDoubles(transpose(rowsByTarget(ties, false)))
}

/** The graph with every tie turned round, its rows ascending: the rows of a directed graph by who points at the node. */
export function transpose(graph: Csr): Csr {
  const { nodes, offsets, targets, weights } = graph
  const turned = emptyRows(nodes, countInto(new Uint32Array(nodes + 1), targets), weights !== null)
  const next = turned.offsets.slice(0, nodes)
  for (let node = 0; node < nodes; node++) {
    const end = offsets[node + 1] ?? 0
    for (let at = offsets[node] ?? 0; at < end; at++) {
      const target = targets[at] ?? 0
      const place = next[target] ?? 0
      next[target] = place + 1
      turned.targets[place] = node
      if (weights !== null && turned.weights !== null) turned.weights[place] = weights[at] ?? 0
    }
  }
  return { ...turned, loops: graph.loops }
}

function countInto(counts: Uint32Array, nodes: Uint32Array): Uint32Array {
  for (let at = 0; at < nodes.length; at++) {
    const slot = (nodes[at] ?? 0) + 1
    counts[slot] = (counts[slot] ?? 0) + 1
  }
  return counts
}

/** Rows without content from how many each holds; counts[v + 1] is the count of v and becomes the offsets in place. */
function emptyRows(nodes: number, counts: Uint32Array, weighted: boolean): Csr {
  for (let node = 0; node < nodes; node++) counts[node + 1] = (counts[node + 1] ?? 0) + (counts[node] ?? 0)
  const arcs = counts[nodes] ?? 0
  const weights = weighted ? new Float64Array(arcs) : null
  return { nodes, offsets: counts, targets: new Uint32Array(arcs), weights, loops: null }
}

/** Sorted by target only; turning them round then sorts both ways, so that the order of the ties leaves no trace. */
function rowsByTarget(ties: Ties, bothWays: boolean): Csr {
  const { nodes, sources, targets } = ties
  const weights = ties.weights ?? null
  refuseBroken(ties)
  const rows = emptyRows(nodes, countEnds(ties, bothWays), weights !== null)
  const next = rows.offsets.slice(0, nodes)
  const put = (row: number, target: number, weight: number): void => {
    const place = next[row] ?? 0
    next[row] = place + 1
    rows.targets[place] = target
    if (rows.weights !== null) rows.weights[place] = weight
  }
  for (let tie = 0; tie < sources.length; tie++) {
    const source = sources[tie] ?? 0
    const target = targets[tie] ?? 0
    if (source === target) continue
    const weight = weights === null ? 1 : (weights[tie] ?? 0)
    put(target, source, weight)
    if (bothWays) put(source, target, weight)
  }
  return rows
}

function countEnds({ nodes, sources, targets }: Ties, bothWays: boolean): Uint32Array {
  const counts = new Uint32Array(nodes + 1)
  for (let tie = 0; tie < sources.length; tie++) {
    const source = sources[tie] ?? 0
    const target = targets[tie] ?? 0
    if (source === target) continue
    counts[target + 1] = (counts[target + 1] ?? 0) + 1
    if (bothWays) counts[source + 1] = (counts[source + 1] ?? 0) + 1
  }
  return counts
}

/** A typed array swallows what lies outside of it without a word: so it is said here. */
function refuseBroken({ nodes, sources, targets, weights }: Ties): void {
  if (sources.length !== targets.length || (weights && weights.length !== sources.length)) {
    throw new RangeError('Every tie needs a source, a target and, where there are weights, a weight.')
  }
  for (let tie = 0; tie < sources.length; tie++) {
    if ((sources[tie] ?? nodes) >= nodes || (targets[tie] ?? nodes) >= nodes) {
      throw new RangeError(`Tie ${tie} has an end that is not among the ${nodes} nodes.`)
    }
    const weight = weights ? (weights[tie] ?? 0) : 1
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`Tie ${tie} has the weight ${weight}.`)
  }
}

function countDoubles({ nodes, offsets, targets }: Csr): number {
  let doubles = 0
  for (let node = 0; node < nodes; node++) {
    const end = offsets[node + 1] ?? 0
    for (let at = (offsets[node] ?? 0) + 1; at < end; at++) if (targets[at] === targets[at - 1]) doubles++
  }
  return doubles
}

/** Merges in place, as the rows are nobody else's yet: a copy of a large graph would be one too many in memory. */
function mergeDoubles(graph: Csr): Csr {
  const doubles = countDoubles(graph)
  if (doubles === 0) return graph
  const arcs = graph.targets.length - doubles
  const offsets = new Uint32Array(graph.nodes + 1)
  const merged = { targets: graph.targets, weights: graph.weights ?? new Float64Array(arcs) }
  for (let node = 0; node < graph.nodes; node++) offsets[node + 1] = mergeRow(graph, merged, { node, offsets })
  return { ...graph, offsets, targets: fitted(merged.targets, arcs), weights: fitted(merged.weights, arcs) }
}

type Merged = { readonly targets: Uint32Array; readonly weights: Float64Array }

/** Answers where the merged row ends; it never passes the row that is read. */
function mergeRow(graph: Csr, { targets, weights }: Merged, { node, offsets }: { node: number; offsets: Uint32Array }) {
  const start = graph.offsets[node] ?? 0
  const end = graph.offsets[node + 1] ?? 0
  let last = (offsets[node] ?? 0) - 1
  for (let at = start; at < end; at++) {
    const target = graph.targets[at] ?? 0
    const weight = weightAt(graph, at)
    const isDouble = at > start && target === targets[last]
    if (!isDouble) targets[++last] = target
    weights[last] = isDouble ? (weights[last] ?? 0) + weight : weight
  }
  return last + 1
}

/** The first `length` of a list, copied only where the rest is larger than that. */
export function fitted<T extends Uint32Array | Float64Array>(list: T, length: number): T {
  return (2 * length < list.length ? list.slice(0, length) : list.subarray(0, length)) as T
}
