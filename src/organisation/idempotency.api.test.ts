import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'

let api: TestApi
let world: World
let people: readonly WorldPerson[]

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  people = [
    await world.person('Ada Host', { role: 'host' }),
    await world.person('Ben Host', { role: 'host' }),
    await world.person('Cora Host', { role: 'host' }),
  ]
})
afterAll(async () => {
  await world.close()
  await api.close()
})

let intentions = 0
const freshKey = (): string => `intention-${++intentions}`
const hubBody = (name: string) => ({ parentId: world.core.id, hub: { name, locales: ['en'], timeZone: 'UTC' } })

async function hubsNamed(name: string): Promise<number> {
  const { body } = await api.as(world.owner).get('/api/hubs')
  return body.hubs.filter((hub: { name: string }) => hub.name === name).length
}

/** One after the other or all at once, as often as it likes to come. */
const repetitions = fc.record({ times: fc.integer({ min: 2, max: 6 }), atOnce: fc.boolean() })

test('however often and however close a request comes, it has one effect and one answer', async () => {
  await fc.assert(
    fc.asyncProperty(repetitions, async ({ times, atOnce }) => {
      const [key, name] = [freshKey(), `Hub ${intentions}`]
      const send = () => api.as(world.owner).post('/api/hubs', hubBody(name), { key })
      const answers = atOnce ? await Promise.all(Array.from({ length: times }, send)) : []
      for (let sent = answers.length; sent < times; sent++) answers.push(await send())
      expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1)
      expect(answers[0]?.status).toBe(200)
      expect(await hubsNamed(name)).toBe(1)
    }),
    { numRuns: 25 },
  )
})

test('without one key for one intention, the second request is on its own', async () => {
  const send = () => api.as(world.owner).post('/api/hubs', hubBody('Twice'))
  const statuses = [(await send()).status, (await send()).status]
  expect(statuses).toEqual([200, 409])
})

test('a key that was used for something else is refused, and changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), async (word) => {
      const key = freshKey()
      await api.as(world.owner).post('/api/hubs', hubBody(`First ${word}`), { key })
      const other = await api.as(world.owner).post('/api/hubs', hubBody(`Other ${word}`), { key })
      expect([other.status, other.body.error.key]).toEqual([422, 'idempotency.other-body'])
      expect(await hubsNamed(`Other ${word}`)).toBe(0)
    }),
    { numRuns: 10 },
  )
})

test("another person's key is their own", async () => {
  const key = freshKey()
  const answers = await Promise.all(
    people.map((person, at) => api.as(person).post('/api/hubs', hubBody(`Of person ${at}`), { key })),
  )
  expect(answers.map((answer) => answer.body.name)).toEqual(people.map((_, at) => `Of person ${at}`))
})

test("another route's key is separate", async () => {
  const key = freshKey()
  const hub = await api.as(world.owner).post('/api/hubs', hubBody('By key'), { key })
  const body = { role: 'member', label: '', maxUses: 1, days: 1 }
  const invited = await api.as(world.owner).post(`/api/hubs/${hub.body.id}/invitations`, body, { key })
  expect([hub.status, invited.status]).toEqual([200, 200])
})

test('the same body to another address of one route is another request', async () => {
  const key = freshKey()
  const [one, two] = [await world.hub('Address one'), await world.hub('Address two')]
  const join = (hubId: string) => api.as(world.owner).put(`/api/hubs/${hubId}/membership`, { home: false }, { key })
  expect([(await join(one.id)).status, (await join(two.id)).status]).toEqual([200, 422])
})

test('a request that was refused may be sent again with the same key once it is possible', async () => {
  const key = freshKey()
  const person = await world.person('Dan')
  const send = () => api.as(person).post('/api/hubs', hubBody('Later'), { key })
  expect((await send()).status).toBe(403)
  const at = `/api/hubs/${world.core.id}/people/${person.id}`
  await api.as(world.owner).put(at, { role: 'host' })
  expect((await send()).status).toBe(200)
})

test('only a reference to the result is kept, never the answer', async () => {
  const name = 'Kept by reference'
  await api.as(world.owner).post('/api/hubs', hubBody(name))
  const text = `select string_agg(to_json(i)::text, ' ') as kept from idempotency as i`
  const row = await world.database.transaction({ role: 'jobs' }, (tx) => tx.row<{ kept: string }>(text))
  expect(row?.kept).not.toContain(name)
})
