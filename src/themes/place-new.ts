import type { Database } from '../platform/index.ts'
import { findWaiting, markStale, savePlaces } from './store/computing.ts'
import { saveRevision } from './store/shaping.ts'
import { tell } from './tell.ts'
import type { ThemeText } from './worker/asked.ts'
import type { Engine } from './worker/open-engine.ts'

const AT_ONCE = 500

/** Gives new contributions their provisional themes, one batch for each venue; true when more may wait. */
export async function placeNew(database: Database, engine: Engine): Promise<boolean> {
  const waiting = await database.transaction({ role: 'jobs' }, (tx) => findWaiting(tx, AT_ONCE), { readOnly: true })
  const venues = Map.groupBy(waiting, ({ venueId }) => venueId)
  for (const [venueId, texts] of venues) await placeIn(database, engine, { venueId, texts })
  return waiting.length === AT_ONCE
}

async function placeIn(
  database: Database,
  engine: Engine,
  { venueId, texts }: { venueId: string; texts: readonly ThemeText[] },
): Promise<void> {
  const sent = texts.map(({ id, root, text, author, language, group }) => ({ id, root, text, author, language, group }))
  // Not computed in this process yet: they stand in no theme until that is done.
  const placed = (await engine.place(venueId, sent)) ?? texts.map(({ id }) => ({ id, theme: null }))
  await database.transaction({ role: 'jobs' }, async (tx) => {
    const ids = placed.map(({ id }) => id)
    await savePlaces(
      tx,
      ids,
      placed.map(({ theme }) => theme),
    )
    await markStale(tx, [venueId])
    const revision = await saveRevision(tx, venueId)
    await tell(tx, { type: 'themes.placed', facts: { venueId, revision, placed: ids.length } })
  })
}
