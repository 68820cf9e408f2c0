import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import type { Database } from './database.ts'
import { type EventTail, startEventTail } from './event-tail.ts'
import type { SequencedEvent } from './events.ts'
import { emit } from './outbox.ts'
import { SEQUENCE, type Sequencer, startSequencer } from './sequencer.ts'
import type { Tx } from './transaction.ts'

let fresh: FreshDatabase
let database: Database
const running: (Sequencer | EventTail)[] = []

beforeEach(async () => {
  fresh = await freshDatabase()
  database = fresh.open(fresh.connection)
})

afterEach(async () => {
  for (const part of running.splice(0)) await part.stop()
  await database.close()
  await fresh.drop()
})

const app = { role: 'app' } as const
const jobs = { role: 'jobs' } as const
const tell = (tx: Tx, number: number) => emit(tx, { type: 'tea.made', topics: ['pot:1'], facts: { number } })
const numbers = (events: readonly SequencedEvent[]) => events.map((event) => event.facts.number)

function sequencer(options: Partial<Parameters<typeof startSequencer>[0]> = {}): Sequencer {
  const started = startSequencer({ database, ...options })
  running.push(started)
  return started
}

/** Everything the tail hands on, and a promise for the moment when a number of events is there. */
async function listening() {
  const tail = await startEventTail({ database })
  running.push(tail)
  const heard: SequencedEvent[] = []
  let wake = () => {}
  tail.subscribe((events) => {
    heard.push(...events)
    wake()
  })
  const until = async (count: number): Promise<SequencedEvent[]> => {
    while (heard.length < count) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return heard
  }
  return { tail, heard, until }
}

/** Tells in a transaction that goes on: the event is written now and not only with the commit. */
async function tellNow(tx: Tx, number: number): Promise<void> {
  await tell(tx, number)
  await tx.rows('select 1')
}

/** A transaction that stays open until it is told to commit. */
function openTransaction(work: (tx: Tx) => Promise<void>) {
  let commit = () => {}
  const held = new Promise<void>((resolve) => {
    commit = resolve
  })
  let told = () => {}
  const ready = new Promise<void>((resolve) => {
    told = resolve
  })
  const done = database.transaction(app, async (tx) => {
    await work(tx)
    told()
    await held
  })
  const commitNow = async (): Promise<void> => {
    commit()
    await done
  }
  return { ready, commit: commitNow }
}

test('events of one transaction are heard in the order in which they were told', async () => {
  sequencer()
  const { until } = await listening()
  await database.transaction(app, async (tx) => {
    for (let number = 1; number <= 20; number++) await tell(tx, number)
  })
  expect(numbers(await until(20))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
})

test('positions are consecutive from 1', async () => {
  sequencer()
  const { until } = await listening()
  for (let number = 0; number < 5; number++) await database.transaction(app, (tx) => tell(tx, number))
  expect((await until(5)).map((event) => event.position)).toEqual([1, 2, 3, 4, 5])
})

test('an event of a transaction that is rolled back is never heard', async () => {
  sequencer()
  const { until } = await listening()
  const failing = database.transaction(app, async (tx) => {
    await tell(tx, 1)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await database.transaction(app, (tx) => tell(tx, 2))
  expect(numbers(await until(1))).toEqual([2])
})

test('a transaction that commits late is not skipped', async () => {
  sequencer()
  const { until } = await listening()
  const late = openTransaction((tx) => tellNow(tx, 1))
  await late.ready
  await database.transaction(app, (tx) => tell(tx, 2))
  expect(numbers(await until(1))).toEqual([2])
  await late.commit()
  expect(numbers(await until(2))).toEqual([2, 1])
})

test('negative control: a reader that remembers the last id it saw misses the late commit', async () => {
  const read = async (after: string): Promise<{ id: string; number: number }[]> =>
    database.transaction(jobs, (tx) =>
      tx.rows(`select id, (facts->>'number')::int as number from event where id > $1 order by id`, [after]),
    )
  const late = openTransaction((tx) => tellNow(tx, 1))
  await late.ready
  await database.transaction(app, (tx) => tell(tx, 2))
  const first = await read('00000000-0000-0000-0000-000000000000')
  await late.commit()
  const second = await read(first.at(-1)?.id ?? '')
  expect([...first, ...second].map((row) => row.number)).toEqual([2])
})

test('two sequencers at once give every event one position and leave no gap', async () => {
  const other = fresh.open(fresh.connection)
  sequencer()
  sequencer({ database: other })
  const { until } = await listening()
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; n < 25; n++) await database.transaction(app, (tx) => tell(tx, writer * 25 + n))
  })
  await Promise.all(writers)
  const heard = await until(200)
  expect(heard.map((event) => event.position)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  expect(new Set(numbers(heard)).size).toBe(200)
  await running.splice(1, 1)[0]?.stop()
  await other.close()
})

test('two processes in sequence count every event once', async () => {
  await asSuperuser('create table tally (n int); insert into tally values (0); grant all on tally to dandelion_jobs')
  const count = (tx: Tx, events: readonly SequencedEvent[]) =>
    tx.rows('update tally set n = n + $1', [events.length]).then(() => {})
  const other = fresh.open(fresh.connection)
  sequencer({ inSequence: count })
  sequencer({ database: other, inSequence: count })
  const { until } = await listening()
  await Promise.all(Array.from({ length: 60 }, (_, n) => database.transaction(app, (tx) => tell(tx, n))))
  await until(60)
  const row = await database.transaction(jobs, (tx) => tx.row<{ n: number }>('select n from tally'))
  expect(row?.n).toBe(60)
  await running.splice(1, 1)[0]?.stop()
  await other.close()
})

test('an effect that fails for one event does not hold up the others, and is set aside with its reason', async () => {
  const done: unknown[] = []
  const inSequence = async (_: Tx, events: readonly SequencedEvent[]) => {
    if (events.some((event) => event.facts.number === 3)) throw new TypeError('poison')
    done.push(...numbers(events))
  }
  const { until } = await listening()
  await database.transaction(app, async (tx) => {
    for (let number = 1; number <= 6; number++) await tell(tx, number)
  })
  sequencer({ inSequence })
  expect(numbers(await until(6))).toEqual([1, 2, 3, 4, 5, 6])
  expect(done).toEqual([1, 2, 4, 5, 6])
  const aside = await database.transaction(jobs, (tx) => tx.rows('select consumer, error from event_failure'))
  expect(aside).toEqual([{ consumer: SEQUENCE, error: 'TypeError: poison' }])
})

test('an effect that fails only when it is sent to the database is set aside as well', async () => {
  const inSequence = async (tx: Tx, events: readonly SequencedEvent[]) => {
    if (events.some((event) => event.facts.number === 1)) tx.later('select 1 / $1::int', [0])
  }
  const { until } = await listening()
  sequencer({ inSequence })
  await database.transaction(app, (tx) => tell(tx, 1))
  await database.transaction(app, (tx) => tell(tx, 2))
  expect(numbers(await until(2))).toEqual([1, 2])
})

test('a sequencer that hears nothing finds what was committed within its poll', async () => {
  sequencer()
  const { until } = await listening()
  await asSuperuser(
    `insert into event (id, type, topics, facts) values (gen_random_uuid(), 't', '{}', '{"number": 7}')`,
  )
  expect(numbers(await until(1))).toEqual([7])
})

test('readers are woken at most every 100 ms, however much is written', async () => {
  let woken = 0
  const unlisten = await database.listen('dandelion_event', () => woken++)
  sequencer()
  const { until } = await listening()
  const startedAt = performance.now()
  for (let n = 0; n < 200; n++) await database.transaction(app, (tx) => tell(tx, n))
  await until(200)
  const windows = Math.ceil((performance.now() - startedAt) / 100) + 2
  await unlisten()
  expect(woken).toBeLessThanOrEqual(windows)
})

test('the app can tell events but cannot read them', async () => {
  await database.transaction(app, (tx) => tell(tx, 1))
  await expect(database.transaction(app, (tx) => tx.rows('select * from event'))).rejects.toMatchObject({
    code: '42501',
  })
})

async function asSuperuser(text: string): Promise<void> {
  await fresh.root.query(text)
}
