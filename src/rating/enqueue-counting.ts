import { enqueue, type Tx } from '../platform/index.ts'

export const COUNT = 'count-rating'

/** A request that began before the end has ended by then. */
const SETTLED_MS = 5_000

/** The rating of a jam is over: it is counted as soon as every request that began before has ended. */
export async function enqueueCounting(tx: Tx, jamId: string): Promise<void> {
  const runAt = new Date(tx.now.getTime() + SETTLED_MS)
  await enqueue(tx, { task: COUNT, payload: { jamId }, key: `${COUNT}:${jamId}`, runAt })
}
