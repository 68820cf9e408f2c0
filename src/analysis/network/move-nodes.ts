import type { Random } from '../seeded-random.ts'
import { shuffledOrder } from '../seeded-random.ts'
import type { Csr } from './csr.ts'
import { clearTally, newTally, type Tally, tallyTies } from './tally.ts'

/** What every step of finding communities needs of its graph. `total` is the sum of strengths, twice the weight of all
 *  ties. */
export type Level = {
  readonly graph: Csr
  readonly strengths: Float64Array
  readonly total: number
  readonly resolution: number
  readonly random: Random
}

type Moving = Level & {
  readonly communities: Int32Array
  readonly totals: Float64Array
  readonly sizes: Uint32Array
  readonly free: number[]
  readonly tally: Tally
  /** `resolution / total`, by which two strengths are multiplied to give the weight that chance puts between them. */
  readonly chance: number
}

/** A gain below this share of all weight is rounding, and following it could go in circles. */
const LEAST_SHARE = 1e-13

/** Moves nodes to the community around them that raises modularity most, until none wants to move; changes
 *  `communities` in place, whose ids are below the number of nodes. Only nodes whose surroundings changed are looked at
 *  again. Source: the fast local moving of Traag, Waltman & van Eck 2019 (Leiden). */
export function moveNodes(level: Level, communities: Int32Array): void {
  const { nodes } = level.graph
  const moving = startMoving(level, communities)
  const queue = shuffledOrder(nodes, level.random)
  const isWaiting = new Uint8Array(nodes).fill(1)
  for (let head = 0, waiting = nodes; waiting > 0; waiting--) {
    const node = queue[head] ?? 0
    isWaiting[node] = 0
    if (moveOne(moving, node)) waiting += wakeNeighbours({ moving, queue, isWaiting }, node, (head + waiting) % nodes)
    head = (head + 1) % nodes
  }
}

function startMoving(level: Level, communities: Int32Array): Moving {
  const { nodes } = level.graph
  const totals = new Float64Array(nodes)
  const sizes = new Uint32Array(nodes)
  for (let node = 0; node < nodes; node++) {
    const community = communities[node] ?? 0
    totals[community] = (totals[community] ?? 0) + (level.strengths[node] ?? 0)
    sizes[community] = (sizes[community] ?? 0) + 1
  }
  const free: number[] = []
  for (let community = nodes - 1; community >= 0; community--) if (sizes[community] === 0) free.push(community)
  return { ...level, communities, totals, sizes, free, tally: newTally(nodes), chance: level.resolution / level.total }
}

function moveOne(moving: Moving, node: number): boolean {
  const { communities, totals, strengths, tally } = moving
  const strength = strengths[node] ?? 0
  if (strength === 0) return false
  const own = communities[node] ?? 0
  tallyTies(moving, node)
  totals[own] = (totals[own] ?? 0) - strength
  const best = bestAround(moving, own, strength)
  totals[best] = (totals[best] ?? 0) + strength
  clearTally(tally)
  if (best === own) return false
  settle(moving, node, best)
  return true
}

/** The best community for a node that has been taken out of `own`; `own` when nothing is truly better. */
function bestAround({ tally, totals, chance, total, sizes, free }: Moving, own: number, strength: number): number {
  const { touched, weightTo, count } = tally
  const least = total * LEAST_SHARE
  let best = own
  let bestGain = Math.max(0, weightTo[own] ?? 0) - chance * strength * (totals[own] ?? 0) + least
  for (let at = 0; at < count; at++) {
    const community = touched[at] ?? 0
    const gain = (weightTo[community] ?? 0) - chance * strength * (totals[community] ?? 0)
    if (gain > bestGain) {
      best = community
      bestGain = gain
    }
  }
  // Alone is better than among strangers.
  return bestGain < 0 && (sizes[own] ?? 0) > 1 ? (free.at(-1) ?? best) : best
}

function settle({ communities, sizes, free }: Moving, node: number, community: number): void {
  const own = communities[node] ?? 0
  if (sizes[community] === 0) free.pop()
  sizes[own] = (sizes[own] ?? 0) - 1
  sizes[community] = (sizes[community] ?? 0) + 1
  if (sizes[own] === 0) free.push(own)
  communities[node] = community
}

type Waiting = { readonly moving: Moving; readonly queue: Uint32Array; readonly isWaiting: Uint8Array }

/** Puts the neighbours outside of the node's new community at the end of the ring, from `tail` on; answers how many. */
function wakeNeighbours({ moving, queue, isWaiting }: Waiting, node: number, tail: number): number {
  const { communities, graph } = moving
  const { offsets, targets, nodes } = graph
  const community = communities[node]
  const end = offsets[node + 1] ?? 0
  let woken = 0
  for (let at = offsets[node] ?? 0; at < end; at++) {
    const neighbour = targets[at] ?? 0
    if (isWaiting[neighbour] === 1 || communities[neighbour] === community) continue
    isWaiting[neighbour] = 1
    queue[(tail + woken++) % nodes] = neighbour
  }
  return woken
}
