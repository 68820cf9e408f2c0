import type { GroupCount } from './choose-group-count.ts'
import { clusterGroups, type GroupsFound } from './cluster-groups.ts'
import { countParticipants } from './count-participants.ts'
import { keepGroupIds } from './keep-group-ids.ts'
import { type Components, findComponents } from './principal-components.ts'
import { type Points, project } from './project.ts'
import { type StatementOpinion, statementOpinions } from './statement-opinions.ts'
import { type Ballots, buildVoteMatrix, type VoteMatrix } from './vote-matrix.ts'

/** Where one person who counts stands: her group and her place in the plane. Who does not count yet is not listed. */
export type ParticipantOpinion = { readonly id: string; readonly group: number; readonly x: number; readonly y: number }

/** A group: its id stays while most of its people stay together; `x`, `y` is its middle. */
export type OpinionGroup = { readonly id: number; readonly size: number; readonly x: number; readonly y: number }

/** What the next computation needs to go on from this one; plain JSON. */
export type OpinionMemory = {
  readonly count: GroupCount
  readonly nextGroup: number
  readonly groupOf: readonly (readonly [id: string, group: number])[]
  /** Loadings of each statement on both components, so that nobody's place is mirrored. */
  readonly axes: readonly (readonly [id: string, first: number, second: number])[]
}

/** Groups by opinion, and what each statement is to them, `statements` in the order of the ballots' ids. */
export type OpinionGroups = {
  readonly participants: readonly ParticipantOpinion[]
  readonly groups: readonly OpinionGroup[]
  /** How clearly the groups stand apart, in [-1, 1]. */
  readonly silhouette: number
  readonly statements: readonly (StatementOpinion & { readonly id: string })[]
  readonly memory: OpinionMemory
}

/** `memory` of the former computation keeps ids of groups, the number of groups and directions steady. */
export type FindOpinionGroups = { readonly seed: number; readonly memory?: OpinionMemory }

/** Groups people who vote alike. Who counts: see countParticipants; where they stand: two principal components of all
 *  votes; groups: see clusterGroups. The same ballots, seed and memory give the same answer. Nobody who counts: no
 *  groups. Source: Small et al. 2021 (Polis), from its description. */
export function findOpinionGroups(ballots: Ballots, { seed, memory }: FindOpinionGroups): OpinionGroups {
  const votes = buildVoteMatrix(ballots)
  const remembered = new Map(memory?.groupOf)
  const idBefore = Int32Array.from(ballots.participants, (id) => remembered.get(id) ?? -1)
  const counted = countParticipants(
    votes,
    Uint8Array.from(idBefore, (id) => (id >= 0 ? 1 : 0)),
  )
  const places = Uint32Array.from([...counted.keys()].filter((p) => counted[p] === 1))
  const components = findComponents(votes, { seed, ...startOf(ballots, memory) })
  const all = project(votes, components)
  const points = {
    x: Float64Array.from(places, (p) => all.x[p] ?? 0),
    y: Float64Array.from(places, (p) => all.y[p] ?? 0),
  }
  const before = Int32Array.from(places, (p) => idBefore[p] ?? -1)
  const found = groupPeople(points, before, { seed, ...(memory && { memory }) })
  const { ids, next } = keepGroupIds(found.groupOf, before, memory?.nextGroup ?? 0)
  const groupOf = found.groupOf.map((group) => ids[group] ?? -1)
  return result({ ballots, votes, components, points, places, groupOf, found, next })
}

/** The components to start from: what is remembered of these statements, 0 for new ones. */
function startOf({ statements }: Ballots, memory?: OpinionMemory): { start?: Pick<Components, 'first' | 'second'> } {
  if (memory === undefined) return {}
  const axes = new Map(memory.axes.map((axis) => [axis[0], axis]))
  const loading = (axis: 1 | 2): Float64Array => Float64Array.from(statements, (id) => axes.get(id)?.[axis] ?? 0)
  return { start: { first: loading(1), second: loading(2) } }
}

function groupPeople(points: Points, before: Int32Array, { seed, memory }: FindOpinionGroups): GroupsFound {
  const known = [...new Set(before)].filter((id) => id >= 0).sort((a, b) => a - b)
  const groupBefore = before.map((id) => known.indexOf(id))
  const weights = new Float64Array(points.x.length).fill(1)
  return clusterGroups({ ...points, weights }, { seed, ...(memory && { groupBefore, countBefore: memory.count }) })
}

type Found = {
  readonly ballots: Ballots
  readonly votes: VoteMatrix
  readonly components: Components
  readonly points: Points
  /** Where each who counts stands in the list of participants. */
  readonly places: Uint32Array
  readonly groupOf: Int32Array
  readonly found: GroupsFound
  readonly next: number
}

function result({ ballots, votes, components, points, places, groupOf, found, next }: Found): OpinionGroups {
  const participants = [...places].map((place, at) => ({
    id: ballots.participants[place] ?? '',
    group: groupOf[at] ?? -1,
    x: points.x[at] ?? 0,
    y: points.y[at] ?? 0,
  }))
  const groups = groupsOf(participants)
  const groupOfAll = new Int32Array(votes.participants).fill(-1)
  for (const [at, place] of places.entries()) groupOfAll[place] = groupOf[at] ?? -1
  const ids = groups.map(({ id }) => id)
  const opinions = statementOpinions(votes, groupOfAll, ids)
  const statements = opinions.map((opinion, at) => ({ id: ballots.statements[at] ?? '', ...opinion }))
  const axes = ballots.statements.map((id, at): [string, number, number] => [
    id,
    components.first[at] ?? 0,
    components.second[at] ?? 0,
  ])
  const memory = {
    count: found.count,
    nextGroup: next,
    groupOf: participants.map(({ id, group }): [string, number] => [id, group]),
    axes,
  }
  return { participants, groups, silhouette: found.silhouette, statements, memory }
}

function groupsOf(participants: readonly ParticipantOpinion[]): OpinionGroup[] {
  const members = Map.groupBy(participants, ({ group }) => group)
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return [...members]
    .map(([id, people]) => ({
      id,
      size: people.length,
      x: mean(people.map(({ x }) => x)),
      y: mean(people.map(({ y }) => y)),
    }))
    .sort((a, b) => a.id - b.id)
}
