import type { Tasks } from '../platform/index.ts'
import { ringClocks } from './ring-clocks.ts'
import { type Sending, sendLetters } from './send-letters.ts'

const RING = 'ring-promises'

/** The clocks of promises, and their letters. A server also rings once when it starts. */
export function promiseTasks(sending: Sending): Tasks {
  return {
    [RING]: async () => {
      // Clocks that cannot ring hold no letter back.
      try {
        await ringClocks(sending.database)
      } finally {
        await sendLetters(sending)
      }
    },
  }
}

/** Each minute. */
export const PROMISE_CRONTAB: readonly string[] = [`* * * * * ${RING} ?fill=1h`]
