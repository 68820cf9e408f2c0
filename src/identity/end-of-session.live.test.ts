import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { type LiveReader, openReader } from '../../test/live-reader.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'

const LIMIT_MS = 1_000

let api: TestApi
let world: World

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
})
afterAll(async () => {
  await world.close()
  await api.close()
})

function streamOf(person: WorldPerson): Promise<LiveReader> {
  const url = `${api.url}/api/live?topics=person:${person.id}`
  return openReader({ url, headers: { cookie: `dandelion=${person.token}`, connection: 'close' } })
}

/** Resolves with the time from the act to the end of the stream, or 'open' when it is still there after two limits. */
async function msUntilCut(stream: LiveReader, act: () => Promise<unknown>): Promise<number | 'open'> {
  const startedMs = performance.now()
  await act()
  const stillOpen = new Promise<'open'>((resolve) => setTimeout(resolve, 2 * LIMIT_MS, 'open'))
  return Promise.race([stream.ended.then(() => performance.now() - startedMs), stillOpen])
}

test('the streams of a session that is ended from elsewhere are cut within a second, those of the others stay', async () => {
  const here = await world.person('Anna')
  const there = await world.session(here)
  const [mine, theirs] = await Promise.all([streamOf(here), streamOf(there)])
  const cutMs = await msUntilCut(theirs, () => api.as(here).delete(`/api/sessions/${there.sessionId}`))
  expect(cutMs).toBeLessThan(LIMIT_MS)
  await api.as(here).put('/api/profile', { name: 'Anna', locale: 'en', timeZone: 'UTC' })
  await mine.until(() => mine.frames.length > 0)
  mine.close()
})

test('signing out cuts the streams of this browser within a second', async () => {
  const person = await world.person('Ben')
  const stream = await streamOf(person)
  expect(await msUntilCut(stream, () => api.as(person).post('/api/sign-out'))).toBeLessThan(LIMIT_MS)
})

test('a new password cuts the streams of all other browsers within a second', async () => {
  const here = await world.person('Cora')
  const there = await world.session(here)
  const stream = await streamOf(there)
  const change = () => api.as(here).put('/api/profile/password', { current: null, password: 'a new long password' })
  expect(await msUntilCut(stream, change)).toBeLessThan(LIMIT_MS)
})
