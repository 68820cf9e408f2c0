import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, preparedJam, type TestPerson } from '../../test/jams.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson
let jam: Awaited<ReturnType<typeof openedJam>>

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
  jam = await openedJam(server, host)
  const posted = await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Trust', body: '' })
  await server.as(member).put(`/api/contributions/${posted.body.id}/vote`, { value: 'agree' })
})
afterAll(() => server.close())

const download = (person: TestPerson | null, query: string) => server.as(person).get(`${jam.path}/export?${query}`)

test('a host downloads everything of the jam, one object a line', async () => {
  const file = await download(host, 'format=jsonl')
  const types = file.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).type)
  expect([...new Set(types)]).toEqual(['jam', 'hub', 'person', 'forum', 'contribution', 'vote'])
})

test('no vote in the file leads to the person who gave it', async () => {
  const file = await download(host, 'format=jsonl')
  const votes = file.text.split('\n').filter((line) => line.startsWith('{"type":"vote"'))
  expect(votes).toHaveLength(1)
  expect(votes.join()).not.toContain(member.id)
})

test('no address is in the file', async () => {
  expect((await download(host, 'format=jsonl')).text).not.toContain('@')
})

test('one type comes as CSV, as a file with its name', async () => {
  const file = await download(host, 'format=csv&type=contribution')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="contribution.csv"')
  expect(file.text).toContain('Trust')
})

test('an owner exports a jam they do not host, also while it is prepared', async () => {
  const owner = await server.person('owner')
  const prepared = await preparedJam(server, host)
  expect((await server.as(owner).get(`${prepared.path}/export?format=jsonl`)).status).toBe(200)
})

test('a member is refused, with a sentence', async () => {
  const refused = await download(member, 'format=jsonl')
  expect([refused.status, refused.body.error.key]).toEqual([403, 'jam.only-hosts'])
})

test('a jam that may not be seen looks absent here too', async () => {
  const prepared = await preparedJam(server, host)
  expect((await server.as(member).get(`${prepared.path}/export?format=jsonl`)).status).toBe(404)
})

test('without a sign-in it is refused', async () => {
  expect((await download(null, 'format=jsonl')).status).toBe(401)
})

test.each(['format=xml', 'format=csv', 'format=csv&type=address', 'format=jsonl&all=1', ''])(
  'an export with "%s" is refused with 400',
  async (query) => {
    expect((await download(host, query)).status).toBe(400)
  },
)
