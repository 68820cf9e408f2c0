import { type Database, enqueue, type Tasks, type Tx } from '../platform/index.ts'
import { countPollsThatAreOver } from './count-polls.ts'

const COUNT = 'count-polls'

/** The clocks of polls. The task may run twice: a poll is counted once. */
export function pollTasks(database: Database): Tasks {
  return { [COUNT]: () => countPollsThatAreOver(database) }
}

/** Each minute, whatever became of the single clocks. */
export const POLL_CRONTAB: readonly string[] = [`* * * * * ${COUNT} ?fill=1h`]

/** A poll ends then; absent: now. */
export async function enqueueCounting(tx: Tx, pollId: string, runAt?: Date): Promise<void> {
  await enqueue(tx, { task: COUNT, key: `${COUNT}:${pollId}`, ...(runAt && { runAt }) })
}
