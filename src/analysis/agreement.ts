/** How well two ways of sorting the same things into groups agree. Groups are any whole numbers; what matters is only
 *  who stands with whom. Lists of unlike length throw a RangeError. */
export type Grouped = ArrayLike<number>

type Crossing = {
  readonly size: number
  readonly cells: readonly number[]
  readonly ours: readonly number[]
  readonly theirs: readonly number[]
  /** For each of our groups, the largest number it shares with one of theirs. */
  readonly largest: readonly number[]
}

function cross(ours: Grouped, theirs: Grouped): Crossing {
  if (ours.length !== theirs.length) throw new RangeError('Two groupings of different things cannot be compared.')
  const rows = new Map<number, Map<number, number>>()
  const columns = new Map<number, number>()
  for (let at = 0; at < ours.length; at++) {
    const row = rows.get(ours[at] ?? 0) ?? new Map<number, number>()
    rows.set(ours[at] ?? 0, row)
    const column = theirs[at] ?? 0
    row.set(column, (row.get(column) ?? 0) + 1)
    columns.set(column, (columns.get(column) ?? 0) + 1)
  }
  const counts = [...rows.values()].map((row) => [...row.values()])
  return {
    size: ours.length,
    cells: counts.flat(),
    ours: counts.map((row) => row.reduce((sum, count) => sum + count, 0)),
    theirs: [...columns.values()],
    largest: counts.map((row) => Math.max(...row)),
  }
}

const pairsIn = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)

/** Adjusted Rand index: 1 for the same groups, about 0 for chance, below 0 for less than chance. Fewer than two things,
 *  and two groupings that are both trivial in the same way, agree: 1. Source: Hubert & Arabie 1985. */
export function adjustedRand(ours: Grouped, theirs: Grouped): number {
  const crossing = cross(ours, theirs)
  const all = pairsIn([crossing.size])
  if (all === 0) return 1
  const [together, inOurs, inTheirs] = [pairsIn(crossing.cells), pairsIn(crossing.ours), pairsIn(crossing.theirs)]
  const expected = (inOurs * inTheirs) / all
  const most = (inOurs + inTheirs) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

const entropy = (counts: readonly number[], size: number): number =>
  -counts.reduce((sum, count) => sum + (count / size) * Math.log(count / size), 0)

/** Normalised mutual information over the arithmetic mean of the entropies, in [0, 1]; 1 when both are one group.
 *  Many tiny groups raise it: never report it without how many groups there are. Source: Strehl & Ghosh 2002. */
export function normalisedMutualInformation(ours: Grouped, theirs: Grouped): number {
  const { size, cells, ours: rows, theirs: columns } = cross(ours, theirs)
  const [inOurs, inTheirs] = [entropy(rows, size), entropy(columns, size)]
  if (inOurs + inTheirs === 0) return 1
  return Math.max(0, (2 * (inOurs + inTheirs - entropy(cells, size))) / (inOurs + inTheirs))
}

/** Share of things that stand in the commonest of `theirs` within their own group of `ours`, in [0, 1]; 1 of nothing.
 *  Groups of one are always pure: never report it without how many groups there are. */
export function purity(ours: Grouped, theirs: Grouped): number {
  const { size, largest } = cross(ours, theirs)
  return size === 0 ? 1 : largest.reduce((sum, count) => sum + count, 0) / size
}
