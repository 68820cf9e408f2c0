import { shuffledOrder } from '../seeded-random.ts'
import type { Level } from './move-nodes.ts'
import { clearTally, newTally, type Tally, tallyTies } from './tally.ts'

type Refining = Level & {
  readonly communities: Int32Array
  readonly refined: Int32Array
  readonly tally: Tally
  /** Of each community: its strength. Of each part: its strength, the weight of its ties to the rest of its community
   *  and how many nodes it has. */
  readonly communityTotals: Float64Array
  readonly totals: Float64Array
  readonly outward: Float64Array
  readonly sizes: Uint32Array
  readonly chance: number
}

/** Splits each community into well-tied parts: every node starts alone and joins, once, the part of its own community
 *  that it gains most from. A part is connected by construction, which is what makes communities connected in the end.
 *  Answers the part of each node, ids below the number of nodes. Source: Traag, Waltman & van Eck 2019, with the best
 *  part taken instead of a draw weighted by gain; the order of nodes is the chance in it. */
export function refineCommunities(level: Level, communities: Int32Array): Int32Array {
  const refining = startRefining(level, communities)
  for (const node of shuffledOrder(level.graph.nodes, level.random)) {
    if (refining.sizes[refining.refined[node] ?? 0] === 1 && isWellTied(refining, node)) joinBest(refining, node)
  }
  return refining.refined
}

function startRefining(level: Level, communities: Int32Array): Refining {
  const { graph, strengths } = level
  const refined = Int32Array.from({ length: graph.nodes }, (_, node) => node)
  const communityTotals = new Float64Array(graph.nodes)
  const outward = new Float64Array(graph.nodes)
  const tally = newTally(graph.nodes)
  for (let node = 0; node < graph.nodes; node++) {
    const community = communities[node] ?? 0
    communityTotals[community] = (communityTotals[community] ?? 0) + (strengths[node] ?? 0)
    tallyTies({ graph, communities, tally }, node)
    outward[node] = Math.max(0, tally.weightTo[community] ?? 0)
    clearTally(tally)
  }
  const sizes = new Uint32Array(graph.nodes).fill(1)
  const chance = level.resolution / level.total
  return { ...level, communities, refined, tally, communityTotals, totals: strengths.slice(), outward, sizes, chance }
}

/** Whether a part is tied to the rest of its community as strongly as chance would have it. */
function isWellTied({ communities, communityTotals, totals, outward, chance }: Refining, part: number): boolean {
  const total = totals[part] ?? 0
  const whole = communityTotals[communities[part] ?? 0] ?? 0
  return (outward[part] ?? 0) >= chance * total * (whole - total)
}

function joinBest(refining: Refining, node: number): void {
  const { refined, totals, outward, sizes, tally, strengths } = refining
  tallyTies({ ...refining, communities: refined }, node)
  const best = bestPart(refining, node)
  if (best !== node) {
    const between = tally.weightTo[best] ?? 0
    refined[node] = best
    sizes[node] = 0
    sizes[best] = (sizes[best] ?? 0) + 1
    totals[best] = (totals[best] ?? 0) + (strengths[node] ?? 0)
    outward[best] = (outward[best] ?? 0) + (outward[node] ?? 0) - 2 * between
  }
  clearTally(tally)
}

function bestPart(refining: Refining, node: number): number {
  const { communities, totals, strengths, tally, chance } = refining
  const strength = strengths[node] ?? 0
  let best = node
  let bestGain = 0
  for (let at = 0; at < tally.count; at++) {
    const part = tally.touched[at] ?? 0
    // A part bears the id of the node it began with, and so lies in that node's community.
    if (communities[part] !== communities[node] || part === node) continue
    const gain = (tally.weightTo[part] ?? 0) - chance * strength * (totals[part] ?? 0)
    if (gain > bestGain && isWellTied(refining, part)) {
      best = part
      bestGain = gain
    }
  }
  return best
}
