import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { type LiveReader, openReader } from '../../test/live-reader.ts'
import { aVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { ContributionView, ThreadView } from './contract.ts'
import { TRAVELS } from './events.ts'
import {
  applyEvent,
  applyItems,
  type FeedState,
  feedOf,
  type LiveEvent,
  staleIds,
  type ThreadState,
  threadOf,
} from './live-state.ts'

let api: TestApi
let world: World
let host: WorldPerson

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
})
afterAll(async () => {
  await world.close()
  await api.close()
})

function watch(who: WorldPerson, topics: readonly string[], after: number): Promise<LiveReader> {
  const url = `${api.url}/api/live?topics=${topics.join(',')}&after=${after}`
  return openReader({ url, headers: { cookie: `dandelion=${who.token}` } })
}

/** A repeatable stream of choices: the test is the same at every run. */
function chooser(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

async function act(given: { forumId: string; rootId: string; crowd: readonly WorldPerson[]; steps: number }) {
  const { forumId, rootId, crowd, steps } = given
  const choose = chooser(7)
  const written = [{ id: rootId, by: host }]
  for (let step = 0; step < steps; step++) {
    const who = crowd[choose(crowd.length)] ?? host
    const on = written[choose(written.length)] ?? { id: rootId, by: host }
    const asker = api.as(who)
    const what = choose(10)
    if (what < 4) {
      const answer = await asker.post(`/api/contributions/${on.id}/replies`, { kind: 'plain', body: `reply ${step}` })
      if (answer.status === 200) written.push({ id: answer.body.id, by: who })
    } else if (what < 8) {
      await asker.put(`/api/contributions/${on.id}/vote`, { value: ['agree', 'disagree', 'pass', null][choose(4)] })
    } else if (what === 8) {
      await asker.post(`/api/forums/${forumId}/contributions`, { title: `new ${step}`, body: '' })
    } else if (on.id !== rootId && choose(2) === 0) {
      await api.as(on.by).delete(`/api/contributions/${on.id}`)
    } else {
      const now = (await api.as(on.by).get(`/api/contributions/${on.id}`)).body.contribution as ContributionView
      const title = now.parentId ? null : `edited ${step}`
      await api.as(on.by).put(`/api/contributions/${on.id}`, { version: now.version, title, body: `edited ${step}` })
    }
  }
}

async function settle<S extends FeedState | ThreadState>(state: S, who: WorldPerson): Promise<S> {
  const ids = [...new Set([...state.waiting, ...staleIds(state)])]
  if (ids.length === 0) return state
  const answer = await api.as(who).get(`/api/contributions?ids=${ids.slice(0, 100).join(',')}`)
  return applyItems(state, answer.body.items, ids)
}

test('what live told, applied to stale pages, equals a fresh fetch', { timeout: 60_000 }, async () => {
  const venue = await aVenue(world, host)
  const crowd = [host, await world.person('Ada'), await world.person('Ben')]
  const ada = crowd[1] as WorldPerson
  const root = (await api.as(host).post(`/api/forums/${venue.forumId}/contributions`, { title: 'Root', body: '' })).body
  const threadPath = `/api/threads/${root.id}?order=tree&limit=300`
  const feedPath = `/api/venues/${venue.id}/contributions?limit=300`
  const stale = (await api.as(ada).get<ThreadView>(threadPath)).body
  let thread = threadOf(stale)
  let feed = feedOf((await api.as(ada).get(feedPath)).body, null, 'recent')
  const topics = [`forum:${venue.forumId}`, `thread:${root.id}`, `venue:${venue.id}`]
  const reader = await watch(ada, topics, stale.cursor)
  await act({ forumId: venue.forumId, rootId: root.id, crowd, steps: 120 })
  const last = await api.as(host).post(`/api/forums/${venue.forumId}/contributions`, { title: 'Last', body: '' })
  const heard = () => reader.frames.flatMap((frame) => frame.events) as unknown as LiveEvent[]
  await reader.until(() => heard().some((event) => 'id' in event && event.id === last.body.id))
  for (const event of heard()) {
    // The stream of a venue also tells of its counts and of what other modules do there.
    if (!(event.type in TRAVELS) || event.type.startsWith('venue.')) continue
    thread = applyEvent(thread, event)
    feed = applyEvent(feed, event)
  }
  thread = await settle(thread, ada)
  feed = await settle(feed, ada)
  const fresh = (await api.as(ada).get<ThreadView>(threadPath)).body
  expect(thread.root).toEqual(fresh.root)
  expect(thread.items).toEqual(fresh.items)
  expect(feed.items).toEqual((await api.as(ada).get(feedPath)).body.items)
  expect(JSON.stringify(reader.frames)).not.toMatch(/reply \d|edited \d|new \d|Last/)
  reader.close()
})

test('the counts that a whole jam hears are those of the rows', async () => {
  const venue = await aVenue(world, host)
  const reader = await watch(host, [`venue:${venue.id}`], 0)
  const ada = await world.person('Ada')
  const { id } = (await api.as(ada).post(`/api/forums/${venue.forumId}/contributions`, { title: 'A', body: '' })).body
  await api.as(host).put(`/api/contributions/${id}/vote`, { value: 'agree' })
  const counted = () => reader.frames.flatMap((frame) => frame.events).findLast((e) => e.type === 'venue.counted')
  await reader.until(() => counted()?.votes === 1)
  expect(counted()).toMatchObject({ people: 2, writers: 1, contributions: 1, replies: 0, votes: 1 })
  expect(counted()).not.toHaveProperty('personId')
  reader.close()
})

test('a stream is cut within a second when its right ends, and one that keeps its right goes on', async () => {
  const open = await aVenue(world, host, { guests: true })
  const guest = await world.person('Guest', { role: 'guest' })
  const member = await world.person('Member')
  const { id } = (await api.as(host).post(`/api/forums/${open.forumId}/contributions`, { title: 'A', body: '' })).body
  const guestReader = await watch(guest, [`thread:${id}`], 0)
  const memberReader = await watch(member, [`thread:${id}`], 0)
  const { setVenue } = await import('./index.ts')
  await world.database.transaction({ role: 'jobs' }, (tx) => setVenue(tx, { id: open.id, guests: false }))
  const began = performance.now()
  await guestReader.ended
  expect(performance.now() - began).toBeLessThan(2_000)
  await api.as(host).post(`/api/contributions/${id}/replies`, { kind: 'plain', body: 'For members.' })
  await memberReader.until(() => memberReader.frames.some((frame) => frame.events.length > 0))
  expect(guestReader.frames.flatMap((frame) => frame.events)).toEqual([])
  const again = await watch(guest, [`thread:${id}`], 0)
  expect(again.status).toBe(404)
  memberReader.close()
})

test('a stream ends with its session', async () => {
  const venue = await aVenue(world, host)
  const ada = await world.person('Ada')
  const other = await world.session(ada)
  const reader = await watch(other, [`venue:${venue.id}`], 0)
  expect(reader.status).toBe(200)
  await api.as(ada).delete(`/api/sessions/${other.sessionId}`)
  await reader.ended
  expect((await watch(other, [`venue:${venue.id}`], 0)).status).toBe(404)
})
