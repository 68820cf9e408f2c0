import { type Bounds, falseDiscoveryCut, normalTail, wilsonBounds } from './chance.ts'

/** Votes by group: of group g on thing t, `agrees[t * groups + g]` of `seen[t * groups + g]` people agreed. */
export type GroupVotes = { readonly groups: number; readonly agrees: Int32Array; readonly seen: Int32Array }

/** A thing that one group supports and the others do not: shares of those who saw it, with their bounds at 95 %, and the
 *  chance of such a difference between two samples of the same people. */
export type Favourite = {
  readonly thing: number
  readonly group: number
  readonly inside: Bounds
  readonly outside: Bounds
  readonly insidePeople: number
  readonly outsidePeople: number
  readonly chance: number
}

const leastPeople = 5
const half = 0.5
const falseRate = 0.05

/**
 * High support inside, low outside: a majority of the group agrees and a majority of everybody else does not, each by its
 * Wilson bound, and the two-proportion test holds among all tests made (at most 5 % of what is found is expected to be
 * chance). Both sides have at least five people. Widest gap between the bounds first, ties by thing and group.
 */
export function findFavourites(votes: GroupVotes): Favourite[] {
  const tested = testAll(votes)
  const cut = falseDiscoveryCut(
    tested.map(({ chance }) => chance),
    falseRate,
  )
  return tested
    .filter(({ inside, outside, chance }) => chance <= cut && inside.low > half && outside.high < half)
    .sort((a, b) => gap(b) - gap(a) || a.thing - b.thing || a.group - b.group)
}

const gap = ({ inside, outside }: Favourite): number => inside.low - outside.high

function testAll({ groups, agrees, seen }: GroupVotes): Favourite[] {
  const things = groups === 0 ? 0 : agrees.length / groups
  return Array.from({ length: things }, (_, thing) => thing).flatMap((thing) => {
    const ours = agrees.subarray(thing * groups, (thing + 1) * groups)
    const all = seen.subarray(thing * groups, (thing + 1) * groups)
    const totals = { agrees: sumOf(ours), seen: sumOf(all) }
    return [...ours.keys()].flatMap((group) => {
      const inside = { agrees: ours[group] ?? 0, seen: all[group] ?? 0 }
      const outside = { agrees: totals.agrees - inside.agrees, seen: totals.seen - inside.seen }
      if (inside.seen < leastPeople || outside.seen < leastPeople) return []
      return { thing, group, ...compare(inside, outside) }
    })
  })
}

type Count = { readonly agrees: number; readonly seen: number }

function compare(inside: Count, outside: Count): Omit<Favourite, 'thing' | 'group'> {
  return {
    inside: wilsonBounds(inside.agrees, inside.seen),
    outside: wilsonBounds(outside.agrees, outside.seen),
    insidePeople: inside.seen,
    outsidePeople: outside.seen,
    chance: normalTail(twoProportions(inside, outside)),
  }
}

/** The deviate of the pooled two-proportion test; 0 when all agree or none does. */
function twoProportions(one: Count, two: Count): number {
  const pooled = (one.agrees + two.agrees) / (one.seen + two.seen)
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / one.seen + 1 / two.seen))
  return spread === 0 ? 0 : (one.agrees / one.seen - two.agrees / two.seen) / spread
}

function sumOf(numbers: Int32Array): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
