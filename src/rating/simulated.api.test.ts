import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { countedNow, type RatedJam, rateAll, ratedJam } from '../../test/rating.ts'
import { makeLink, makeSimulated, openSimulated } from '../identity/index.ts'
import { newId, type Tx } from '../platform/index.ts'

let server: JamsServer
let host: TestPerson
let author: TestPerson
let members: TestPerson[]
const inJob = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.database.transaction({ role: 'jobs' }, work)
const say = () => ({ impact: 4, feasibility: 3, helps: true })

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  author = await server.person('member')
  members = await Promise.all(Array.from({ length: 5 }, () => server.person('member')))
})
afterAll(() => server.close())

async function simulated(count: number): Promise<TestPerson[]> {
  const people = Array.from({ length: count }, (_, at) => ({
    ...{ id: newId(), name: `Simulated ${at}`, locale: 'en', timeZone: 'UTC', homeHubId: server.hubs.north },
  }))
  const ids = people.map(({ id }) => id)
  const tokens = await inJob(async (tx) => {
    await makeSimulated(tx, people)
    return openSimulated(tx, ids)
  })
  return people.map((person, at) => ({ ...person, token: tokens[at] ?? '' }) as unknown as TestPerson)
}

async function ratedBy(people: readonly TestPerson[]): Promise<RatedJam> {
  const jam = await ratedJam(server, { host, author, ideas: 3 })
  for (const person of people) await rateAll(server, person, { jam, say })
  await countedNow(server, host, jam)
  return jam
}

const results = async ({ path }: RatedJam) => (await server.as(host).get(`${path}/rating`)).body
const fileOf = async ({ path }: RatedJam) => {
  const { text } = await server.as(host).get(`${path}/export?format=jsonl`)
  return JSON.parse(text.split('\n').find((line: string) => line.startsWith('{"type":"rating"')) ?? '{}')
}

test('results and the file of a jam say how many of those who rated are simulated', async () => {
  const jam = await ratedBy([...(await simulated(6)), ...members])
  expect(await results(jam)).toMatchObject({ people: 11, simulated: { people: 6 } })
  expect(await fileOf(jam)).toMatchObject({ people: 11, simulated: 6 })
})

test('that fewer than five others rated is not told by taking away', async () => {
  const jam = await ratedBy([...(await simulated(6)), ...members.slice(0, 2)])
  expect(await results(jam)).toMatchObject({ people: 8, simulated: { people: null } })
  expect(await fileOf(jam)).toMatchObject({ people: 8, simulated: 0 })
})

test('where nobody is simulated nothing is said of it', async () => {
  const jam = await ratedBy(members)
  expect(await results(jam)).toMatchObject({ people: 5, simulated: null })
  expect(await fileOf(jam)).not.toHaveProperty('simulated')
})

test('somebody simulated has no address, no link, no hub, and stands in no list or count of people', async () => {
  const before = (await server.as(host).get('/api/hubs')).body
  const [puppet] = await simulated(1)
  const { id = '' } = puppet ?? {}
  const refused = 'no way to sign in'
  await expect(inJob((tx) => makeLink(tx, id))).rejects.toThrow(refused)
  const into = (text: string) => inJob((tx) => tx.rows(text, [id]))
  const address = `insert into person_address (person_id, email, created_at) values ($1, 'x@example.org', now())`
  await expect(into(address)).rejects.toThrow(refused)
  const membership = `insert into membership (person_id, hub_id, role, since) select $1, h.id, 'member', now() from hub h limit 1`
  await expect(into(membership)).rejects.toThrow(refused)
  expect((await server.as(host).get('/api/people?query=Simulated')).body.people).toEqual([])
  expect((await server.as(host).get('/api/hubs')).body).toEqual(before)
})

test('a person who is not simulated has all of these (the negative control)', async () => {
  await expect(inJob((tx) => makeLink(tx, author.id))).resolves.toHaveLength(43)
})
