import { nearDuplicates } from '../analysis/index.ts'
import { putIntoFolds } from '../conversation/index.ts'
import type { Tx } from '../platform/index.ts'
import type { Campaign } from './contract.ts'
import { standTogether } from './rules/stand-together.ts'
import {
  type FoldCounts,
  type FoldMember,
  findFoldMembers,
  findPlacedTexts,
  findStandingActs,
  type PlacedText,
  saveFoldCounts,
} from './store/standing.ts'
import { tell } from './tell.ts'

/** Lets the folds of a venue follow from what was found and from the acts that stand, writes what changed and tells it.
 *  The venue's folds must be held. `by`: who acted. */
export async function standAnew(tx: Tx, venueId: string, by?: string): Promise<void> {
  const acts = await findStandingActs(tx, venueId)
  const texts = await findPlacedTexts(tx, venueId, [...new Set(acts.flatMap(({ ids }) => ids))])
  const folds = standTogether(
    texts.filter(({ gone }) => !gone),
    acts,
  )
  const moved = texts.filter(({ id, foldId }) => foldId !== (folds.get(id) ?? null))
  if (moved.length === 0) return
  await putIntoFolds(
    tx,
    moved.map(({ id }) => ({ id, fold: folds.get(id) ?? null })),
    by,
  )
  await count(tx, venueId, touchedBy(moved, folds))
}

function touchedBy(moved: readonly PlacedText[], folds: ReadonlyMap<string, string>): string[] {
  return [...new Set(moved.flatMap(({ id, foldId }) => [foldId, folds.get(id)]))].filter((id) => typeof id === 'string')
}

/** Counts folds anew; one that nobody stands in any more has no texts. */
async function count(tx: Tx, venueId: string, foldIds: readonly string[]): Promise<void> {
  const members = Map.groupBy(await findFoldMembers(tx, foldIds), ({ fold }) => fold)
  const counts = foldIds.map((id) => countsOf(id, members.get(id) ?? []))
  for (const fold of await saveFoldCounts(tx, venueId, counts)) {
    await tell(tx, { type: 'folds.changed', facts: { ...fold, venueId } })
  }
}

function countsOf(id: string, members: readonly FoldMember[]): FoldCounts {
  const people = members.flatMap(({ person }) => person ?? [])
  return { id, texts: members.length, writers: new Set(people).size, campaign: campaignOf(id, members) }
}

function campaignOf(id: string, members: readonly FoldMember[]): Campaign | null {
  const written = new Map(members.map((one) => [one.id, { person: one.person ?? undefined, atMs: one.atMs }]))
  const fold = { origin: id, head: id, members: members.map((one) => ({ id: one.id, similarity: 1 })) }
  const [found] = nearDuplicates.findCampaigns([fold], (one) => written.get(one) ?? { person: undefined, atMs: 0 })
  if (!found) return null
  return { people: found.people, from: new Date(found.burstFromMs).toISOString(), isByFew: found.isByFew }
}
