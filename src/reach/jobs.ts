import { enqueue, type Tasks, type Tx } from '../platform/index.ts'
import { countAllReach } from './count-reach.ts'
import { type Sending, sendNudges } from './send-nudges.ts'

const COUNT = 'count-reach'
const NUDGE = 'nudge-hub'

/** The work on reach. */
export function reachTasks(sending: Sending): Tasks {
  return {
    [COUNT]: () => countAllReach(sending.database),
    [NUDGE]: async (payload) => {
      if (isNudge(payload)) await sendNudges(sending, payload)
    },
  }
}

/** Every five minutes. */
export const REACH_CRONTAB: readonly string[] = [`*/5 * * * * ${COUNT}`]

type Nudge = { readonly jamId: string; readonly hubId: string }

function isNudge(payload: unknown): payload is Nudge {
  return typeof payload === 'object' && payload !== null && 'jamId' in payload && 'hubId' in payload
}

export async function enqueueNudge(tx: Tx, nudge: Nudge): Promise<void> {
  await enqueue(tx, { task: NUDGE, payload: nudge, key: `${NUDGE}:${nudge.jamId}:${nudge.hubId}` })
}
