import type { Database, Tx } from '../platform/index.ts'
import { standAnew } from './stand-anew.ts'
import { addUnknownVenues, findStanding, findWaiting, saveFound, type WaitingText } from './store/finding.ts'
import { holdFolds, saveFoldPeople } from './store/standing.ts'
import { tell } from './tell.ts'
import type { FoundText } from './worker/asked.ts'
import type { Finder } from './worker/open-finder.ts'

const AT_ONCE = 2_000

/** Looks at contributions that are new or changed and lets the folds of their venues follow; true when more may wait. */
export async function foldNew(database: Database, finder: Finder): Promise<boolean> {
  // Patient: an import of 100,000 is unknown at first, and all of them wait.
  const look = async (tx: Tx) => {
    await addUnknownVenues(tx)
    return findWaiting(tx, AT_ONCE)
  }
  const waiting = await database.transaction({ role: 'jobs' }, look, { patient: true })
  const venues = Map.groupBy(waiting, ({ venueId }) => venueId)
  for (const [venueId, texts] of venues) await foldIn(database, finder, { venueId, texts })
  const isMore = await database.transaction({ role: 'jobs' }, countPeople, { patient: true })
  return isMore || waiting.length === AT_ONCE
}

async function foldIn(
  database: Database,
  finder: Finder,
  { venueId, texts }: { venueId: string; texts: readonly WaitingText[] },
): Promise<void> {
  const found = await find(database, finder, { venueId, texts })
  await database.transaction(
    { role: 'jobs' },
    async (tx) => {
      await holdFolds(tx, venueId)
      await saveFound(tx, found)
      await standAnew(tx, venueId)
    },
    { patient: true },
  )
}

/** After a start the thread knows nothing: it is given what stood. */
async function find(
  database: Database,
  finder: Finder,
  { venueId, texts }: { venueId: string; texts: readonly WaitingText[] },
): Promise<readonly FoundText[]> {
  const asked = texts.map(({ id, text }) => ({ id, text }))
  const found = await finder.look(venueId, asked)
  if (found) return found
  const standing = await database.transaction({ role: 'jobs' }, (tx) => findStanding(tx, venueId), {
    readOnly: true,
    patient: true,
  })
  await finder.fill(venueId, standing)
  return (await finder.look(venueId, asked)) ?? []
}

async function countPeople(tx: Tx): Promise<boolean> {
  const counted = await saveFoldPeople(tx, AT_ONCE)
  for (const { isNew, ...facts } of counted) if (isNew) await tell(tx, { type: 'folds.changed', facts })
  return counted.length === AT_ONCE
}
