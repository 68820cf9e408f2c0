import type { Csr } from './csr.ts'
import { weightAt } from './csr.ts'
import { strengths } from './strength.ts'

/** `incoming`: for a directed graph, the graph turned round; without it the graph is undirected. `damping` is the
 *  chance that a walker follows a tie; `tolerance` the sum of changes in one step below which the ranks stand. */
export type PageRank = { readonly incoming?: Csr; readonly damping?: number; readonly tolerance?: number }

const DAMPING = 0.85
const TOLERANCE = 1e-11
/** With damping d the change shrinks by d a step: at .85 the tolerance is met in at most 160 steps. */
const MOST_STEPS = 1000

/** Where a walker is found who follows ties by their weight and now and then starts anywhere; adds up to 1. Who has no
 *  way out starts anywhere too, as in igraph. Loops are not ties to anybody.
 *  Source: Page, Brin, Motwani & Winograd 1999; undirected: each tie walked both ways. */
export function pageRank(graph: Csr, options: PageRank = {}): Float64Array {
  const { incoming = graph, damping = DAMPING, tolerance = TOLERANCE } = options
  const outward = strengths({ ...graph, loops: null })
  const share = new Float64Array(graph.nodes)
  let ranks: Float64Array = new Float64Array(graph.nodes).fill(1 / graph.nodes)
  for (let step = 0, change = 1; step < MOST_STEPS && change > tolerance; step++) {
    const anywhere = shareOut({ ranks, outward, share, damping }) / graph.nodes
    const next = gather(incoming, share, anywhere)
    change = distance(ranks, next)
    ranks = next
  }
  return ranks
}

type Sharing = {
  readonly ranks: Float64Array
  readonly outward: Float64Array
  readonly share: Float64Array
  readonly damping: number
}

/** Fills in what each node passes on for each unit of weight; answers the rank that is left to start anywhere. */
function shareOut({ ranks, outward, share, damping }: Sharing): number {
  let passed = 0
  for (let node = 0; node < ranks.length; node++) {
    const strength = outward[node] ?? 0
    const moving = strength > 0 ? damping * (ranks[node] ?? 0) : 0
    share[node] = strength > 0 ? moving / strength : 0
    passed += moving
  }
  return 1 - passed
}

function gather(incoming: Csr, share: Float64Array, anywhere: number): Float64Array {
  const { nodes, offsets, targets } = incoming
  const next = new Float64Array(nodes)
  for (let node = 0; node < nodes; node++) {
    const end = offsets[node + 1] ?? 0
    let sum = anywhere
    for (let at = offsets[node] ?? 0; at < end; at++) sum += weightAt(incoming, at) * (share[targets[at] ?? 0] ?? 0)
    next[node] = sum
  }
  return next
}

function distance(before: Float64Array, after: Float64Array): number {
  let sum = 0
  for (let at = 0; at < before.length; at++) sum += Math.abs((before[at] ?? 0) - (after[at] ?? 0))
  return sum
}
