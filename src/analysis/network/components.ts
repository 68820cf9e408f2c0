import type { Csr } from './csr.ts'

/** The connected component of each node, ids dense from 0 in the order of their lowest node. With `within`, a tie
 *  connects only nodes of one group: each group is split into what hangs together in it. Undirected graphs only. */
export function components(graph: Csr, within?: Int32Array): Int32Array {
  const found = new Int32Array(graph.nodes).fill(-1)
  const waiting = new Uint32Array(graph.nodes)
  let count = 0
  for (let node = 0; node < graph.nodes; node++) {
    if (found[node] !== -1) continue
    found[node] = count
    waiting[0] = node
    flood({ graph, within, found, waiting }, count++)
  }
  return found
}

type Flood = {
  readonly graph: Csr
  readonly within: Int32Array | undefined
  readonly found: Int32Array
  readonly waiting: Uint32Array
}

function flood({ graph, within, found, waiting }: Flood, component: number): void {
  const { offsets, targets } = graph
  for (let left = 1; left > 0; ) {
    const node = waiting[--left] ?? 0
    const end = offsets[node + 1] ?? 0
    for (let at = offsets[node] ?? 0; at < end; at++) {
      const target = targets[at] ?? 0
      if (found[target] !== -1 || (within !== undefined && within[target] !== within[node])) continue
      found[target] = component
      waiting[left++] = target
    }
  }
}
