import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run, type Task, type WorkerEvents } from 'graphile-worker'
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
const CONNECT_LIMIT_MS = 10_000
const BETWEEN_STARTS_MS = 1_000
const SWEEP_MS = 10_000
/** The first half of the advisory locks by which workers are known to be alive: "jobs" in ASCII. */
const ALIVE = 0x6a6f6273

/** Starts working on the queue. Any number of processes may do so: a job is taken by one, and of a process that died
 *  (or lost the database while it ticked one off) others take it within seconds: it may then run twice. */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { connection, onError = () => {} } = options
  const pool = new pg.Pool({
    ...connection,
    options: `${connection.options ?? ''} -c role=dandelion_jobs`.trim(),
    application_name: 'dandelion jobs',
    max: CONCURRENCY + 3,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
  })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const sweeping = sweepEvery(pool, onError)
  let working = await startWorking(pool, options)
  let stopping = false
  let renewing = Promise.resolve()
  const renewWhenLost = (): void => {
    const lost = working
    lost.ended.then(() => {
      if (!stopping && working === lost) renewing = renew()
    })
  }
  // Work that cannot be ticked off ends the runner of graphile-worker; another takes its place once there is a database.
  const renew = async (): Promise<void> => {
    await working.letGo()
    while (!stopping) {
      await pause(BETWEEN_STARTS_MS)
      try {
        working = await startWorking(pool, options)
        return renewWhenLost()
      } catch (error) {
        onError(error)
      }
    }
  }
  renewWhenLost()
  return {
    async stop() {
      stopping = true
      await renewing
      await sweeping.stop()
      await working.stop()
      await pool.end()
    },
  }
}

type Working = {
  /** Settles, never with an error, when no more work is taken. */
  readonly ended: Promise<void>
  /** Ends the sign of life, so that what these workers still hold is taken by others. */
  letGo(): Promise<void>
  stop(): Promise<void>
}

/** Workers with a sign of life: an advisory lock on their name, which PostgreSQL takes back when the process dies. */
async function startWorking(pool: pg.Pool, options: JobsOptions): Promise<Working> {
  const { onError = () => {} } = options
  const events: WorkerEvents = new EventEmitter()
  const named = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)))
  const runner = await run({
    pgPool: pool,
    events,
    taskList: tasksFor(options),
    crontab: (options.crontab ?? []).join('\n'),
    // At 0 still one by one; without it a job that cannot be ticked off is an unhandled rejection.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    gracefulShutdownAbortTimeout: STOP_WAIT_MS,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') onError(new Error(message))
    }),
  })
  const ended = runner.promise.catch(onError)
  let isRunning = true
  ended.then(() => {
    isRunning = false
  })
  const client = await pool.connect()
  await client.query('select pg_advisory_lock($1, hashtext($2))', [ALIVE, await named])
  let isHeld = true
  const letGo = async (): Promise<void> => {
    if (isHeld) client.release(true)
    isHeld = false
  }
  return {
    ended,
    letGo,
    async stop() {
      if (isRunning) await runner.stop()
      await letGo()
    },
  }
}

/** Gives jobs back to the queue whose workers show no sign of life. */
function sweepEvery(pool: pg.Pool, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const sweep = () => pool.query(RELEASE_OF_THE_DEAD, [ALIVE]).then(() => {}, onError)
  let sweeping = sweep()
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep)
  }, SWEEP_MS)
  return {
    async stop() {
      clearInterval(timer)
      await sweeping
    },
  }
}

// A job that was just taken may be that of workers about to give their sign of life.
const RELEASE_OF_THE_DEAD = `
  select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs as j
   where locked_by is not null and locked_at < now() - interval '5 s'
     and not exists (select 1 from pg_locks
                      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
                        and classid::bigint = $1 and objid::bigint = hashtext(j.locked_by)::bigint & 4294967295)
  having count(*) > 0`

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
