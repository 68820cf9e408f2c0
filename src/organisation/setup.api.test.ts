import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { setupLink } from './index.ts'

let api: TestApi

beforeAll(async () => {
  api = await openTestServer()
})
afterAll(() => api.close())

async function freshToken(): Promise<string> {
  const link = await setupLink(api.database, new URL(api.origin))
  return new URL(link ?? '').searchParams.get('token') ?? ''
}

const founding = (token: string) => ({
  token,
  organisation: 'Meadow',
  locale: 'de-at',
  timeZone: 'Europe/Vienna',
  owner: { name: 'Olive', email: 'olive@example.org', password: 'a long password' },
  hubs: ['North', 'South'],
})

test('before the first run there is no organisation and nobody', async () => {
  const me = await api.as(null).get('/api/me')
  expect(me.body).toEqual({
    organisation: null,
    person: null,
    may: { administer: false, startJam: false, seeHubs: false },
  })
})

test('a link that was never made opens nothing', async () => {
  const answer = await api.as(null).get(`/api/setup?token=${'x'.repeat(43)}`)
  expect(answer.body).toEqual({ open: false })
})

test('each start replaces the link of the one before', async () => {
  const earlier = await freshToken()
  const later = await freshToken()
  const open = async (token: string) => (await api.as(null).get(`/api/setup?token=${token}`)).body.open
  expect([await open(earlier), await open(later)]).toEqual([false, true])
})

test('a wrong body is refused with the field that is wrong', async () => {
  const token = await freshToken()
  const answer = await api.as(null).post('/api/setup', { ...founding(token), more: 1 })
  expect(answer.status).toBe(400)
})

test('two hubs of one name are refused, and the link still holds', async () => {
  const token = await freshToken()
  const answer = await api.as(null).post('/api/setup', { ...founding(token), hubs: ['North', 'north'] })
  expect([answer.status, answer.body.error.key]).toEqual([409, 'hub.name-taken'])
  expect((await api.as(null).get(`/api/setup?token=${token}`)).body.open).toBe(true)
})

test('the first run happens once, however many press the button at the same time', async () => {
  const token = await freshToken()
  const answers = await Promise.all(Array.from({ length: 8 }, () => api.as(null).post('/api/setup', founding(token))))
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, ...Array(7).fill(403)])
  const owner = { token: answers.find((answer) => answer.status === 200)?.token ?? '' }
  const me = await api.as(owner).get('/api/me')
  expect(me.body).toMatchObject({
    organisation: { name: 'Meadow', locale: 'de-AT' },
    person: { name: 'Olive', owner: true, homeHub: 'Meadow' },
    may: { administer: true, startJam: true, seeHubs: true },
  })
  const hubs = await api.as(owner).get('/api/hubs')
  expect(hubs.body.hubs.map((hub: { name: string }) => hub.name)).toEqual(['Meadow', 'North', 'South'])
})

test('after the first run no more links are made', async () => {
  expect(await setupLink(api.database, new URL(api.origin))).toBeNull()
})

test('the owner of the first run signs in with the password', async () => {
  const answer = await api.as(null).post('/api/sign-in', { email: 'Olive@Example.org', password: 'a long password' })
  expect(answer.status).toBe(200)
  const profile = await api.as({ token: answer.token ?? '' }).get('/api/profile')
  expect(profile.body).toMatchObject({ name: 'Olive', email: 'olive@example.org', hasPassword: true, owner: true })
})
