import type { Csr } from './csr.ts'
import { clearTally, newTally, type Tally, tallyTies } from './tally.ts'

/** Nodes in the order of their groups: the members of group g are `members[offsets[g] ... offsets[g + 1] - 1]`. */
export type Grouping = { readonly groups: number; readonly offsets: Uint32Array; readonly members: Uint32Array }

/** Sorts nodes by their group, ascending within each; ids of groups are dense from 0. */
export function groupMembers(groupOf: Int32Array): Grouping {
  let groups = 0
  for (const group of groupOf) if (group >= groups) groups = group + 1
  const offsets = new Uint32Array(groups + 1)
  for (const group of groupOf) offsets[group + 1] = (offsets[group + 1] ?? 0) + 1
  for (let group = 0; group < groups; group++) offsets[group + 1] = (offsets[group + 1] ?? 0) + (offsets[group] ?? 0)
  const next = offsets.slice(0, groups)
  const members = new Uint32Array(groupOf.length)
  for (let node = 0; node < groupOf.length; node++) {
    const group = groupOf[node] ?? 0
    const place = next[group] ?? 0
    next[group] = place + 1
    members[place] = node
  }
  return { groups, offsets, members }
}

/** The graph in which each community is one node: ties between two communities added up, those within one become its
 *  loop, so that strengths and modularity stay what they were. Ids of communities are dense from 0. Undirected graphs
 *  only. Nodes that must stay together are held together by contracting them first. */
export function contract(graph: Csr, communities: Int32Array): Csr {
  const grouping = groupMembers(communities)
  const tally = newTally(grouping.groups)
  const offsets = new Uint32Array(grouping.groups + 1)
  for (let group = 0; group < grouping.groups; group++) {
    tallyGroup({ graph, communities, tally, grouping }, group)
    const within = (tally.weightTo[group] ?? -1) >= 0 ? 1 : 0
    offsets[group + 1] = (offsets[group] ?? 0) + tally.count - within
    clearTally(tally)
  }
  return fillRows({ graph, communities, tally, grouping }, offsets)
}

type Contraction = {
  readonly graph: Csr
  readonly communities: Int32Array
  readonly tally: Tally
  readonly grouping: Grouping
}

function tallyGroup(contraction: Contraction, group: number): void {
  const { offsets, members } = contraction.grouping
  const end = offsets[group + 1] ?? 0
  for (let at = offsets[group] ?? 0; at < end; at++) tallyTies(contraction, members[at] ?? 0)
}

function fillRows(contraction: Contraction, offsets: Uint32Array): Csr {
  const { graph, tally, grouping } = contraction
  const arcs = offsets[grouping.groups] ?? 0
  const targets = new Uint32Array(arcs)
  const weights = new Float64Array(arcs)
  const loops = new Float64Array(grouping.groups)
  for (let group = 0; group < grouping.groups; group++) {
    tallyGroup(contraction, group)
    // Each tie within the group was met from both of its ends.
    loops[group] = loopsWithin(graph, grouping, group) + Math.max(0, tally.weightTo[group] ?? 0) / 2
    let place = offsets[group] ?? 0
    for (const target of tally.touched.subarray(0, tally.count).sort()) {
      if (target === group) continue
      targets[place] = target
      weights[place++] = tally.weightTo[target] ?? 0
    }
    clearTally(tally)
  }
  return { nodes: grouping.groups, offsets, targets, weights, loops }
}

function loopsWithin({ loops }: Csr, { offsets, members }: Grouping, group: number): number {
  if (loops === null) return 0
  let sum = 0
  const end = offsets[group + 1] ?? 0
  for (let at = offsets[group] ?? 0; at < end; at++) sum += loops[members[at] ?? 0] ?? 0
  return sum
}
