import type { Database } from '../platform/index.ts'
import { type Making, makeEdition } from './make-edition.ts'
import { findClosed, findUnreported } from './store/editions.ts'
import { isSettled } from './store/gather.ts'

/** The closing edition is due a minute after the end: so long it waits for themes and groups that are being computed; what
 *  they do not know then stands among the unsorted. */
const WAIT_MS = 25_000
const AT_ONCE = 20

/** Makes the closing edition once everything is computed, or at last 25 s after the end. False: not yet. */
export async function closeWhenSettled(making: Making, jamId: string): Promise<boolean> {
  const isDue = await making.database.transaction({ role: 'jobs' }, async (tx) => {
    const closed = await findClosed(tx, jamId)
    if (!closed) return undefined
    return tx.now.getTime() - closed.getTime() >= WAIT_MS || isSettled(tx, jamId)
  })
  if (isDue === false) return false
  if (isDue) await makeEdition(making, jamId, 'closing')
  return true
}

/** Closed jams that have no edition yet. */
export async function findWaiting(database: Database): Promise<string[]> {
  return database.transaction({ role: 'jobs' }, (tx) => findUnreported(tx, AT_ONCE), { readOnly: true })
}
