import { channel } from 'node:diagnostics_channel'
import type { Database } from './database.ts'
import type { NewEvent } from './events.ts'
import { newId } from './ids.ts'
import type { Statement } from './statement.ts'
import { HEAD, insertEvents, readHead, waitingSeconds } from './store/events.ts'
import type { Tx } from './transaction.ts'

/** Sequencers of this process hear at once that something was committed; those of other processes find it by asking. */
export const emittedHint = channel('dandelion.emitted')

/** Appends events to the outbox. They exist exactly if the transaction commits. */
export async function emit(tx: Tx, ...events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  insertEvents(
    tx,
    events.map((event) => ({ id: newId(), ...event })),
  )
  tx.afterCommit(() => emittedHint.publish(undefined))
}

/** What currentCursor asks. */
export const CURSOR: Statement = HEAD

/** The position up to which a view can be trusted to be complete. Read it before the rows of the view: the view may then
 *  be newer than its cursor, never older, and events that it already holds are applied again without harm. */
export async function currentCursor(tx: Tx): Promise<number> {
  return readHead(tx)
}

/** Age of the oldest event that has no position yet, in seconds: how far what people see lags behind what was written. */
export async function outboxLag(database: Database): Promise<number> {
  return database.transaction({ role: 'jobs' }, waitingSeconds, { readOnly: true })
}
