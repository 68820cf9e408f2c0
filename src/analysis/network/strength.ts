import type { Csr } from './csr.ts'

/** Added weight of each node's ties, a loop counted twice; the number of ties where all weigh 1. */
export function strengths(graph: Csr): Float64Array {
  const { nodes, offsets, weights, loops } = graph
  const sums = new Float64Array(nodes)
  for (let node = 0; node < nodes; node++) {
    const start = offsets[node] ?? 0
    const end = offsets[node + 1] ?? 0
    let sum = loops === null ? 0 : 2 * (loops[node] ?? 0)
    if (weights === null) sum += end - start
    else for (let at = start; at < end; at++) sum += weights[at] ?? 0
    sums[node] = sum
  }
  return sums
}

/** The sum of a list. */
export function sumOf(values: Float64Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at] ?? 0
  return sum
}
