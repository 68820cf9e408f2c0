import type { network } from '../../src/analysis/index.ts'

/** The weight between any two nodes; for graphs of a few thousand nodes. */
function tableOf({ nodes, offsets, targets, weights }: network.Csr): Float64Array[] {
  return Array.from({ length: nodes }, (_, node) => {
    const row = new Float64Array(nodes)
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) row[targets[at] ?? 0] = weights?.[at] ?? 1
    return row
  })
}

const sum = (row: Float64Array): number => row.reduce((total, value) => total + value, 0)

/** PageRank as the solution of its equations, by elimination instead of walking. */
export function pageRankByElimination(graph: network.Csr, damping = 0.85): Float64Array {
  const size = graph.nodes
  const table = tableOf(graph)
  const outward = table.map(sum)
  const equations = table.map((_, to) => {
    const row = new Float64Array(size + 1)
    for (let from = 0; from < size; from++) {
      const out = outward[from] ?? 0
      row[from] = (from === to ? 1 : 0) - damping * (out > 0 ? (table[from]?.[to] ?? 0) / out : 1 / size)
    }
    row[size] = (1 - damping) / size
    return row
  })
  return solve(equations)
}

/** Diagonally dominant by columns, so that no rows need to change places. */
function solve(equations: Float64Array[]): Float64Array {
  for (const [at, pivot] of equations.entries()) {
    for (const row of equations.slice(at + 1)) eliminate(row, pivot, at)
  }
  const size = equations.length
  const solution = new Float64Array(size)
  for (const [at, row] of [...equations.entries()].reverse()) {
    const known = row
      .subarray(at + 1, size)
      .reduce((total, factor, to) => total + factor * (solution[at + 1 + to] ?? 0), 0)
    solution[at] = ((row[size] ?? 0) - known) / (row[at] ?? 1)
  }
  return solution
}

function eliminate(row: Float64Array, pivot: Float64Array, at: number): void {
  const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
  for (let column = at; column < row.length; column++) row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
}

/** Betweenness from all distances and numbers of paths: of s and t, the share through v is where the way over v is no
 *  longer. Takes nodes^3. */
export function betweennessByDistances(graph: network.Csr): Float64Array {
  const ways = Array.from({ length: graph.nodes }, (_, start) => waysFrom(graph, start))
  return Float64Array.from({ length: graph.nodes }, (_, middle) => {
    let through = 0
    const here = ways[middle]
    for (const [start, from] of ways.entries()) {
      if (here === undefined || start === middle || (from.steps[middle] ?? -1) < 0) continue
      through += throughMiddle(from, here, { start, middle })
    }
    return through / 2
  })
}

type Ways = { readonly steps: Int32Array; readonly paths: Float64Array }

function throughMiddle(from: Ways, here: Ways, { start, middle }: { start: number; middle: number }): number {
  let through = 0
  for (let end = 0; end < from.steps.length; end++) {
    if (end === start || end === middle || (here.steps[end] ?? -1) < 0) continue
    const isOnTheWay = (from.steps[middle] ?? 0) + (here.steps[end] ?? 0) === from.steps[end]
    if (isOnTheWay) through += ((from.paths[middle] ?? 0) * (here.paths[end] ?? 0)) / (from.paths[end] ?? 1)
  }
  return through
}

function waysFrom(graph: network.Csr, start: number): Ways {
  const ways = { steps: new Int32Array(graph.nodes).fill(-1), paths: new Float64Array(graph.nodes) }
  ways.steps[start] = 0
  ways.paths[start] = 1
  let ring: Iterable<number> = [start]
  for (let step = 1, size = 1; size > 0; step++) {
    const next = new Set<number>()
    for (const node of ring) for (const target of reach(graph, ways, { node, step })) next.add(target)
    ring = next
    size = next.size
  }
  return ways
}

/** The neighbours that are first met in this step, with the paths through this node added. */
function reach(
  { offsets, targets }: network.Csr,
  { steps, paths }: Ways,
  { node, step }: { node: number; step: number },
) {
  const around = targets.subarray(offsets[node], offsets[node + 1])
  return around.filter((target) => {
    if (steps[target] === -1) steps[target] = step
    if (steps[target] === step) paths[target] = (paths[target] ?? 0) + (paths[node] ?? 0)
    return steps[target] === step
  })
}

/** Burt's constraint as its formula stands, over the table. */
export function constraintByTable(graph: network.Csr): Float64Array {
  const table = tableOf(graph)
  const shares = table.map((row) => {
    const total = sum(row)
    return row.map((weight) => (total === 0 ? 0 : weight / total))
  })
  return Float64Array.from(shares, (own) => {
    const contacts = [...own.keys()].filter((contact) => (own[contact] ?? 0) > 0)
    if (contacts.length === 0) return Number.NaN
    const through = (to: number): number =>
      contacts.reduce((total, by) => total + (by === to ? 0 : (own[by] ?? 0) * (shares[by]?.[to] ?? 0)), 0)
    return contacts.reduce((total, to) => total + ((own[to] ?? 0) + through(to)) ** 2, 0)
  })
}

/** The largest difference between two lists; two that are both not defined do not differ. */
export function largestDifference(ours: Float64Array, theirs: Float64Array): number {
  return ours.reduce((most, value, at) => {
    const other = theirs[at] ?? Number.NaN
    if (Number.isNaN(value) && Number.isNaN(other)) return most
    return Math.max(most, Math.abs(value - other))
  }, 0)
}
