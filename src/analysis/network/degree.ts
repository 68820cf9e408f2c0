import type { Csr } from './csr.ts'

/** How many others each node is tied to; in a directed graph, how many it points at. */
export function degrees({ nodes, offsets }: Csr): Uint32Array {
  return Uint32Array.from({ length: nodes }, (_, node) => (offsets[node + 1] ?? 0) - (offsets[node] ?? 0))
}

/** Share of the possible ties that are there, in [0, 1]; 0 for fewer than two nodes. The same for a directed graph and
 *  an undirected one, as the ties of the latter stand in two rows. */
export function density({ nodes, targets }: Csr): number {
  return nodes < 2 ? 0 : targets.length / (nodes * (nodes - 1))
}
