import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  hoursFromNow,
  type JamsServer,
  openedJam,
  openJamsServer,
  preparedJam,
  setUpOf,
  type TestPerson,
} from '../../test/jams.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
})
afterAll(() => server.close())

const setUp = (path: string, change: Record<string, unknown> = {}) =>
  server.as(host).put(path, setUpOf([server.hubs.north], [host], change))

/** The set-up as it stands, as the body that changes nothing. */
async function standing(path: string): Promise<Record<string, unknown>> {
  const { jam, promise, audience, lobby, hosts } = (await server.as(host).get(path)).body
  return {
    title: jam.title,
    question: jam.question,
    promise,
    lobby,
    audience: { hubs: audience.hubs.map((hub: { id: string }) => hub.id), guests: audience.guests },
    dates: jam.dates,
    hosts: hosts.map((each: { id: string }) => each.id),
  }
}

test('whoever starts a jam is its first host, and nobody else sees it', async () => {
  const begun = await server.as(host).post('/api/jams', { hubId: server.hubs.north, title: 'New', question: 'What?' })
  expect(begun.body.hosts.map((each: { id: string }) => each.id)).toEqual([host.id])
  expect((await server.as(member).get(`/api/jams/${begun.body.jam.id}`)).status).toBe(404)
})

test('a new jam names everything that is missing', async () => {
  const begun = await server.as(host).post('/api/jams', { hubId: server.hubs.north, title: 'New', question: 'What?' })
  const keys = begun.body.missing.map((each: { key: string }) => each.key)
  expect(keys).toEqual(['jam.missing.promise', 'jam.missing.forum', 'jam.missing.end'])
})

test('the set-up that stands can be saved again', async () => {
  const jam = await openedJam(server, host)
  const saved = await server.as(host).put(jam.path, await standing(jam.path))
  expect(saved.status).toBe(200)
})

test.each([
  {
    what: 'its dates',
    change: { dates: { opensAt: null, rateAt: null, closesAt: hoursFromNow(90), archiveAt: null } },
    key: 'jam.dates-stay',
  },
  { what: 'who takes part', change: { audience: { hubs: ['core'], guests: false } }, key: 'jam.audience-stays' },
  { what: 'its promise to none', change: { promise: null }, key: 'jam.promise-stays' },
])('an open jam does not change $what', async ({ change, key }) => {
  const jam = await openedJam(server, host)
  const hubs = change.audience ? { audience: { hubs: [server.hubs.core], guests: false } } : {}
  const refused = await server.as(host).put(jam.path, { ...(await standing(jam.path)), ...change, ...hubs })
  expect(refused.body.error.key).toBe(key)
})

test('an open jam changes its title, question and promise', async () => {
  const jam = await openedJam(server, host)
  const promise = { decides: 'All of us', by: '2027-09-01', text: 'We vote on it.' }
  const body = { ...(await standing(jam.path)), title: 'Another', question: 'Why?', promise }
  expect((await server.as(host).put(jam.path, body)).body).toMatchObject({ jam: { title: 'Another' }, promise })
})

test('a host can be added while the jam runs, and runs it at once', async () => {
  const jam = await openedJam(server, host)
  const body = { ...(await standing(jam.path)), hosts: [host.id, member.id] }
  await server.as(host).put(jam.path, body)
  expect((await server.as(member).get(jam.path)).body.may.extend).toEqual({ ok: true })
})

test('a guest cannot be made a host', async () => {
  const guest = await server.person('guest')
  const jam = await preparedJam(server, host)
  const refused = await setUp(jam.path, { hosts: [host.id, guest.id] })
  expect([refused.status, refused.body.error.key]).toEqual([422, 'jam.unknown-host'])
})

test('a host does not take themselves off', async () => {
  const jam = await preparedJam(server, host)
  expect((await setUp(jam.path, { hosts: [member.id] })).body.error.key).toBe('jam.host-leaves')
})

test('an audience of a hub that does not exist is refused', async () => {
  const jam = await preparedJam(server, host)
  const audience = { hubs: ['00000000-0000-4000-8000-000000000000'], guests: false }
  expect((await setUp(jam.path, { audience })).body.error.key).toBe('jam.unknown-hub')
})

test.each([
  {
    what: 'cross',
    dates: { opensAt: null, rateAt: hoursFromNow(9), closesAt: hoursFromNow(8), archiveAt: null },
    key: 'jam.dates.ascend',
  },
  {
    what: 'have passed',
    dates: { opensAt: hoursFromNow(-1), rateAt: null, closesAt: hoursFromNow(8), archiveAt: null },
    key: 'jam.dates.past',
  },
  {
    what: 'go too far',
    dates: { opensAt: null, rateAt: null, closesAt: hoursFromNow(24 * 4000), archiveAt: null },
    key: 'jam.dates.too-far',
  },
])('dates that $what are refused', async ({ dates, key }) => {
  const jam = await preparedJam(server, host)
  const refused = await setUp(jam.path, { dates })
  expect([refused.status, refused.body.error.key]).toEqual([422, key])
})

test('a promise for a day that has passed is refused, unless it already stood there', async () => {
  const jam = await preparedJam(server, host)
  const promise = { decides: 'The board', by: '2020-01-01', text: 'Answers' }
  const refused = await setUp(jam.path, { promise })
  expect([refused.status, refused.body.error.key]).toEqual([422, 'jam.promise.past'])
  await server.root.query(`update jam set promise_by = '2020-01-01' where id = $1`, [jam.id])
  expect((await setUp(jam.path, { promise })).status).toBe(200)
})

test('a lobby by link has a secret of 128 bits, the same one as long as it stays', async () => {
  const jam = await preparedJam(server, host)
  const first = (await setUp(jam.path, { lobby: 'link' })).body.lobbyLink
  const second = (await setUp(jam.path, { lobby: 'link', title: 'Renamed' })).body.lobbyLink
  expect(Buffer.from(new URL(first).searchParams.get('link') ?? '', 'base64url')).toHaveLength(16)
  expect(second).toBe(first)
})

test('a lobby that is closed and opened by link again has a new secret, and the old one opens nothing', async () => {
  const jam = await openedJam(server, host, { lobby: 'link' })
  const lobby = async (to: string) =>
    (await server.as(host).put(jam.path, { ...(await standing(jam.path)), lobby: to })).body.lobbyLink
  const old = new URL((await server.as(host).get(jam.path)).body.lobbyLink).searchParams.get('link') ?? ''
  await lobby('members')
  const renewed = new URL(await lobby('link')).searchParams.get('link')
  expect(renewed).not.toBe(old)
  expect((await server.as(null, { link: old }).get(jam.path)).status).toBe(404)
})

test('closing a lobby tells the streams to look again', async () => {
  const jam = await openedJam(server, host, { lobby: 'public' })
  await server.as(host).put(jam.path, { ...(await standing(jam.path)), lobby: 'members' })
  const told = await server.root.query(
    `select 1 from event where type = 'venue.audience-changed' and $1 = any (topics)`,
    [`venue:${jam.id}`],
  )
  expect(told.rowCount).toBeGreaterThan(0)
})

test('a forum can be added while people write, not afterwards', async () => {
  const jam = await openedJam(server, host)
  const forum = { title: 'One more', question: 'And?', hosts: [member.id] }
  expect((await server.as(host).post(`${jam.path}/forums`, forum)).body.forums).toHaveLength(2)
  await server.as(host).post(`${jam.path}/move`, { to: 'report', reason: 'Done' })
  expect((await server.as(host).post(`${jam.path}/forums`, forum)).body.error.key).toBe('jam.no-new-forums')
})

test('a forum in which people have written keeps its question, and cannot be removed', async () => {
  const jam = await openedJam(server, host)
  await server.as(host).post(`${jam.path}/forums`, { title: 'Second', question: 'And?', hosts: [] })
  await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Trust', body: '' })
  const path = `${jam.path}/forums/${jam.forumId}`
  const counted = async () => (await server.as(host).get(jam.path)).body.forums[0].contributions
  await expect.poll(counted).toBe(1)
  const changed = await server.as(host).put(path, { title: 'Other', question: 'Other?', hosts: [] })
  const removed = await server.as(host).delete(path)
  expect([changed.body.error.key, removed.body.error.key]).toEqual(['jam.forum-in-use', 'jam.forum-in-use'])
})

test('the hosts of a forum in use can change', async () => {
  const jam = await openedJam(server, host)
  await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Trust', body: '' })
  const forum = { title: 'Everyday', question: 'What helps?', hosts: [member.id] }
  const changed = await server.as(host).put(`${jam.path}/forums/${jam.forumId}`, forum)
  expect(changed.body.forums[0].hosts.map((each: { id: string }) => each.id)).toEqual([member.id])
})

test('the last forum of an open jam stays', async () => {
  const jam = await openedJam(server, host)
  expect((await server.as(host).delete(`${jam.path}/forums/${jam.forumId}`)).body.error.key).toBe('jam.last-forum')
})

test('an empty forum can be removed', async () => {
  const jam = await preparedJam(server, host)
  expect((await server.as(host).delete(`${jam.path}/forums/${jam.forumId}`)).body.forums).toEqual([])
})

test('forums stand in the order their host gives them', async () => {
  const jam = await preparedJam(server, host)
  const added = await server.as(host).post(`${jam.path}/forums`, { title: 'Second', question: 'And?', hosts: [] })
  const turned = added.body.forums.map((forum: { id: string }) => forum.id).reverse()
  const ordered = await server.as(host).put(`${jam.path}/forums/order`, { forums: turned })
  expect(ordered.body.forums.map((forum: { id: string }) => forum.id)).toEqual(turned)
})

test('an order that leaves a forum out is refused', async () => {
  const jam = await preparedJam(server, host)
  const refused = await server.as(host).put(`${jam.path}/forums/order`, { forums: [] })
  expect(refused.body.error.key).toBe('jam.order-names-all')
})

test('a seed is marked, and counts nobody', async () => {
  const jam = await preparedJam(server, host)
  const seed = await server.as(host).post(`${jam.path}/seeds`, { forumId: jam.forumId, title: 'A start', body: '' })
  const opened = await server.as(host).post(`${jam.path}/open`, { reason: null })
  expect(seed.body.seed).toBe(true)
  expect(opened.body.jam.counts.people).toBe(0)
})

test('there are no seeds after the opening', async () => {
  const jam = await openedJam(server, host)
  const refused = await server.as(host).post(`${jam.path}/seeds`, { forumId: jam.forumId, title: 'Late', body: '' })
  expect(refused.body.error.key).toBe('venue.seeds-before-opening')
})
