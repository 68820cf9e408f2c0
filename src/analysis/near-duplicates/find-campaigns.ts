import type { Fold } from './fold-duplicates.ts'

/** Who wrote a text, and when in milliseconds since 1970. */
export type Written<Person> = { readonly person: Person | undefined; readonly atMs: number }

/** When a fold is a campaign. */
export type CampaignRule = {
  /** So many texts of the fold within one burst, 10 when absent. */
  readonly leastTexts?: number | undefined
  /** Length of a burst in milliseconds, 24 hours when absent. */
  readonly burstMs?: number | undefined
}

/**
 * A fold written in a burst. `people` are the distinct authors of the whole fold ("campaign of N people"), `texts` all of
 * its texts; `isByFew` when they wrote three or more each on average. The busiest burst starts at `burstFromMs` and has
 * `burstTexts` texts by `burstPeople` people.
 */
export type Campaign<Id> = {
  readonly head: Id
  readonly texts: number
  readonly people: number
  readonly isByFew: boolean
  readonly burstFromMs: number
  readonly burstTexts: number
  readonly burstPeople: number
}

const usualTexts = 10
const usualBurstMs = 24 * 60 * 60 * 1000
const manyEach = 3

/**
 * The folds that are campaigns, in their order. A campaign is a fold of which at least `leastTexts` texts were written
 * within `burstMs`, by few or by many; it says how a text spread and nothing against it. Texts without a person count as
 * texts and add nobody. Ten and a day are a convention, not fitted to anything.
 */
export function findCampaigns<Id, Person>(
  folds: readonly Fold<Id>[],
  writtenOf: (id: Id) => Written<Person>,
  rule: CampaignRule = {},
): Campaign<Id>[] {
  const { leastTexts = usualTexts, burstMs = usualBurstMs } = rule
  return folds.flatMap((fold) => {
    if (fold.members.length < leastTexts) return []
    const written = fold.members.map(({ id }) => writtenOf(id)).sort((a, b) => a.atMs - b.atMs)
    const burst = busiestBurst(written, burstMs)
    const people = countPeople(written)
    if (burst.length < leastTexts) return []
    return {
      head: fold.head,
      texts: written.length,
      people,
      isByFew: written.length >= manyEach * Math.max(1, people),
      burstFromMs: burst[0]?.atMs ?? 0,
      burstTexts: burst.length,
      burstPeople: countPeople(burst),
    }
  })
}

/** The longest run within less than `burstMs`, the earliest of equals. */
function busiestBurst<Person>(sorted: readonly Written<Person>[], burstMs: number): readonly Written<Person>[] {
  let start = 0
  let best = { start: 0, length: 0 }
  sorted.forEach(({ atMs }, at) => {
    while (atMs - (sorted[start]?.atMs ?? atMs) >= burstMs) start++
    if (at - start + 1 > best.length) best = { start, length: at - start + 1 }
  })
  return sorted.slice(best.start, best.start + best.length)
}

function countPeople<Person>(written: readonly Written<Person>[]): number {
  return new Set(written.flatMap(({ person }) => (person === undefined ? [] : [person]))).size
}
