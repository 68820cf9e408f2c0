import { type Csr, weightAt } from './csr.ts'
import { strengths } from './strength.ts'

type Adding = { readonly graph: Csr; readonly strengthOf: Float64Array; readonly sums: Float64Array }

/** Burt's constraint of each node: how much its contacts depend on each other; NaN for a node without ties.
 *  Sum over contacts j of (p_ij + sum over other contacts q of p_iq p_qj)^2, p_ij = weight_ij / strength_i.
 *  Undirected graphs only: a directed one is first built undirected, which adds both directions.
 *  Source: Burt 1992, with the contacts of i alone as in igraph. */
export function constraints(graph: Csr): Float64Array {
  const adding = { graph, strengthOf: strengths({ ...graph, loops: null }), sums: new Float64Array(graph.nodes) }
  return Float64Array.from({ length: graph.nodes }, (_, node) => constraintOf(adding, node))
}

function constraintOf(adding: Adding, node: number): number {
  const { graph, strengthOf, sums } = adding
  const { offsets, targets } = graph
  const start = offsets[node] ?? 0
  const end = offsets[node + 1] ?? 0
  const strength = strengthOf[node] ?? 0
  if (strength === 0) return Number.NaN
  // Who is met and is no contact is added to as well, which costs less than asking; contacts begin anew here.
  for (let at = start; at < end; at++) sums[targets[at] ?? 0] = weightAt(graph, at) / strength
  for (let at = start; at < end; at++) addThrough(adding, targets[at] ?? 0, weightAt(graph, at) / strength)
  let constraint = 0
  for (let at = start; at < end; at++) constraint += (sums[targets[at] ?? 0] ?? 0) ** 2
  return constraint
}

function addThrough({ graph, strengthOf, sums }: Adding, contact: number, share: number): void {
  const { offsets, targets } = graph
  const end = offsets[contact + 1] ?? 0
  const factor = share / (strengthOf[contact] || 1)
  for (let at = offsets[contact] ?? 0; at < end; at++) {
    const other = targets[at] ?? 0
    sums[other] = (sums[other] ?? 0) + factor * weightAt(graph, at)
  }
}
