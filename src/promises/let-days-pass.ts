import type { Tx } from '../platform/index.ts'
import { ringPromise } from './ring-clocks.ts'
import { putBack } from './store/clocks.ts'

const DAY_MS = 86_400_000

/** For demonstrations alone (role jobs): as if a promise had been made so long ago that its day passed `days` days ago. Its
 *  clock then tells what it would have told. */
export async function letDaysPass(tx: Tx, promiseId: string, days: number): Promise<void> {
  await putBack(tx, promiseId, new Date(tx.now.getTime() - days * DAY_MS).toISOString().slice(0, 10))
  await ringPromise(tx, promiseId)
}
