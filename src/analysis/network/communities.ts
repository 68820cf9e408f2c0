import { seededRandom } from '../seeded-random.ts'
import { components } from './components.ts'
import { contract, groupMembers, type Room, roomOf } from './contract.ts'
import type { Csr } from './csr.ts'
import { type Level, moveNodes } from './move-nodes.ts'
import { refineCommunities } from './refine-communities.ts'
import { strengths, sumOf } from './strength.ts'

/** How communities are found. `resolution` above 1 gives more and smaller ones; `start` is a community of each node to
 *  begin from (ids dense from 0); `rounds` says how often the whole is gone through, each time from what was found (three
 *  times, or once from five million ties on). */
export type FindCommunities = {
  readonly seed: number
  readonly resolution?: number
  readonly start?: Int32Array
  readonly rounds?: number
}

const ROUNDS = 3
/** A round takes up to half a minute on a graph of more ties than this (each counted from both ends): there one must do. */
const MANY_ARCS = 1e7

/** The community of each node by modularity (Leiden): each community connected, ids dense from 0 and the largest first,
 *  a node without ties in one of its own. The same graph and seed give the same answer. Undirected graphs only.
 *  Source: Traag, Waltman & van Eck 2019. */
export function findCommunities(graph: Csr, options: FindCommunities): Int32Array {
  const random = seededRandom(options.seed)
  const resolution = options.resolution ?? 1
  const rounds = options.rounds ?? (graph.targets.length > MANY_ARCS ? 1 : ROUNDS)
  let communities: Int32Array = options.start?.slice() ?? Int32Array.from({ length: graph.nodes }, (_, node) => node)
  for (let round = 0; round < rounds; round++) {
    communities = improve({ ...levelOf(graph), resolution, random }, communities)
  }
  return orderBySize(components(graph, communities))
}

function levelOf(graph: Csr): Pick<Level, 'graph' | 'strengths' | 'total'> {
  const strengthOf = strengths(graph)
  return { graph, strengths: strengthOf, total: sumOf(strengthOf) || 1 }
}

/** One round: nodes move, communities are refined, parts become the nodes of a smaller graph, and so on until no two
 *  nodes want to be together any more. */
function improve(start: Level, communities: Int32Array): Int32Array {
  const levelNodeOf = Int32Array.from({ length: start.graph.nodes }, (_, node) => node)
  let level = start
  let inLevel = communities
  // Two levels take turns in the same arrays: with large graphs each is as large as the graph itself.
  let room: Room | undefined
  for (;;) {
    moveNodes(level, inLevel)
    const found = makeDense(inLevel)
    const refined = found < level.graph.nodes ? refineCommunities(level, inLevel) : inLevel
    const parts = makeDense(refined)
    if (parts === level.graph.nodes) break
    const partsIn = new Int32Array(parts)
    for (let node = 0; node < refined.length; node++) partsIn[refined[node] ?? 0] = inLevel[node] ?? 0
    for (let node = 0; node < levelNodeOf.length; node++) levelNodeOf[node] = refined[levelNodeOf[node] ?? 0] ?? 0
    const contracted = contract(level.graph, refined, room)
    room = level === start ? undefined : roomOf(level.graph)
    level = { ...level, ...levelOf(contracted) }
    inLevel = partsIn
  }
  return levelNodeOf.map((node) => inLevel[node] ?? 0)
}

/** Renames ids below the number of nodes to 0, 1, 2 ... by first appearance, in place; answers how many there are. */
function makeDense(communities: Int32Array): number {
  const renamed = new Int32Array(communities.length).fill(-1)
  let known = 0
  for (let node = 0; node < communities.length; node++) {
    const community = communities[node] ?? 0
    if (renamed[community] === -1) renamed[community] = known++
    communities[node] = renamed[community] ?? 0
  }
  return known
}

/** The same communities with the largest as 0; of two of one size the one with the lower node first. */
export function orderBySize(communities: Int32Array): Int32Array {
  const dense = communities.slice()
  makeDense(dense)
  const { groups, offsets } = groupMembers(dense)
  const sizeOf = (group: number): number => (offsets[group + 1] ?? 0) - (offsets[group] ?? 0)
  const order = Array.from({ length: groups }, (_, group) => group).sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
  const rank = new Int32Array(groups)
  for (const [at, group] of order.entries()) rank[group] = at
  return dense.map((group) => rank[group] ?? 0)
}
