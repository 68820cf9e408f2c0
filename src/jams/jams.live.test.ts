import { afterAll, beforeAll, expect, test } from 'vitest'
import { hoursFromNow, type JamsServer, openedJam, openJamsServer, setUpOf, type TestPerson } from '../../test/jams.ts'
import { type LiveReader, openReader } from '../../test/live-reader.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson
const readers: LiveReader[] = []

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
})
afterAll(async () => {
  for (const reader of readers) reader.close()
  await server.close()
})

async function watch(jamId: string, person: TestPerson | null): Promise<LiveReader> {
  const reader = await openReader({
    url: `${server.api.url}/api/live?topics=venue:${jamId}`,
    headers: person ? { cookie: `dandelion=${person.token}` } : {},
  })
  readers.push(reader)
  return reader
}

type Seen = Readonly<Record<string, unknown>>

/** Waits until the stream tells an event with these facts. Events from before the watching may come first. */
async function hears(reader: LiveReader, facts: Seen): Promise<void> {
  const isIt = (event: Seen) => Object.entries(facts).every(([name, value]) => event[name] === value)
  await reader.until(() => reader.frames.some((frame) => (frame.events as readonly Seen[]).some(isIt)))
}

test('whoever has the jam open hears that it closed, at once', async () => {
  const jam = await openedJam(server, host)
  const reader = await watch(jam.id, member)
  await server.as(host).post(`${jam.path}/move`, { to: 'report', reason: 'All is said' })
  await hears(reader, { type: 'jam.moved', jamId: jam.id, phase: 'report', until: null })
})

test('whoever has the jam open hears of a new end', async () => {
  const jam = await openedJam(server, host)
  const reader = await watch(jam.id, member)
  await server.as(host).post(`${jam.path}/extend`, { until: hoursFromNow(30), reason: 'A secret wish' })
  await hears(reader, { type: 'jam.changed', jamId: jam.id, what: 'end' })
})

test('what is told live holds no word of anybody', async () => {
  const jam = await openedJam(server, host)
  const reader = await watch(jam.id, member)
  await server.as(host).post(`${jam.path}/move`, { to: 'report', reason: 'A secret wish' })
  await hears(reader, { type: 'jam.moved', phase: 'report' })
  expect(JSON.stringify(reader.frames)).not.toContain('secret')
})

test('closing a public lobby cuts the streams of those who were let in by it', async () => {
  const jam = await openedJam(server, host, { lobby: 'public' })
  const reader = await watch(jam.id, null)
  const before = performance.now()
  await change(jam.path, { lobby: 'members' })
  await reader.ended
  expect(performance.now() - before).toBeLessThan(2_000)
})

test('negative control: another title cuts nobody', async () => {
  const jam = await openedJam(server, host, { lobby: 'public' })
  const reader = await watch(jam.id, null)
  await change(jam.path, { lobby: 'public', title: 'Another title' })
  await hears(reader, { type: 'jam.changed', what: 'settings' })
})

/** Saves the set-up of an open jam with a change; its dates are the ones that stand. */
async function change(path: string, wanted: Record<string, unknown>): Promise<void> {
  const { dates } = (await server.as(host).get(path)).body.jam
  const saved = await server.as(host).put(path, setUpOf([server.hubs.north], [host], { dates, ...wanted }))
  if (saved.status !== 200) throw new Error(saved.text)
}
