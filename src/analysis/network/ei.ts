import { type Csr, weightAt } from './csr.ts'

/** (external - internal) / (external + internal) weight of ties between and within groups: 1 when all ties lead out,
 *  -1 when none does. A tie of a node without a group (-1) counts for neither; null where no tie counts.
 *  Source: Krackhardt & Stern 1988 (E-I index). */
export function externalInternalIndex(graph: Csr, groups: Int32Array): number | null {
  const sums: Sums = { external: 0, internal: 0 }
  for (let node = 0; node < graph.nodes; node++) if ((groups[node] ?? -1) >= 0) addTies(sums, graph, { groups, node })
  const { external, internal } = sums
  return external + internal === 0 ? null : (external - internal) / (external + internal)
}

type Sums = { external: number; internal: number }

function addTies(sums: Sums, graph: Csr, { groups, node }: { groups: Int32Array; node: number }): void {
  const end = graph.offsets[node + 1] ?? 0
  for (let at = graph.offsets[node] ?? 0; at < end; at++) {
    const other = groups[graph.targets[at] ?? 0] ?? -1
    if (other === groups[node]) sums.internal += weightAt(graph, at)
    else if (other >= 0) sums.external += weightAt(graph, at)
  }
}
