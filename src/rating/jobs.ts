import { enqueue, type Tasks, type Tx } from '../platform/index.ts'
import { type Counting, countRating, sweepRatings } from './count-rating.ts'

const COUNT = 'count-rating'
const SWEEP = 'sweep-ratings'

/** A request that began before the end has ended by then. */
const SETTLED_MS = 5_000

/** The work on ratings. Each may run twice: a rating is counted once. */
export function ratingTasks(counting: Counting): Tasks {
  return {
    [COUNT]: async (payload) => {
      if (typeof payload !== 'object' || payload === null || !('jamId' in payload)) return
      if (typeof payload.jamId === 'string') await countRating(counting, payload.jamId)
    },
    [SWEEP]: () => sweepRatings(counting),
  }
}

/** Every ten minutes: hands that nobody goes on with are given back, and what was missed is done. */
export const RATING_CRONTAB: readonly string[] = [`*/10 * * * * ${SWEEP}`]

/** The rating of a jam is over: it is counted as soon as every request that began before has ended. */
export async function enqueueCounting(tx: Tx, jamId: string): Promise<void> {
  const runAt = new Date(tx.now.getTime() + SETTLED_MS)
  await enqueue(tx, { task: COUNT, payload: { jamId }, key: `${COUNT}:${jamId}`, runAt })
}
