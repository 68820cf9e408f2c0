import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, preparedJam, type TestPerson } from '../../test/jams.ts'
import { hashToken } from '../platform/index.ts'

const FORUM = { title: 'Forum', question: 'What?', hosts: [] }

let server: JamsServer
let host: TestPerson
let member: TestPerson
let open: Awaited<ReturnType<typeof openedJam>>

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
  open = await openedJam(server, host)
})
afterAll(() => server.close())

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
  const opening = [{ text: 'select open_as($1, null) as actor', values: [hashToken(person.token)] }]
  return server.database.transaction({ role: 'app', opening }, (tx) =>
    work(async (text) => (await tx.rows(`${text} returning 1`)).length),
  )
}
