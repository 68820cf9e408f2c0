import type { Csr } from '../network/csr.ts'
import { weightAt } from '../network/csr.ts'

/** Communities of the nodes of a graph, and the pairs of nodes that must not share one. */
export type ApartNodes = {
  readonly graph: Csr
  readonly communities: Int32Array
  readonly apart: readonly (readonly [number, number])[]
}

/** How often neighbours of a node that left are asked whether they follow. */
const SWEEPS = 2

/** The communities with rivals parted: of the rivals in one community those tied to it most stay, the others leave
 *  for new ones, and a node that is tied more to a new one than to what it leaves follows. A single text moves
 *  alone; a large group takes its surroundings with it. New communities are numbered behind the old. */
export function keepApart({ graph, communities, apart }: ApartNodes): Int32Array {
  const parted = communities.slice()
  const rivals = rivalsByNode(apart)
  let next = communities.reduce((most, community) => Math.max(most, community + 1), 0)
  for (const [community, nodes] of conflicted(parted, apart)) {
    const order = [...nodes].sort(
      (a, b) => tieTo(graph, parted, [b, community]) - tieTo(graph, parted, [a, community]) || a - b,
    )
    const colours = colour(order, rivals)
    const first = next
    for (const [node, hue] of colours) {
      if (hue === 0) continue
      parted[node] = first + hue - 1
      next = Math.max(next, first + hue)
    }
    for (let sweep = 0; sweep < SWEEPS; sweep++) follow({ graph, parted, rivals }, { community, first, next })
  }
  return parted
}

/** Nodes by community in which they meet a rival. */
function conflicted(communities: Int32Array, apart: ApartNodes['apart']): [number, Set<number>][] {
  const found = new Map<number, Set<number>>()
  for (const [a, b] of apart) {
    const community = communities[a] ?? 0
    if (community !== communities[b]) continue
    const nodes = found.get(community) ?? new Set<number>()
    found.set(community, nodes.add(a).add(b))
  }
  return [...found].sort((a, b) => a[0] - b[0])
}

export function rivalsByNode(apart: ApartNodes['apart']): ReadonlyMap<number, ReadonlySet<number>> {
  const rivals = new Map<number, Set<number>>()
  const add = (a: number, b: number): void => {
    rivals.set(a, (rivals.get(a) ?? new Set<number>()).add(b))
  }
  for (const [a, b] of apart) {
    add(a, b)
    add(b, a)
  }
  return rivals
}

/** Each node the lowest hue that no rival before it has. */
function colour(order: readonly number[], rivals: ReadonlyMap<number, ReadonlySet<number>>): Map<number, number> {
  const hues = new Map<number, number>()
  for (const node of order) {
    const taken = new Set([...(rivals.get(node) ?? [])].map((rival) => hues.get(rival)))
    let hue = 0
    while (taken.has(hue)) hue++
    hues.set(node, hue)
  }
  return hues
}

function tieTo(graph: Csr, communities: Int32Array, [node, community]: [number, number]): number {
  let sum = 0
  for (let at = graph.offsets[node] ?? 0, end = graph.offsets[node + 1] ?? 0; at < end; at++) {
    if (communities[graph.targets[at] ?? 0] === community) sum += weightAt(graph, at)
  }
  return sum
}

type Parting = {
  readonly graph: Csr
  readonly parted: Int32Array
  readonly rivals: ReadonlyMap<number, ReadonlySet<number>>
}
type Range = { readonly community: number; readonly first: number; readonly next: number }

function follow({ graph, parted, rivals }: Parting, { community, first, next }: Range): void {
  for (let node = 0; node < parted.length; node++) {
    // Rivals themselves have their places.
    if (parted[node] !== community || rivals.has(node)) continue
    let best = community
    let most = tieTo(graph, parted, [node, community])
    for (let other = first; other < next; other++) {
      const weight = tieTo(graph, parted, [node, other])
      if (weight > most) {
        most = weight
        best = other
      }
    }
    parted[node] = best
  }
}
