import http, { type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LiveReader, openReader } from '../../../test/live-reader.ts'
import type { SequencedEvent } from '../events.ts'
import { openFanOut } from './fan-out.ts'
import { encodeMessage } from './frames.ts'
import type { LiveStream } from './stream.ts'
import { WAITING_MAX } from './stream.ts'

// Real connections, with ticks as fast as they go, so that what the operating system buffers fills up too.
const rules = { travels: { 'cup.filled': ['n'] } }
const EVENTS_A_TICK = 150
const TICKS_MAX = 20_000

let server: http.Server
let url: string
let nowMs: number
let told: SequencedEvent[]
let fanOut: ReturnType<typeof openFanOut>
let streams: LiveStream[]
const readers: LiveReader[] = []

beforeEach(async () => {
  nowMs = 0
  told = []
  streams = []
  fanOut = openFanOut({
    rules,
    start: 0,
    nowMs: () => nowMs,
    findMissed: async ({ after, upTo }) => (upTo - after > 2_000 ? undefined : told.slice(after, upTo)),
  })
  server = http.createServer((_, response) => open(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

function open(response: ServerResponse): void {
  response.removeHeader('transfer-encoding')
  response.writeHead(200, { connection: 'close' })
  const granted = [{ topic: 'pot:1', audience: 'all' }]
  const stream: LiveStream = {
    request: {} as FastifyRequest,
    response,
    reader: { personId: null, sessionId: null, granted },
    endsAtMs: Number.POSITIVE_INFINITY,
    state: 'held',
    sentTo: fanOut.sentTo(),
    heldSinceMs: nowMs,
    sentAtMs: nowMs,
    checking: false,
    catching: false,
    next: undefined,
  }
  response.write(encodeMessage({ cursor: stream.sentTo, topics: ['pot:1'] }, { event: 'hello' }))
  response.on('close', () => fanOut.remove(stream))
  response.on('error', () => {})
  streams.push(stream)
  fanOut.add(stream)
}

async function connect(): Promise<{ reader: LiveReader; stream: LiveStream }> {
  const reader = await openReader({ url })
  readers.push(reader)
  return { reader, stream: streams.at(-1) as LiveStream }
}

function tick(): void {
  const events = Array.from({ length: EVENTS_A_TICK }, (_, i): SequencedEvent => {
    const position = told.length + i + 1
    const at = new Date(0)
    return {
      id: String(position),
      position,
      type: 'cup.filled',
      topics: ['pot:1'],
      facts: { n: position },
      personId: null,
      at,
    }
  })
  told.push(...events)
  fanOut.hear(events)
  fanOut.tick(true)
}

/** Lets the event loop turn once, so that bytes move. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Is everything full, down to the operating system: nothing moves for a reader who takes nothing? */
const isStuck = ({ state, response }: LiveStream): boolean => state === 'held' && response.writableLength > 0

/** Ticks until the stream is stuck; gives the most bytes that waited for it. `others` keep up. */
async function tickUntilStuck(stream: LiveStream, others: readonly LiveReader[] = []): Promise<number> {
  let most = 0
  for (let ticks = 0; !isStuck(stream) && ticks < TICKS_MAX; ticks++) {
    tick()
    most = Math.max(most, stream.response.writableLength)
    for (const other of others) await other.until(() => other.frames.at(-1)?.cursor === told.length)
    for (let turns = 0; turns < 5; turns++) await turn()
  }
  return most
}

test('for a reader who takes nothing at most 64 KiB wait, and others hear everything', async () => {
  const slow = await connect()
  const quick = await connect()
  slow.reader.pause()
  const most = await tickUntilStuck(slow.stream, [quick.reader])
  expect(isStuck(slow.stream)).toBe(true)
  expect(most).toBeLessThanOrEqual(WAITING_MAX)
  const heard = quick.reader.frames.flatMap((frame) => frame.events.map((event) => event.position))
  expect(heard).toEqual(told.map((event) => event.position))
})

test('a reader who takes again is told what it missed or to fetch anew, and then hears on', async () => {
  const slow = await connect()
  slow.reader.pause()
  await tickUntilStuck(slow.stream)
  for (let ticks = 0; ticks < 20; ticks++) tick()
  slow.reader.resume()
  while (slow.stream.state === 'held') {
    fanOut.tick(true)
    await turn()
  }
  await slow.reader.until(() => slow.reader.frames.at(-1)?.cursor === told.length)
  expect(gaps(slow.reader)).toEqual([])
})

/** Positions that were neither heard nor covered by a reset. */
function gaps(reader: LiveReader): number[] {
  const missing: number[] = []
  let reached = 0
  for (const frame of reader.frames) {
    const fresh = frame.events.filter(({ position }) => position > reached)
    if (!frame.reset) {
      for (let position = reached + 1; position < (fresh[0]?.position ?? 0); position++) missing.push(position)
    }
    reached = Math.max(reached, frame.cursor)
  }
  return missing
}

test('a reader who takes nothing for ten seconds is closed', async () => {
  const slow = await connect()
  slow.reader.pause()
  await tickUntilStuck(slow.stream)
  nowMs += 10_001
  fanOut.tick(true)
  expect([slow.stream.state, fanOut.streams.size]).toEqual(['closed', 0])
})

test('a quiet stream gets a sign of life with its place', async () => {
  const { reader, stream } = await connect()
  tick()
  await reader.until(() => reader.frames.length > 0)
  nowMs += 15_000
  const before = reader.frames.length
  fanOut.hear([{ ...(told[0] as SequencedEvent), position: told.length + 1, topics: ['pot:2'] }])
  fanOut.tick(true)
  fanOut.sweep()
  const id = String(told.length + 1)
  while (reader.lastId() !== id) await turn()
  expect([reader.frames.length, stream.sentAtMs]).toEqual([before, 15_000])
})

test('a stream that is old enough is closed, so that its rights are read anew', async () => {
  const { reader, stream } = await connect()
  Object.assign(stream, { endsAtMs: 1_000 })
  nowMs = 1_001
  fanOut.sweep()
  await reader.ended
  expect(stream.state).toBe('closed')
})
