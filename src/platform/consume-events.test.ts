import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { consumeEvents } from './consume-events.ts'
import type { Database } from './database.ts'
import { type EventTail, startEventTail } from './event-tail.ts'
import type { SequencedEvent } from './events.ts'
import { emit } from './outbox.ts'
import { type Sequencer, startSequencer } from './sequencer.ts'
import { pruneEvents, readPrunedTo } from './store/events.ts'
import type { Tx } from './transaction.ts'

let fresh: FreshDatabase
let database: Database
let tail: EventTail
let sequencer: Sequencer
const jobs = { role: 'jobs' } as const

beforeEach(async () => {
  fresh = await freshDatabase()
  database = fresh.open(fresh.connection)
  tail = await startEventTail({ database })
  sequencer = startSequencer({ database })
})

afterEach(async () => {
  await sequencer.stop()
  await tail.stop()
  await database.close()
  await fresh.drop()
})

const tell = (count: number, from = 1) =>
  database.transaction({ role: 'app' }, async (tx) => {
    for (let n = from; n < from + count; n++) await emit(tx, { type: 'tea.made', topics: [], facts: { n } })
  })

/** A consumer that writes down what it handles, and a promise for the moment when it handled an event. */
function consumer(options: { failOn?: (event: SequencedEvent) => unknown } = {}) {
  const handled: number[] = []
  const waiting: { n: number; resolve: () => void }[] = []
  const handle = async (tx: Tx, events: readonly SequencedEvent[]): Promise<void> => {
    for (const event of events) {
      const error = options.failOn?.(event)
      if (error) throw error
    }
    tx.afterCommit(() => {
      const numbers = events.map(({ facts }) => facts.n as number)
      handled.push(...numbers)
      for (const one of waiting) if (numbers.includes(one.n)) one.resolve()
    })
  }
  const consuming = consumeEvents({ database, tail, name: 'letters', hears: ['tea.made'], handle, pollMs: 50 })
  const until = (n: number) =>
    handled.includes(n) ? undefined : new Promise<void>((resolve) => waiting.push({ n, resolve }))
  return { handled, until, stop: consuming.stop }
}

/** The reader has its place before anything is told. */
async function placed() {
  await database.transaction(jobs, (tx) => tx.rows(`insert into event_consumer values ('letters', 0)`))
}

test('a reader goes on where it stopped and handles nothing twice', async () => {
  await placed()
  const first = consumer()
  await tell(3)
  await first.until(3)
  await first.stop()
  await tell(3, 4)
  const second = consumer()
  await second.until(6)
  await second.stop()
  expect([...first.handled, ...second.handled]).toEqual([1, 2, 3, 4, 5, 6])
})

test('a failure undoes the whole batch, which is then handled again', async () => {
  await placed()
  let failures = 1
  const failOn = (event: SequencedEvent) => (event.facts.n === 2 && failures-- > 0 ? new TypeError('once') : undefined)
  const letters = consumer({ failOn })
  await tell(3)
  await letters.until(3)
  await letters.stop()
  expect(letters.handled).toEqual([1, 2, 3])
})

test('an event that can never be handled is set aside and the next ones flow on', async () => {
  await placed()
  const failOn = (event: SequencedEvent) => (event.facts.n === 2 ? new TypeError('never') : undefined)
  const letters = consumer({ failOn })
  await tell(3)
  await letters.until(3)
  await letters.stop()
  const aside = await database.transaction(jobs, (tx) => tx.rows('select consumer, error from event_failure'))
  expect(aside).toEqual([{ consumer: 'letters', error: 'TypeError: never' }])
  expect(letters.handled).toEqual([1, 3])
})

test('a lost connection is no reason to set an event aside', async () => {
  await placed()
  let failures = 7
  const lost = Object.assign(new Error('the database is starting'), { code: '57P03' })
  const letters = consumer({ failOn: () => (failures-- > 0 ? lost : undefined) })
  await tell(1)
  await letters.until(1)
  await letters.stop()
  const aside = await database.transaction(jobs, (tx) => tx.rows('select 1 from event_failure'))
  expect(aside).toEqual([])
})

test('events are pruned only when every reader has handled them', async () => {
  await placed()
  await tell(4)
  const letters = consumer()
  await letters.until(4)
  await letters.stop()
  await database.transaction(jobs, (tx) => tx.rows(`insert into event_consumer values ('slow', 2)`))
  await database.transaction(jobs, (tx) => tx.rows(`update event set emitted_at = now() - interval '8 days'`))
  expect(await database.transaction(jobs, (tx) => pruneEvents(tx, 7))).toBe(2)
  expect(await database.transaction(jobs, readPrunedTo)).toBe(2)
})

test('a reader with nothing new asks nothing of the database, and hears what comes next', async () => {
  await placed()
  let asked = 0
  const counting: Database = {
    ...database,
    transaction: (as, work, options) => {
      asked++
      return database.transaction(as, work, options)
    },
  }
  let looked = 0
  const watched: EventTail = {
    ...tail,
    position: () => {
      looked++
      return tail.position()
    },
  }
  const handled: unknown[] = []
  const handle = async (_tx: Tx, events: readonly SequencedEvent[]): Promise<void> => {
    handled.push(...events.map(({ facts }) => facts.n))
  }
  const idle = consumeEvents({
    database: counting,
    tail: watched,
    name: 'letters',
    hears: ['tea.made'],
    handle,
    pollMs: 5,
  })
  await tell(1)
  await vi.waitFor(() => expect(handled).toEqual([1]))
  const [looks, before] = [looked, asked]
  await vi.waitFor(() => expect(looked).toBeGreaterThan(looks + 20))
  expect(asked).toBeLessThan(before + 3)
  await tell(1, 2)
  await vi.waitFor(() => expect(handled).toEqual([1, 2]))
  await idle.stop()
})
