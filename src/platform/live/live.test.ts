import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LiveReader } from '../../../test/live-reader.ts'
import { counting, heard, type LiveServer, openLiveServer } from '../../../test/live-server.ts'
import { emit } from '../outbox.ts'

let server: LiveServer

beforeEach(async () => {
  server = await openLiveServer()
})

afterEach(() => server.close())

test('a reader hears what happens in its topic, and nothing of others', async () => {
  const reader = await server.read('pot:1')
  await server.tell(['pot:2'], 1)
  await server.tell(['pot:1'], 2)
  await reader.until(() => reader.frames.length > 0)
  expect(heard(reader)).toEqual([2])
})

test('words never travel', async () => {
  const reader = await server.read('pot:1')
  await server.tell(['pot:1'], 1)
  await reader.until(() => reader.frames.length > 0)
  expect(JSON.stringify(reader.frames)).not.toContain('not for you')
})

test('a topic of a wrong shape is refused', async () => {
  expect((await server.read('pot')).status).toBe(400)
})

test('more than fifty topics are refused', async () => {
  const many = (count: number) =>
    counting(count)
      .map((n) => `pot:${n}`)
      .join(',')
  expect([(await server.read(many(50))).status, (await server.read(many(51))).status]).toEqual([200, 400])
})

test('a whole house hears counts about once a second, not each cup', async () => {
  const reader = await server.read('house:1')
  for (let n = 1; n <= 30; n++) await server.tell(['house:1'], n)
  await server.tell(['house:1'], 30, 'pot.counted')
  await reader.until(() => heard(reader).includes(30))
  const counted = reader.frames.reduce((sum, frame) => sum + (frame.counted?.['cup.filled'] ?? 0), 0)
  expect(counted).toBe(30)
  expect(reader.frames.length).toBeLessThanOrEqual(3)
})

test('a reader who comes back with its last place has missed nothing', async () => {
  const first = await server.read('pot:1,house:1')
  for (let n = 1; n <= 5; n++) await server.tell(['pot:1'], n)
  await first.until(() => heard(first).length === 5)
  first.close()
  for (let n = 6; n <= 10; n++) await server.tell(['pot:1'], n)
  const second = await server.read('pot:1,house:1', { lastId: first.lastId() ?? '' })
  await second.until(() => heard(first, second).length === 10)
  expect(heard(first, second)).toEqual(counting(10))
})

test('negative control: a reader who comes back without its place misses what happened in between', async () => {
  const first = await server.read('pot:1')
  first.close()
  const gone = server.handedOn(1)
  await server.tell(['pot:1'], 1)
  await gone
  await passATickOfAll('s2')
  const second = await server.read('pot:1')
  await server.tell(['pot:1'], 2)
  await second.until(() => heard(second).includes(2))
  expect(heard(second)).toEqual([2])
})

/** Everything that was handed on until now has been sent to everybody when a whole topic's frame arrives. */
async function passATickOfAll(session: string): Promise<void> {
  const witness = await server.read('house:9', { session })
  await server.tell(['house:9'], 0, 'pot.counted')
  await witness.until(() => witness.frames.length > 0)
  witness.close()
}

test('a place from before this process started is read from the outbox', async () => {
  for (let n = 1; n <= 20; n++) await server.tell(['pot:1'], n)
  const arrived = server.handedOn(21)
  await server.tell(['pot:2'], 21)
  await arrived
  await server.stopServing()
  await server.serve()
  const reader = await server.read('pot:1', { after: 0 })
  await reader.until(() => heard(reader).length === 20)
  expect(heard(reader)).toEqual(counting(20))
})

test('a reader who missed too much is told to fetch anew', async () => {
  const arrived = server.handedOn(300)
  await server.database.transaction({ role: 'app' }, async (tx) => {
    for (let n = 1; n <= 300; n++) await emit(tx, { type: 'cup.filled', topics: ['pot:1'], facts: { n } })
  })
  await arrived
  const reader = await server.read('pot:1', { after: 0 })
  await reader.until(() => reader.frames.length > 0)
  expect(reader.frames[0]).toMatchObject({ topic: 'pot:1', events: [], reset: true })
})

test('a place that this database never reached is a reset to where it is', async () => {
  const reader = await server.read('pot:1', { after: 1_000_000 })
  await reader.until(() => reader.frames.length > 0)
  expect(reader.frames[0]).toMatchObject({ cursor: 0, reset: true })
})

test('no event is lost or doubled for readers whose connections keep breaking', async () => {
  const parts: LiveReader[] = []
  let reader = await server.read('pot:1,house:1')
  parts.push(reader)
  const last = 120
  for (let n = 1; n <= last; n++) {
    await server.tell(['pot:1', 'house:1'], n)
    if (n % 10 !== 0) continue
    reader.close()
    reader = await server.read('pot:1,house:1', { lastId: reader.lastId() ?? '' })
    parts.push(reader)
  }
  await reader.until(() => heard(...parts).includes(last))
  expect(heard(...parts)).toEqual(counting(last))
})

test('a reader whose server is gone goes on at another one without a gap', async () => {
  const first = await server.read('pot:1')
  await server.tell(['pot:1'], 1)
  await first.until(() => heard(first).length === 1)
  await server.stopServing()
  await server.tell(['pot:1'], 2)
  await server.serve()
  await server.tell(['pot:1'], 3)
  const second = await server.read('pot:1', { lastId: first.lastId() ?? '' })
  await second.until(() => heard(first, second).length === 3)
  expect(heard(first, second)).toEqual([1, 2, 3])
})

test('streams end when the server closes', async () => {
  const reader = await server.read('pot:1')
  await server.stopServing()
  await reader.ended
  expect(server.count()).toBe(0)
})
