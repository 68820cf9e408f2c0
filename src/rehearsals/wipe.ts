import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../platform/index.ts'
import { deleteCopies, deleteTraces, isAllHeard } from './store/wipe.ts'

const HEARD_MAX_MS = 15_000
const LOOK_MS = 200

/** Deletes a rehearsal's copy and crowd with all that was told of them. Every reader of events has heard them first, so that
 *  none comes upon what is gone; done again it does nothing. Gives the ids of what it deleted. */
export async function wipe(database: Database, rehearsalId: string): Promise<string[]> {
  const patient = { patient: true } as const
  await untilHeard(database)
  const copies = await database.transaction({ role: 'jobs' }, (tx) => deleteCopies(tx, rehearsalId), patient)
  await database.transaction({ role: 'jobs' }, (tx) => deleteTraces(tx, copies), patient)
  return copies
}

/** Deletes what a computation that was under way in that moment has told since. */
export async function wipeTraces(database: Database, copyIds: readonly string[]): Promise<void> {
  if (copyIds.length === 0) return
  await untilHeard(database)
  await database.transaction({ role: 'jobs' }, (tx) => deleteTraces(tx, copyIds), { patient: true })
}

async function untilHeard(database: Database): Promise<void> {
  const endMs = performance.now() + HEARD_MAX_MS
  const isHeard = () => database.transaction({ role: 'jobs' }, isAllHeard, { readOnly: true })
  while (performance.now() < endMs && !(await isHeard())) await wait(LOOK_MS)
}
