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
import { climb } from '../../test/ladder.ts'
import { jamsContract } from './contract.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson
let open: Awaited<ReturnType<typeof openedJam>>
let prepared: Awaited<ReturnType<typeof preparedJam>>
let file: string

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
  open = await openedJam(server, host)
  prepared = await preparedJam(server, host)
  file = (await server.as(host).get(`${prepared.path}/template`)).text
})
afterAll(() => server.close())

type Method = 'get' | 'post' | 'put' | 'delete'
type Rung = {
  name: keyof typeof jamsContract
  method: Method
  path: () => string
  good?: () => object
  bad?: readonly object[]
}

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
  {
    name: 'POST /api/jams/:jamId/copies',
    method: 'post',
    path: () => `${open.path}/copies`,
    good: () => ({ title: 'Again', opensAt: hoursFromNow(24) }),
    bad: [{ hubId: 'north' }, { title: long(120) }, { opensAt: 'soon' }, { opensAt: '2027-02-30T00:00:00Z' }],
  },
  {
    name: 'POST /api/jams/from-template',
    method: 'post',
    path: () => '/api/jams/from-template',
    good: () => ({ hubId: server.hubs.north, title: 'Again', opensAt: hoursFromNow(24), file, trusts: null }),
    bad: [
      { jamId: randomUUID() },
      { title: long(120) },
      { file: long(240_000) },
      { trusts: 'everybody' },
      { opensAt: 1 },
    ],
  },
]

describe.each(LADDER)('$name', ({ name, method, path, good, bad = [] }) => {
  const call = (person: TestPerson | null, body: object | undefined) =>
    method === 'post' ? server.as(person).post(path(), body) : server.as(person).put(path(), body)

  test('every body that is not right is refused with 400', async () => {
    const statuses = await Promise.all(bad.map(async (wrong) => (await call(host, { ...good?.(), ...wrong })).status))
    expect(statuses).toEqual(bad.map(() => 400))
  })

  test('a member who does not run the jam is refused, with a sentence when they may see it', async () => {
    const refused = await call(member, good?.())
    const isSeen = path().startsWith(open.path) || ['/api/jams', '/api/jams/from-template'].includes(path())
    expect(refused.status).toBe(isSeen ? 403 : 404)
  })

  climb(() => server.api, {
    route: name,
    contract: jamsContract[name],
    rung: () => ({ path: path(), person: host, body: (good?.() ?? {}) as Record<string, unknown> }),
  })

  test('its host does it', async () => {
    expect((await call(host, good?.())).status).toBe(200)
  })
})

/** The routes without a body: who has signed in, from where, with a key for each intention, and with ids that are ids. */
const BODILESS: { name: keyof typeof jamsContract; path: () => string }[] = [
  { name: 'GET /api/jams', path: () => '/api/jams' },
  { name: 'GET /api/jams/:jamId', path: () => open.path },
  { name: 'DELETE /api/jams/:jamId', path: () => open.path },
  { name: 'DELETE /api/jams/:jamId/forums/:forumId', path: () => `${open.path}/forums/${open.forumId}` },
  { name: 'GET /api/jams/:jamId/mine', path: () => `${open.path}/mine` },
  { name: 'GET /api/jams/:jamId/mine/download', path: () => `${open.path}/mine/download?format=md` },
  { name: 'GET /api/jams/:jamId/export', path: () => `${open.path}/export?format=jsonl` },
  { name: 'GET /api/jams/:jamId/template', path: () => `${open.path}/template` },
]

describe.each(BODILESS)('$name', ({ name, path }) => {
  climb(() => server.api, { route: name, contract: jamsContract[name], rung: () => ({ path: path(), person: host }) })
})

test('every route of jams has its ladder', () => {
  const climbed = [...LADDER, ...BODILESS].map((rung) => rung.name)
  expect(climbed.toSorted()).toEqual(Object.keys(jamsContract).toSorted())
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
