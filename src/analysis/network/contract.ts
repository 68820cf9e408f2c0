import { type Csr, fitted } from './csr.ts'
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
 *  loop, so that strengths and modularity stay what they were. Its rows are in no order. Ids of communities are dense
 *  from 0. Undirected graphs only. Nodes that must stay together are held together by contracting them first.
 *  `room` is where it may be written: arrays at least as long as those of the graph, which nobody needs any more. */
export function contract(graph: Csr, communities: Int32Array, room?: Room): Csr {
  const grouping = groupMembers(communities)
  const { groups } = grouping
  const tally = newTally(groups)
  const rows = emptyRows(groups, graph.targets.length, room)
  for (let group = 0; group < groups; group++) {
    tallyGroup({ graph, communities, tally, grouping }, group)
    // Each tie within the group was met from both of its ends.
    rows.loops[group] = loopsWithin(graph, grouping, group) + Math.max(0, tally.weightTo[group] ?? 0) / 2
    rows.offsets[group + 1] = addRow(rows, tally, group)
    clearTally(tally)
  }
  const arcs = rows.offsets[groups] ?? 0
  return { ...rows, nodes: groups, targets: fitted(rows.targets, arcs), weights: fitted(rows.weights, arcs) }
}

type Rows = {
  readonly offsets: Uint32Array
  readonly targets: Uint32Array
  readonly weights: Float64Array
  readonly loops: Float64Array
}

/** Arrays that may be written anew. */
export type Room = { readonly targets: Uint32Array; readonly weights: Float64Array }

/** What a contracted graph was written in, with all the room behind its end. */
export function roomOf({ targets, weights }: Csr): Room | undefined {
  if (weights === null) return undefined
  return { targets: new Uint32Array(targets.buffer), weights: new Float64Array(weights.buffer) }
}

/** Room for as many arcs as there were, or as between all groups: counting them first would take as long as adding. */
function emptyRows(groups: number, arcsBefore: number, room?: Room): Rows {
  const most = Math.min(arcsBefore, groups * (groups - 1))
  return {
    offsets: new Uint32Array(groups + 1),
    targets: room?.targets.subarray(0, most) ?? new Uint32Array(most),
    weights: room?.weights.subarray(0, most) ?? new Float64Array(most),
    loops: new Float64Array(groups),
  }
}

/** Writes what was tallied for a group, without itself; answers where its row ends. */
function addRow({ offsets, targets, weights }: Rows, { touched, weightTo, count }: Tally, group: number): number {
  let place = offsets[group] ?? 0
  for (let at = 0; at < count; at++) {
    const target = touched[at] ?? 0
    if (target === group) continue
    targets[place] = target
    weights[place++] = weightTo[target] ?? 0
  }
  return place
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

function loopsWithin({ loops }: Csr, { offsets, members }: Grouping, group: number): number {
  if (loops === null) return 0
  let sum = 0
  const end = offsets[group + 1] ?? 0
  for (let at = offsets[group] ?? 0; at < end; at++) sum += loops[members[at] ?? 0] ?? 0
  return sum
}
