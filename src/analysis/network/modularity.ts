import { type Csr, weightAt } from './csr.ts'
import { strengths, sumOf } from './strength.ts'

/** How much more weight lies within communities than chance would put there, at most 1; 0 for a graph without ties.
 *  Q = sum over communities of (within / 2m - resolution * (strength / 2m)^2), ids of communities from 0.
 *  Undirected graphs only. Source: Newman & Girvan 2004; resolution: Reichardt & Bornholdt 2006. */
export function modularity(graph: Csr, communities: Int32Array, resolution = 1): number {
  const strengthOf = strengths(graph)
  const total = sumOf(strengthOf)
  if (total === 0) return 0
  const totals = new Float64Array(graph.nodes)
  for (let node = 0; node < graph.nodes; node++) {
    const community = communities[node] ?? 0
    totals[community] = (totals[community] ?? 0) + (strengthOf[node] ?? 0)
  }
  let quality = weightWithin(graph, communities) / total
  for (const sum of totals) quality -= resolution * (sum / total) ** 2
  return quality
}

/** Weight of the arcs that stay within a community, so each tie twice, and of loops twice. */
function weightWithin(graph: Csr, communities: Int32Array): number {
  const { nodes, offsets, targets, loops } = graph
  let within = 0
  for (let node = 0; node < nodes; node++) {
    const end = offsets[node + 1] ?? 0
    if (loops !== null) within += 2 * (loops[node] ?? 0)
    for (let at = offsets[node] ?? 0; at < end; at++) {
      if (communities[targets[at] ?? 0] === communities[node]) within += weightAt(graph, at)
    }
  }
  return within
}
