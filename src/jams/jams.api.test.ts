import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  hoursFromNow,
  type JamsServer,
  openedJam,
  openJamsServer,
  preparedJam,
  setUpOf,
  type TestPerson,
} from '../../test/jams.ts'
import { hashToken } from '../platform/index.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson
let open: Awaited<ReturnType<typeof openedJam>>
let prepared: Awaited<ReturnType<typeof preparedJam>>

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
  open = await openedJam(server, host)
  prepared = await preparedJam(server, host)
})
afterAll(() => server.close())

type Method = 'get' | 'post' | 'put' | 'delete'
type Rung = { name: string; method: Method; path: () => string; good?: () => object; bad?: readonly object[] }

const FORUM = { title: 'Forum', question: 'What?', hosts: [] }
const long = (length: number) => 'x'.repeat(length + 1)
const setUp = (change: Record<string, unknown> = {}) => setUpOf([server.hubs.north], [host], change)

/** Every route with a body that is right, and bodies that are not: an unknown field, too long, a wrong type. */
const LADDER: Rung[] = [
  {
    name: 'POST /api/jams',
    method: 'post',
    path: () => '/api/jams',
    good: () => ({ hubId: server.hubs.north, title: 'Values', question: 'What?' }),
    bad: [{ phase: 'discuss' }, { title: long(120) }, { title: 7 }, { title: '  ' }, { hubId: 'north' }],
  },
  {
    name: 'PUT /api/jams/:jamId',
    method: 'put',
    path: () => prepared.path,
    good: () => setUp(),
    bad: [
      { phase: 'archive' },
      { question: long(300) },
      { lobby: 'everybody' },
      { hosts: [] },
      { promise: { decides: 'The board', by: '2027-02-30', text: 'Answers' } },
      { promise: { decides: 'The board', by: '2027-06-30', text: long(2000) } },
      { dates: { opensAt: null, rateAt: null, closesAt: 'tomorrow', archiveAt: null } },
    ],
  },
  {
    name: 'POST /api/jams/:jamId/forums',
    method: 'post',
    path: () => `${prepared.path}/forums`,
    good: () => FORUM,
    bad: [{ position: 3 }, { title: long(200) }, { question: null }, { hosts: 'me' }],
  },
  {
    name: 'PUT /api/jams/:jamId/forums/order',
    method: 'put',
    path: () => `${open.path}/forums/order`,
    good: () => ({ forums: [open.forumId] }),
    bad: [{ by: 'title' }, { forums: Array.from({ length: 51 }, () => randomUUID()) }, { forums: 'all' }],
  },
  {
    name: 'PUT /api/jams/:jamId/forums/:forumId',
    method: 'put',
    path: () => `${prepared.path}/forums/${prepared.forumId}`,
    good: () => FORUM,
    bad: [{ position: 3 }, { title: long(200) }, { hosts: {} }],
  },
  {
    name: 'POST /api/jams/:jamId/seeds',
    method: 'post',
    path: () => `${prepared.path}/seeds`,
    good: () => ({ forumId: prepared.forumId, title: 'A first thought', body: '' }),
    bad: [{ seed: false }, { title: long(250) }, { body: long(10_000) }, { forumId: 1 }],
  },
  {
    name: 'POST /api/jams/:jamId/extend',
    method: 'post',
    path: () => `${open.path}/extend`,
    good: () => ({ until: hoursFromNow(30), reason: 'Still lively' }),
    bad: [{ phase: 'rate' }, { reason: long(500) }, { reason: '' }, { until: 5 }, { until: '2027-02-30T00:00:00Z' }],
  },
  {
    name: 'POST /api/jams/:jamId/open',
    method: 'post',
    path: () => `${prepared.path}/open`,
    good: () => ({ reason: null }),
    bad: [{ force: true }, { reason: long(500) }, { reason: 4 }],
  },
  {
    name: 'POST /api/jams/:jamId/move',
    method: 'post',
    path: () => `${open.path}/move`,
    good: () => ({ to: 'report', reason: 'All is said' }),
    bad: [{ by: 'me' }, { to: 'prepare' }, { reason: long(500) }],
  },
]

describe.each(LADDER)('$name', ({ method, path, good, bad = [] }) => {
  const call = (person: TestPerson | null, body: object | undefined) =>
    method === 'post' ? server.as(person).post(path(), body) : server.as(person).put(path(), body)

  test('without a sign-in it is refused with 401', async () => {
    expect((await call(null, good?.())).status).toBe(401)
  })

  test('every body that is not right is refused with 400', async () => {
    const statuses = await Promise.all(bad.map(async (wrong) => (await call(host, { ...good?.(), ...wrong })).status))
    expect(statuses).toEqual(bad.map(() => 400))
  })

  test('a member who does not run the jam is refused, with a sentence when they may see it', async () => {
    const refused = await call(member, good?.())
    const isSeen = path().startsWith(open.path) || path() === '/api/jams'
    expect(refused.status).toBe(isSeen ? 403 : 404)
  })

  test('its host does it', async () => {
    expect((await call(host, good?.())).status).toBe(200)
  })
})

test('DELETE of a jam is refused without a sign-in', async () => {
  expect((await server.as(null).delete(prepared.path)).status).toBe(401)
})

test('a jam that never opened can be discarded, with its forums and seeds', async () => {
  const jam = await preparedJam(server, host)
  await server.as(host).post(`${jam.path}/seeds`, { forumId: jam.forumId, title: 'A first thought', body: '' })
  const discarded = await server.as(host).delete(jam.path)
  expect(discarded.body).toEqual({ discarded: true })
  expect((await server.as(host).get(jam.path)).status).toBe(404)
})

test('a jam with another host’s seeds and favourites can be discarded', async () => {
  const second = await server.person('member')
  const jam = await preparedJam(server, host, { hosts: [host.id, second.id] })
  const seed = await server.as(second).post(`${jam.path}/seeds`, { forumId: jam.forumId, title: 'Mine', body: 'First' })
  await server.as(second).put(`/api/contributions/${seed.body.id}`, { version: 1, title: 'Mine', body: 'Second' })
  await server.as(second).put(`/api/contributions/${seed.body.id}/favourite`, { favourite: true })
  expect((await server.as(host).delete(jam.path)).status).toBe(200)
})

test('a jam that has opened cannot be discarded', async () => {
  const refused = await server.as(host).delete(open.path)
  expect(refused.body.error.key).toBe('jam.opened-stays')
})

test('the same request twice starts one jam', async () => {
  const asking = { key: randomUUID() }
  const body = { hubId: server.hubs.north, title: 'Once', question: 'What?' }
  const [first, second] = [
    await server.as(host, asking).post('/api/jams', body),
    await server.as(host, asking).post('/api/jams', body),
  ]
  expect(second.body.jam.id).toBe(first.body.jam.id)
})

test('a request from another site is refused', async () => {
  const refused = await server.as(host, { origin: 'https://elsewhere.example' }).post(`${open.path}/forums`, FORUM)
  expect(refused.body.error.key).toBe('origin.foreign')
})

test('a forum of another jam is not found', async () => {
  const other = await preparedJam(server, host)
  const path = `${other.path}/forums/${open.forumId}`
  expect((await server.as(host).put(path, FORUM)).status).toBe(404)
})

test('a seed does not go into a forum of another jam', async () => {
  const [one, other] = [await preparedJam(server, host), await preparedJam(server, host)]
  const body = { forumId: other.forumId, title: 'Astray', body: '' }
  expect((await server.as(host).post(`${one.path}/seeds`, body)).status).toBe(404)
})

test('a guest who hosts nothing does not learn which hubs exist', async () => {
  const guest = await server.person('guest')
  const body = { title: 'Mine', question: 'What?' }
  const [existing, absent] = [
    await server.as(guest).post('/api/jams', { ...body, hubId: server.hubs.south }),
    await server.as(guest).post('/api/jams', { ...body, hubId: randomUUID() }),
  ]
  expect(existing.text).toBe(absent.text)
})

test.each(['md', 'html', 'json', 'csv'])('my part as %s is refused without a sign-in', async (format) => {
  expect((await server.as(null).get(`${open.path}/mine/download?format=${format}`)).status).toBe(401)
})

test.each([
  '/mine?before=***',
  '/mine/download',
  '/mine/download?format=pdf',
  '/mine/download?format=md&all=1',
  '/mine?before=bm9uc2Vuc2U',
])('GET …%s is refused with 400', async (query) => {
  expect((await server.as(member).get(`${open.path}${query}`)).status).toBe(400)
})

test.each(['?limit=0', '?limit=101', '?before=bm9uc2Vuc2U', '?order=title'])(
  'GET /api/jams%s is refused with 400',
  async (query) => {
    expect((await server.as(member).get(`/api/jams${query}`)).status).toBe(400)
  },
)

test('the second wall: a member cannot change a jam past every rule', async () => {
  const jam = await openedJam(server, host)
  const changed = await withRights(member, async (query) =>
    query(`update jam set title = 'Taken' where id = '${jam.id}'`),
  )
  expect(changed).toBe(0)
})

test('negative control of the second wall: its host can', async () => {
  const jam = await openedJam(server, host)
  const changed = await withRights(host, async (query) => query(`update jam set title = 'Mine' where id = '${jam.id}'`))
  expect(changed).toBe(1)
})

/** Runs bare SQL with a person's rights in the database; gives how many rows it changed. */
async function withRights(
  person: TestPerson,
  work: (query: (text: string) => Promise<number>) => Promise<number>,
): Promise<number> {
  const opening = [`select actor from open_as('\\x${hashToken(person.token).toString('hex')}', null)`]
  return server.database.transaction({ role: 'app', opening }, (tx) =>
    work(async (text) => (await tx.rows(`${text} returning 1`)).length),
  )
}
