import type { Tasks } from '../platform/index.ts'
import { type Counting, countRating, sweepRatings } from './count-rating.ts'
import { COUNT } from './enqueue-counting.ts'

const SWEEP = 'sweep-ratings'

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
