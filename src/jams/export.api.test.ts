import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { readJamFile } from './rules/jam-file.ts'
import { parseLine } from './rules/jam-lines.ts'

let server: JamsServer
let host: TestPerson
let member: TestPerson
let path: string

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
  const jam = await openedJam(server, host)
  path = `${jam.path}/export`
  const forum = `/api/forums/${jam.forumId}/contributions`
  const { body } = await server.as(member).post(forum, { title: '=1+1', body: 'More **trees**' })
  await server.as(host).post(`/api/contributions/${body.id}/replies`, { kind: 'build', body: 'And benches' })
  await server.as(host).put(`/api/contributions/${body.id}/vote`, { value: 'agree' })
})
afterAll(() => server.close())

const linesIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line, at) => parseLine(line, at + 1))

test('nobody exports without having signed in', async () => {
  expect((await server.as(null).get(`${path}?format=jsonl`)).status).toBe(401)
})

test('a format that is none is refused', async () => {
  expect((await server.as(host).get(`${path}?format=xml`)).status).toBe(400)
  expect((await server.as(host).get(`${path}?format=csv&type=session`)).status).toBe(400)
})

test('a member who does not host is refused, and somebody who may not see the jam finds nothing', async () => {
  expect((await server.as(member).get(`${path}?format=jsonl`)).status).toBe(403)
  const outsider = await server.person('member', server.hubs.south)
  expect((await server.as(outsider).get(`${path}?format=jsonl`)).status).toBe(404)
})

test('a host gets a file that can be imported, while the jam runs', async () => {
  const answer = await server.as(host).get(`${path}?format=jsonl`)
  expect(answer.status).toBe(200)
  expect(String(answer.headers['content-type'])).toContain('application/jsonl')
  const file = readJamFile()
  const problems = linesIn(answer.text).map((line) => file.check(line))
  expect([...problems, file.end()].filter((problem) => problem !== undefined)).toEqual([])
})

test('the file tells who wrote and not who voted, and no address', async () => {
  const lines = linesIn((await server.as(host).get(`${path}?format=jsonl`)).text)
  const vote = lines.find((line) => line.type === 'vote')
  const voter = lines.find((line) => line.type === 'person' && line.id === vote?.person)
  expect(vote?.person).not.toBe(host.id)
  expect(voter).toMatchObject({ name: null, hub: null })
  expect(lines.some((line) => line.type === 'contribution' && line.author === member.id)).toBe(true)
  expect(JSON.stringify(lines)).not.toContain('@')
})

test('a table holds one type, safe from formulas', async () => {
  const answer = await server.as(host).get(`${path}?format=csv&type=contribution`)
  expect(String(answer.headers['content-type'])).toContain('text/csv')
  expect(answer.text).toContain(`"'=1+1"`)
})
