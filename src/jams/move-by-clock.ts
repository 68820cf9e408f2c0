import { type Database, doEach } from '../platform/index.ts'
import { applyEvent, setAlarm } from './apply-event.ts'
import { jamOfOperator } from './find-jam.ts'
import { findDueJams } from './store/jams.ts'

const SWEEP_BATCH = 100

/** Lets the clock happen to one jam. Nothing happens when it is not due (it was extended, or another server was first);
 *  then its alarm is set anew. */
export async function moveByClock(database: Database, jamId: string): Promise<void> {
  await database.transaction({ role: 'jobs' }, async (tx) => {
    const row = await jamOfOperator(tx, jamId)
    if (!row) return
    const jam = await applyEvent(tx, { row, event: { type: 'clock' }, personId: null })
    if (jam.nextAt?.getTime() === row.nextAt?.getTime()) await setAlarm(tx, jamId, jam.nextAt)
  })
}

/** Moves every jam that is due: at the start of a server and each minute, for alarms that were lost. Gives how many were
 *  due; any number of servers may sweep at once. One that cannot be moved stops no other; its error is thrown at the end. */
export async function sweepJams(database: Database): Promise<number> {
  const due = await database.transaction({ role: 'jobs' }, (tx) => findDueJams(tx, tx.now, SWEEP_BATCH), {
    readOnly: true,
  })
  await doEach(due, (jamId) => moveByClock(database, jamId))
  return due.length
}
