import type { Computing } from './compute-venue.ts'
import { findWaiting, markStale, savePlaces } from './store/computing.ts'
import { saveRevision } from './store/revision.ts'
import { tell } from './tell.ts'

const AT_ONCE = 500

/** Gives new contributions their provisional themes, one batch for each venue; true when more may wait. */
export async function placeNew(placing: Computing): Promise<boolean> {
  const waiting = await placing.database.transaction({ role: 'jobs' }, (tx) => findWaiting(tx, AT_ONCE), {
    readOnly: true,
  })
  const venues = Map.groupBy(waiting, ({ venueId }) => venueId)
  for (const [venueId, texts] of venues) {
    await placeIn(placing, { venueId, ids: texts.map(({ id }) => id) })
  }
  return waiting.length === AT_ONCE
}

async function placeIn(
  { database, engine, feeding }: Computing,
  { venueId, ids }: { venueId: string; ids: readonly string[] },
): Promise<void> {
  await feeding.feed(venueId, ids)
  const placed = await engine.place(venueId, ids)
  if (!placed) return // dropped meanwhile: they wait for the next second
  await database.transaction({ role: 'jobs' }, async (tx) => {
    await savePlaces(
      tx,
      placed.map(({ id }) => id),
      placed.map(({ theme }) => theme),
    )
    await markStale(tx, [venueId])
    const revision = await saveRevision(tx, venueId)
    await tell(tx, { type: 'themes.placed', facts: { venueId, revision, placed: placed.length } })
  })
}
