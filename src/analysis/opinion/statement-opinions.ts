import { type Proportion, proportionZ, SURE_Z, smoothed, twoProportionZ, wilsonInterval } from './proportion-tests.ts'
import type { VoteMatrix } from './vote-matrix.ts'

/** How one group voted on a statement. */
export type GroupOpinion = {
  readonly group: number
  readonly agrees: number
  readonly disagrees: number
  /** All votes, passes included. */
  readonly seen: number
  /** (agrees + 1) / (seen + 2). */
  readonly pa: number
  /** Present where the statement tells this group from the others, at 90 % on both tests. */
  readonly represents: Represents | null
}

/** What tells a group from the rest: the side it takes, how many times likelier than the rest, and both tests. */
export type Represents = {
  readonly side: 'agree' | 'disagree'
  readonly ratio: number
  readonly z: number
  readonly againstRestZ: number
}

/** What is known of a statement from the people who count. */
export type StatementOpinion = {
  readonly agrees: number
  readonly disagrees: number
  readonly seen: number
  /** Raw consensus: agrees / seen, 0 where nobody has seen it, with its Wilson interval at 95 %. */
  readonly share: number
  readonly margin: { readonly low: number; readonly high: number }
  /** Group-informed consensus: the product over groups of pa. High only where every group agrees. */
  readonly groupInformed: number
  readonly groups: readonly GroupOpinion[]
}

type Counts = { readonly agrees: Uint32Array; readonly disagrees: Uint32Array; readonly seen: Uint32Array }

/** What each statement is to all and to each group. `groupOf` holds the id of each participant's group, -1 for those
 *  who do not count; `ids` the ids, in the order in which they are listed. */
export function statementOpinions(votes: VoteMatrix, groupOf: Int32Array, ids: readonly number[]): StatementOpinion[] {
  const counts = new Map(ids.map((id) => [id, countVotes(votes, groupOf, id)]))
  return Array.from({ length: votes.statements }, (_, statement) => {
    const tallies = ids.map((id) => ({ group: id, ...tallyAt(counts.get(id), statement) }))
    return opinionOf(tallies)
  })
}

function countVotes(votes: VoteMatrix, groupOf: Int32Array, id: number): Counts {
  const empty = (): Uint32Array => new Uint32Array(votes.statements)
  const counts = { agrees: empty(), disagrees: empty(), seen: empty() }
  const raise = (list: Uint32Array, at: number): void => {
    list[at] = (list[at] ?? 0) + 1
  }
  for (let p = 0; p < votes.participants; p++) {
    const end = groupOf[p] === id ? (votes.offsets[p + 1] ?? 0) : 0
    for (let at = votes.offsets[p] ?? 0; at < end; at++) {
      const statement = votes.which[at] ?? 0
      raise(counts.seen, statement)
      if (votes.values[at] === 1) raise(counts.agrees, statement)
      if (votes.values[at] === -1) raise(counts.disagrees, statement)
    }
  }
  return counts
}

type Tally = { readonly agrees: number; readonly disagrees: number; readonly seen: number }

function tallyAt(counts: Counts | undefined, at: number): Tally {
  return { agrees: counts?.agrees[at] ?? 0, disagrees: counts?.disagrees[at] ?? 0, seen: counts?.seen[at] ?? 0 }
}

function opinionOf(tallies: readonly (Tally & { readonly group: number })[]): StatementOpinion {
  const all = tallies.reduce((sum: Tally, tally) => plus(sum, tally, 1), { agrees: 0, disagrees: 0, seen: 0 })
  const groups = tallies.map((tally) => ({
    ...tally,
    pa: smoothed(agreesOf(tally)),
    represents: representativeness(tally, plus(all, tally, -1)),
  }))
  return {
    ...all,
    share: all.seen === 0 ? 0 : all.agrees / all.seen,
    margin: wilsonInterval(agreesOf(all)),
    groupInformed: groups.reduce((product, { pa }) => product * pa, 1),
    groups,
  }
}

function plus(a: Tally, b: Tally, sign: 1 | -1): Tally {
  return {
    agrees: a.agrees + sign * b.agrees,
    disagrees: a.disagrees + sign * b.disagrees,
    seen: a.seen + sign * b.seen,
  }
}

const agreesOf = ({ agrees, seen }: Tally): Proportion => ({ count: agrees, seen })
const disagreesOf = ({ disagrees, seen }: Tally): Proportion => ({ count: disagrees, seen })

/** The side on which a group stands apart from `rest` most, or null where it does on neither. */
export function representativeness(group: Tally, rest: Tally): Represents | null {
  const sides = [
    compare('agree', agreesOf(group), agreesOf(rest)),
    compare('disagree', disagreesOf(group), disagreesOf(rest)),
  ].filter(({ z, againstRestZ }) => z > SURE_Z && againstRestZ > SURE_Z)
  return sides.sort((a, b) => b.againstRestZ - a.againstRestZ)[0] ?? null
}

function compare(side: Represents['side'], group: Proportion, rest: Proportion): Represents {
  return {
    side,
    ratio: smoothed(group) / smoothed(rest),
    z: proportionZ(group),
    againstRestZ: twoProportionZ(group, rest),
  }
}
