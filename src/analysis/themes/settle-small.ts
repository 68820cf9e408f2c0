import { type Csr, weightAt } from '../network/csr.ts'
import { rivalsByNode } from './keep-apart.ts'

/** What decides whether a community is a theme. `peopleIn` counts the distinct people behind some nodes. */
export type SettleSmall = {
  readonly graph: Csr
  readonly communities: Int32Array
  readonly apart: readonly (readonly [number, number])[]
  /** Nodes that a constraint speaks of: they look for another theme instead of becoming unsorted. */
  readonly bound: ReadonlySet<number>
  readonly leastPeople: number
  peopleIn(nodes: readonly number[]): number
}

/** Communities of fewer than `leastPeople` people become unsorted (-1). Those with a text that somebody has bound
 *  first look for the theme they are tied to most among those without a rival, so that a moved text does not fall
 *  out of all themes. The others are numbered from 0, the largest first. */
export function settleSmall(settle: SettleSmall): Int32Array {
  const { communities, leastPeople } = settle
  const members = membersOf(communities)
  const large = new Set([...members].filter(([, nodes]) => settle.peopleIn(nodes) >= leastPeople).map(([id]) => id))
  const settled = communities.map((community) => (large.has(community) ? community : -1))
  for (const [community, nodes] of members) {
    if (large.has(community) || !nodes.some((node) => settle.bound.has(node))) continue
    const home = nearestTheme(settle, settled, nodes)
    if (home !== undefined) for (const node of nodes) settled[node] = home
  }
  return renumber(settled)
}

function membersOf(communities: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>()
  for (let node = 0; node < communities.length; node++) {
    const community = communities[node] ?? -1
    if (community < 0) continue
    const known = members.get(community)
    if (known) known.push(node)
    else members.set(community, [node])
  }
  return members
}

function nearestTheme(
  { graph, apart }: SettleSmall,
  settled: Int32Array,
  nodes: readonly number[],
): number | undefined {
  const rivals = rivalsByNode(apart)
  const closed = new Set(nodes.flatMap((node) => [...(rivals.get(node) ?? [])].map((rival) => settled[rival])))
  const ties = new Map<number, number>()
  for (const node of nodes) {
    for (let at = graph.offsets[node] ?? 0, end = graph.offsets[node + 1] ?? 0; at < end; at++) {
      const theme = settled[graph.targets[at] ?? 0] ?? -1
      if (theme >= 0 && !closed.has(theme)) ties.set(theme, (ties.get(theme) ?? 0) + weightAt(graph, at))
    }
  }
  return [...ties].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}

function renumber(communities: Int32Array): Int32Array {
  const order = [...membersOf(communities)].sort((a, b) => b[1].length - a[1].length || (a[1][0] ?? 0) - (b[1][0] ?? 0))
  const numbers = new Map(order.map(([community], at) => [community, at]))
  return communities.map((community) => numbers.get(community) ?? -1)
}
