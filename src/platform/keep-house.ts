import type { Database } from './database.ts'
import { forgetIntentions } from './http/idempotency.ts'
import type { Tasks } from './jobs.ts'
import { pruneEvents, pruneFailures } from './store/events.ts'
import { pruneMails } from './store/mail.ts'
import type { Tx } from './transaction.ts'

/** Events are for readers who were away; who was away for longer fetches anew. */
const EVENTS_KEPT_DAYS = 7
const MAILS_KEPT_DAYS = 90
const FAILURES_KEPT_DAYS = 90

/** What nobody asks for any more goes, by the hours of HOUSE_CRONTAB. */
export function houseTasks(database: Database): Tasks {
  const prune = (work: (tx: Tx) => Promise<unknown>) => async (): Promise<void> => {
    await database.transaction({ role: 'jobs' }, work, { patient: true })
  }
  return {
    'forget-intentions': prune(forgetIntentions),
    'prune-events': prune((tx) => pruneEvents(tx, EVENTS_KEPT_DAYS)),
    'prune-mails': prune((tx) => pruneMails(tx, MAILS_KEPT_DAYS)),
    'prune-failures': prune((tx) => pruneFailures(tx, FAILURES_KEPT_DAYS)),
  }
}

/** When each of the tasks of `houseTasks` runs (UTC); one that a stopped server missed is made up for within its period. */
export const HOUSE_CRONTAB = [
  '37 * * * * forget-intentions ?fill=1h',
  '7 3 * * * prune-events ?fill=1d',
  '17 3 * * * prune-mails ?fill=1d',
  '27 3 * * * prune-failures ?fill=1d',
] as const
