import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { type LiveReader, openReader } from '../../../test/live-reader.ts'
import { Refusal } from '../../kernel/index.ts'
import { type Database, openDatabase } from '../database.ts'
import { type EventTail, startEventTail } from '../event-tail.ts'
import type { SequencedEvent } from '../events.ts'
import { openHttp } from '../http/app.ts'
import { emit } from '../outbox.ts'
import { type Sequencer, startSequencer } from '../sequencer.ts'
import { type Live, registerLive } from './register-live.ts'
import type { LiveRules } from './rules.ts'

const rules: LiveRules = {
  travels: { 'cup.filled': ['n'], 'pot.counted': ['cups'] },
  latest: ['pot.counted'],
  wholeKinds: ['house'],
  counted: ['cup.filled'],
  revocations: {
    'session.ended': (event) => ({ sessionId: event.facts.sessionId as string }),
    'pot.closed': (event) => ({ topics: event.topics }),
  },
}

let fresh: FreshDatabase
let database: Database
let tail: EventTail
let sequencer: Sequencer
let app: FastifyInstance
let live: Live
let origin: string
const readers: LiveReader[] = []
/** Sessions that have ended, and topics that are closed to the person of the header `x-person`. */
const ended = new Set<string>()
const closed = new Set<string>()
/** Runs after a right was read and before the stream is opened. */
let afterAsking: (() => Promise<void>) | undefined

beforeEach(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.connection)
  sequencer = startSequencer({ database })
  await serve(rules)
})

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close()
  ended.clear()
  closed.clear()
  afterAsking = undefined
  await app.close()
  await tail.stop()
  await sequencer.stop()
  await database.close()
  await fresh.drop()
})

async function serve(served: LiveRules): Promise<void> {
  tail = await startEventTail({ database })
  app = await openHttp({
    publicUrl: new URL('http://127.0.0.1'),
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    sayTo: () => (key: string) => key,
  } as unknown as Parameters<typeof openHttp>[0])
  live = registerLive(app, { database, tail, rules: served, authorise })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}

async function authorise(request: { headers: Record<string, unknown> }, topics: readonly string[]) {
  const sessionId = String(request.headers['x-session'] ?? 's1')
  if (ended.has(sessionId)) throw new Refusal('sign-in.needed', { status: 401 })
  const during = afterAsking
  afterAsking = undefined
  await during?.()
  const open = topics.filter((topic) => !closed.has(topic) && !topic.startsWith('secret:'))
  return { personId: `p-${sessionId}`, sessionId, granted: open.map((topic) => ({ topic, audience: 'all' })) }
}

async function read(topics: string, given: { after?: number; session?: string; lastId?: string } = {}) {
  const after = given.after === undefined ? '' : `&after=${given.after}`
  const headers = { 'x-session': given.session ?? 's1', ...(given.lastId && { 'last-event-id': given.lastId }) }
  const reader = await openReader({ url: `${origin}/api/live?topics=${topics}${after}`, headers })
  readers.push(reader)
  return reader
}

const tell = (topics: string[], n: number, type = 'cup.filled') =>
  database.transaction({ role: 'app' }, (tx) => emit(tx, { type, topics, facts: { n, cups: n, words: 'not for you' } }))

/** All the numbers that a reader heard, each once: a place seen before is not news. */
function heard(...parts: LiveReader[]): unknown[] {
  const seen = new Set<number>()
  const events = parts.flatMap((reader) => reader.frames.flatMap((frame) => frame.events))
  return events
    .filter(({ position }) => !seen.has(position) && seen.add(position))
    .map((event) => event.n ?? event.cups)
}

/** Waits until the process has heard an event with the number. */
function handedOn(n: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = tail.subscribe((events: readonly SequencedEvent[]) => {
      if (!events.some((event) => event.facts.n === n)) return
      stop()
      resolve()
    })
  })
}

const counting = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

test('a reader hears what happens in its topic, and nothing of others', async () => {
  const reader = await read('pot:1')
  await tell(['pot:2'], 1)
  await tell(['pot:1'], 2)
  await reader.until(() => reader.frames.length > 0)
  expect(heard(reader)).toEqual([2])
})

test('words never travel', async () => {
  const reader = await read('pot:1')
  await tell(['pot:1'], 1)
  await reader.until(() => reader.frames.length > 0)
  expect(JSON.stringify(reader.frames)).not.toContain('not for you')
})

test('a topic that is not granted is left out, and only such topics are like nothing at all', async () => {
  const reader = await read('pot:1,secret:1')
  expect(reader.hello?.topics).toEqual(['pot:1'])
  expect((await read('secret:1')).status).toBe(404)
})

test('a topic of a wrong shape is refused', async () => {
  expect((await read('pot')).status).toBe(400)
})

test('more than fifty topics are refused', async () => {
  const many = (count: number) =>
    counting(1, count)
      .map((n) => `pot:${n}`)
      .join(',')
  expect([(await read(many(50))).status, (await read(many(51))).status]).toEqual([200, 400])
})

test('a whole house hears counts about once a second, not each cup', async () => {
  const reader = await read('house:1')
  for (let n = 1; n <= 30; n++) await tell(['house:1'], n)
  await tell(['house:1'], 30, 'pot.counted')
  await reader.until(() => heard(reader).includes(30))
  const counted = reader.frames.reduce((sum, frame) => sum + (frame.counted?.['cup.filled'] ?? 0), 0)
  expect(counted).toBe(30)
  expect(reader.frames.length).toBeLessThanOrEqual(3)
})

test('a reader who comes back with its last place has missed nothing', async () => {
  const first = await read('pot:1,house:1')
  for (let n = 1; n <= 5; n++) await tell(['pot:1'], n)
  await first.until(() => heard(first).length === 5)
  first.close()
  for (let n = 6; n <= 10; n++) await tell(['pot:1'], n)
  const second = await read('pot:1,house:1', { lastId: first.lastId() ?? '' })
  await second.until(() => heard(first, second).length === 10)
  expect(heard(first, second)).toEqual(counting(1, 10))
})

test('negative control: a reader who comes back without its place misses what happened in between', async () => {
  const first = await read('pot:1')
  first.close()
  const gone = handedOn(1)
  await tell(['pot:1'], 1)
  await gone
  await passATickOfAll('s2')
  const second = await read('pot:1')
  await tell(['pot:1'], 2)
  await second.until(() => heard(second).includes(2))
  expect(heard(second)).toEqual([2])
})

/** Everything that was handed on until now has been sent to everybody when a whole topic's frame arrives. */
async function passATickOfAll(session: string): Promise<void> {
  const witness = await read('house:9', { session })
  await tell(['house:9'], 0, 'pot.counted')
  await witness.until(() => witness.frames.length > 0)
  witness.close()
}

test('a place from before this process started is read from the outbox', async () => {
  for (let n = 1; n <= 20; n++) await tell(['pot:1'], n)
  const arrived = handedOn(21)
  await tell(['pot:2'], 21)
  await arrived
  await app.close()
  await tail.stop()
  await serve(rules)
  const reader = await read('pot:1', { after: 0 })
  await reader.until(() => heard(reader).length === 20)
  expect(heard(reader)).toEqual(counting(1, 20))
})

test('a reader who missed too much is told to fetch anew', async () => {
  const arrived = handedOn(300)
  await database.transaction({ role: 'app' }, async (tx) => {
    for (let n = 1; n <= 300; n++) await emit(tx, { type: 'cup.filled', topics: ['pot:1'], facts: { n } })
  })
  await arrived
  const reader = await read('pot:1', { after: 0 })
  await reader.until(() => reader.frames.length > 0)
  expect(reader.frames[0]).toMatchObject({ topic: 'pot:1', events: [], reset: true })
})

test('a place that this database never reached is a reset to where it is', async () => {
  const reader = await read('pot:1', { after: 1_000_000 })
  await reader.until(() => reader.frames.length > 0)
  expect(reader.frames[0]).toMatchObject({ cursor: 0, reset: true })
})

test('no event is lost or doubled for readers whose connections keep breaking', async () => {
  const parts: LiveReader[] = []
  let reader = await read('pot:1,house:1')
  parts.push(reader)
  const last = 120
  for (let n = 1; n <= last; n++) {
    await tell(['pot:1', 'house:1'], n)
    if (n % 10 !== 0) continue
    reader.close()
    reader = await read('pot:1,house:1', { lastId: reader.lastId() ?? '' })
    parts.push(reader)
  }
  await reader.until(() => heard(...parts).includes(last))
  expect(heard(...parts)).toEqual(counting(1, last))
})

test('an ended session hears nothing more and its stream is cut within a second', async () => {
  const reader = await read('pot:1', { session: 'leaver' })
  ended.add('leaver')
  const startedAt = performance.now()
  await database.transaction({ role: 'app' }, (tx) =>
    emit(tx, { type: 'session.ended', topics: [], facts: { sessionId: 'leaver' } }),
  )
  await tell(['pot:1'], 1)
  await reader.ended
  expect(performance.now() - startedAt).toBeLessThan(1_000)
  expect(heard(reader)).toEqual([])
})

test('negative control: without the rule the stream of an ended session goes on', async () => {
  await app.close()
  await tail.stop()
  await serve({ ...rules, revocations: {} })
  const reader = await read('pot:1', { session: 'leaver' })
  ended.add('leaver')
  await database.transaction({ role: 'app' }, (tx) =>
    emit(tx, { type: 'session.ended', topics: [], facts: { sessionId: 'leaver' } }),
  )
  await tell(['pot:1'], 1)
  await reader.until(() => heard(reader).length === 1)
  expect(heard(reader)).toEqual([1])
})

test('a right that is taken while the stream is being opened is noticed', async () => {
  afterAsking = async () => {
    ended.add('leaver')
    const arrived = handedOn(1)
    const facts = { sessionId: 'leaver', n: 1 }
    await database.transaction({ role: 'app' }, (tx) => emit(tx, { type: 'session.ended', topics: [], facts }))
    await arrived
  }
  expect((await read('pot:1', { session: 'leaver' })).status).toBe(401)
})

test('a reader whose server is gone goes on at another one without a gap', async () => {
  const first = await read('pot:1')
  await tell(['pot:1'], 1)
  await first.until(() => heard(first).length === 1)
  await app.close()
  await tail.stop()
  await tell(['pot:1'], 2)
  await serve(rules)
  await tell(['pot:1'], 3)
  const second = await read('pot:1', { lastId: first.lastId() ?? '' })
  await second.until(() => heard(first, second).length === 3)
  expect(heard(first, second)).toEqual([1, 2, 3])
})

test('a stream whose right still holds goes on without a gap after it was asked for', async () => {
  const reader = await read('pot:1')
  await tell(['pot:1'], 1)
  await database.transaction({ role: 'app' }, (tx) => emit(tx, { type: 'pot.closed', topics: ['pot:1'], facts: {} }))
  await tell(['pot:1'], 2)
  await reader.until(() => heard(reader).includes(2))
  expect(heard(reader)).toEqual([1, 2])
})

test('a stream of which one topic was closed is cut, and comes back with the others', async () => {
  const reader = await read('pot:1,pot:2')
  closed.add('pot:1')
  await database.transaction({ role: 'app' }, (tx) => emit(tx, { type: 'pot.closed', topics: ['pot:1'], facts: {} }))
  await reader.ended
  expect((await read('pot:1,pot:2')).hello?.topics).toEqual(['pot:2'])
})

test('a session has a limited number of streams, and another one still gets in', async () => {
  for (let n = 0; n < 12; n++) await read('pot:1', { session: 'many' })
  expect([(await read('pot:1', { session: 'many' })).status, (await read('pot:1', { session: 'one' })).status]).toEqual(
    [429, 200],
  )
})

test('a closed stream makes room', async () => {
  const opened: LiveReader[] = []
  for (let n = 0; n < 12; n++) opened.push(await read('pot:1', { session: 'many' }))
  opened[0]?.close()
  const witness = await read('pot:1', { session: 'witness' })
  while (live.count() > 12) {
    await tell(['pot:1'], 1)
    await witness.until(() => witness.frames.length > 0)
    witness.frames.length = 0
  }
  expect((await read('pot:1', { session: 'many' })).status).toBe(200)
})

test('streams end when the server closes', async () => {
  const reader = await read('pot:1')
  await app.close()
  await reader.ended
  expect(live.count()).toBe(0)
})
