import { Logger, run, type Task } from 'graphile-worker'
import pg from 'pg'
import { enqueueJob, type FailedJob, findFailedJobs } from './store/jobs.ts'
import type { Tx } from './transaction.ts'

/** What a task knows of its run: `lastTry` when a failure will not be tried again; `signal` fires when the program ends. */
export type JobRun = { readonly tries: number; readonly lastTry: boolean; readonly signal: AbortSignal }

/** Work by name. A task may run twice (a crash after the work, before its tick): its effect must bear that. A task that
 *  throws is tried again after about 3, 7, 20, 55 s ... at most 6 h, 25 times in all; then it is a dead letter. */
export type Tasks = Readonly<Record<string, (payload: unknown, run: JobRun) => Promise<void>>>

export type JobsOptions = {
  /** The product's login; the worker takes the role dandelion_jobs. */
  readonly connection: pg.ClientConfig
  readonly tasks: Tasks
  /** Lines such as `0 3 * * * prune-events ?fill=1d` (UTC): a clock missed within `fill` is made up for. */
  readonly crontab?: readonly string[]
  readonly onFailure?: (failure: { task: string; tries: number; lastTry: boolean; error: unknown }) => void
  readonly onError?: (error: unknown) => void
}

/** This process's workers on the queue. */
export type RunningJobs = {
  /** Takes no more work, waits for what runs (5 s, then its signal fires), and lets go of the database. */
  stop(): Promise<void>
}

const CONCURRENCY = 4
const POLL_MS = 1_000
const STOP_WAIT_MS = 5_000
const CONNECT_LIMIT_MS = 2_000

/** Starts working on the queue. Any number of processes may do so: a job is taken by one. */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { connection, onError = () => {} } = options
  const pool = new pg.Pool({
    ...connection,
    options: `${connection.options ?? ''} -c role=dandelion_jobs`.trim(),
    application_name: 'dandelion jobs',
    max: CONCURRENCY + 2,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const runner = await run({
    pgPool: pool,
    taskList: tasksFor(options),
    crontab: (options.crontab ?? []).join('\n'),
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    gracefulShutdownAbortTimeout: STOP_WAIT_MS,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') onError(new Error(message))
    }),
  })
  runner.promise.catch(onError)
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}

function tasksFor({ tasks, onFailure }: JobsOptions): Record<string, Task> {
  const entries = Object.entries(tasks).map(([name, work]): [string, Task] => [
    name,
    async (payload, helpers) => {
      const { attempts, max_attempts } = helpers.job
      const run: JobRun = { tries: attempts, lastTry: attempts >= max_attempts, signal: helpers.abortSignal }
      try {
        await work(payload, run)
      } catch (error) {
        onFailure?.({ task: name, tries: run.tries, lastTry: run.lastTry, error })
        throw error
      }
    },
  ])
  return Object.fromEntries(entries)
}

/** Puts a job into the queue; it exists exactly if the transaction commits. A second job with the same `key` replaces
 *  the first as long as that waits: `key` makes a clock movable. `runAt` absent: at once. */
export async function enqueue(
  tx: Tx,
  job: { readonly task: string; readonly payload?: unknown; readonly runAt?: Date; readonly key?: string },
): Promise<void> {
  await enqueueJob(tx, job)
}

/** Jobs that were tried to the end, newest first, at most 200: what and why, never their payload. */
export async function failedJobs(tx: Tx): Promise<FailedJob[]> {
  return findFailedJobs(tx)
}
