import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import type { Database } from './database.ts'
import { enqueue, failedJobs, type JobsOptions, type RunningJobs, startJobs } from './jobs.ts'

let fresh: FreshDatabase
let database: Database
let running: RunningJobs | undefined
const app = { role: 'app' } as const
const jobs = { role: 'jobs' } as const

beforeEach(async () => {
  fresh = await freshDatabase()
  database = fresh.open(fresh.connection)
})

afterEach(async () => {
  await running?.stop()
  running = undefined
  await database.close()
  await fresh.drop()
})

/** A promise with its handle outside. */
function signal<T = void>() {
  let give: (value: T) => void = () => {}
  const given = new Promise<T>((resolve) => {
    give = resolve
  })
  return { give, given }
}

async function work(options: Omit<JobsOptions, 'connection'>): Promise<void> {
  running = await startJobs({ connection: fresh.connection, ...options })
}

const put = (job: Parameters<typeof enqueue>[1]) => database.transaction(app, (tx) => enqueue(tx, job))

test('a job put by the app is worked on, with its payload', async () => {
  const done = signal<unknown>()
  await work({ tasks: { brew: async (payload) => done.give(payload) } })
  await put({ task: 'brew', payload: { cups: 2 } })
  expect(await done.given).toEqual({ cups: 2 })
})

test('a job of a transaction that is rolled back does not exist', async () => {
  const seen: unknown[] = []
  const done = signal()
  await work({
    tasks: {
      brew: async (payload) => {
        seen.push(payload)
        done.give()
      },
    },
  })
  const failing = database.transaction(app, async (tx) => {
    await enqueue(tx, { task: 'brew', payload: 1 })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await put({ task: 'brew', payload: 2 })
  await done.given
  expect(seen).toEqual([2])
})

test('a clock that is moved rings once, at its new time', async () => {
  const rung = signal<unknown>()
  await put({ task: 'ring', payload: 'old', key: 'jam:1', runAt: new Date(Date.now() + 3_600_000) })
  await put({ task: 'ring', payload: 'new', key: 'jam:1', runAt: new Date(Date.now() - 1_000) })
  const seen: unknown[] = []
  await work({
    tasks: {
      ring: async (payload) => {
        seen.push(payload)
        rung.give(payload)
      },
    },
  })
  expect(await rung.given).toBe('new')
  await running?.stop()
  running = undefined
  const left = await database.transaction(jobs, (tx) => tx.rows('select 1 from graphile_worker._private_jobs'))
  expect({ seen, left }).toEqual({ seen: ['new'], left: [] })
})

test('a job that fails is tried again', async () => {
  const done = signal<number>()
  const again = async () => {
    await database.transaction(jobs, (tx) => tx.rows('update graphile_worker._private_jobs set run_at = now()'))
  }
  const failed = signal()
  await work({
    tasks: {
      brew: async (_, run) => {
        if (run.tries === 1) throw new Error('no water')
        done.give(run.tries)
      },
    },
    onFailure: () => failed.give(),
  })
  await put({ task: 'brew' })
  await failed.given
  while (
    !(await database.transaction(jobs, (tx) =>
      tx.row('select 1 from graphile_worker._private_jobs where last_error is not null'),
    ))
  ) {}
  await again()
  expect(await done.given).toBe(2)
})

test('a job tried to the end is listed with its reason and without its payload', async () => {
  const failed = signal<boolean>()
  await put({ task: 'brew', payload: { secret: 'bergamot' } })
  await database.transaction(jobs, (tx) => tx.rows('update graphile_worker._private_jobs set max_attempts = 1'))
  await work({
    tasks: {
      brew: async () => {
        throw new Error('no water\nsecond line')
      },
    },
    onFailure: ({ lastTry }) => failed.give(lastTry),
  })
  expect(await failed.given).toBe(true)
  await running?.stop()
  running = undefined
  const list = await database.transaction(app, failedJobs)
  expect(list).toMatchObject([{ task: 'brew', tries: 1, error: 'no water' }])
  expect(JSON.stringify(list)).not.toContain('bergamot')
})

test('the app cannot read the queue', async () => {
  const reading = database.transaction(app, (tx) => tx.rows('select * from graphile_worker._private_jobs'))
  await expect(reading).rejects.toMatchObject({ code: '42501' })
})

test('stopping waits for the job under way', async () => {
  const started = signal()
  const go = signal()
  let finished = false
  await work({
    tasks: {
      brew: async () => {
        started.give()
        await go.given
        finished = true
      },
    },
  })
  await put({ task: 'brew' })
  await started.given
  const stopping = running?.stop()
  running = undefined
  go.give()
  await stopping
  expect(finished).toBe(true)
})

async function behindItsBack(text: string): Promise<void> {
  await fresh.root.query(text)
}

test('work that cannot be ticked off stops nothing: it is done again, and what comes after it is done', async () => {
  const done: unknown[] = []
  const both = signal()
  const errors: unknown[] = []
  await work({
    tasks: {
      brew: async (payload) => {
        if (done.length === 0) await behindItsBack('revoke delete on graphile_worker._private_jobs from dandelion_jobs')
        done.push(payload)
        if (new Set(done).size === 2) both.give()
      },
    },
    onError: (error) => errors.push(error),
  })
  await put({ task: 'brew', payload: 'first' })
  while (errors.length === 0) await new Promise(setImmediate)
  await behindItsBack('grant delete on graphile_worker._private_jobs to dandelion_jobs')
  await put({ task: 'brew', payload: 'second' })
  await both.given
  expect(done.slice(0, 1)).toEqual(['first'])
  expect(done).toContain('second')
})

/** What a process holds that began a job named `payload` at a time, under the name of its workers. */
async function holdAsOther(name: string): Promise<void> {
  await put({ task: 'brew', payload: name })
  await behindItsBack(
    `update graphile_worker._private_jobs set locked_by = '${name}', locked_at = now() - interval '1 minute', attempts = 1
      where locked_by is null`,
  )
}

test('a job of a process that died is taken by another at once; one of a living process stays with it', async () => {
  const living = new pg.Client(fresh.connection)
  await living.connect()
  await living.query(`select pg_advisory_lock(${0x6a6f6273}, hashtext('living'))`)
  await holdAsOther('living')
  await holdAsOther('dead')
  const taken: unknown[] = []
  const ofTheDead = signal()
  const last = signal()
  await work({
    tasks: {
      brew: async (payload) => {
        taken.push(payload)
        if (payload === 'dead') ofTheDead.give()
        if (payload === 'last') last.give()
      },
    },
  })
  // What is held is given back in one statement, and older work is taken first: the living one's would be seen by now.
  await ofTheDead.given
  await put({ task: 'brew', payload: 'last' })
  await last.given
  await living.end()
  expect(taken).toEqual(['dead', 'last'])
})
