import { LEAST_PEOPLE } from '../kernel/index.ts'
import type { Tx } from '../platform/index.ts'
import { arrangeResults } from './rules/arrange-results.ts'
import { measureIdeas, rankIdeas } from './rules/rank-ideas.ts'
import type { IdeaResult } from './rules/rating-contract.ts'
import { findCounted } from './store/counting.ts'
import { findCountedBox, findStoredResults } from './store/results.ts'

type Results = readonly Omit<IdeaResult, 'sentence'>[]

/** A rating that is over and counted. `people` null, and no results: fewer than five rated. */
export type CountedRating = {
  readonly countedAt: string
  readonly people: number | null
  readonly results: Results
}

/** What came out of rating a jam, as its page shows it; undefined as long as that is not counted (role jobs). */
export async function findCountedRating(tx: Tx, jamId: string): Promise<CountedRating | undefined> {
  const box = await findCountedBox(tx, jamId)
  if (!box) return undefined
  const { countedAt, people } = box
  if (people < LEAST_PEOPLE) return { countedAt, people: null, results: [] }
  const stored = await findStoredResults(tx, jamId)
  return { countedAt, people, results: stored.length > 0 ? stored : await arrangeAnew(tx, jamId) }
}

/** The results of a jam that came from a file, from its tallies: groups and hubs are not in it. */
export async function arrangeAnew(tx: Tx, jamId: string): Promise<Results> {
  const { tallies, pairs, people } = await findCounted(tx, jamId)
  const ranked = rankIdeas(measureIdeas(tallies, people), pairs)
  return arrangeResults(ranked, { groups: new Map(), hubs: new Map() })
}
