import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { allContracts } from '../../test/trust/all-contracts.ts'
import { aVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { Contract } from '../kernel/index.ts'

let api: TestApi
let world: World

beforeAll(async () => {
  api = await openTestServer({ env: { METRICS_TOKEN: 'a-token-for-the-test' } })
  world = await aWorld(api)
})
afterAll(async () => {
  await world.close()
  await api.close()
})

type Document = { openapi: string; paths: Record<string, Record<string, { summary?: string; responses?: object }>> }
const inOpenApi = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')

test('every mounted route is in the document, and nothing else is', async () => {
  const document = (await api.as(null).get<Document>('/api/openapi.json')).body
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const mounted = Object.keys(allContracts).map((key) => {
    const [method, path = ''] = key.split(' ')
    return `${method} ${inOpenApi(path)}`
  })
  expect(described.filter((route) => !/health|openapi/.test(route)).sort()).toEqual(mounted.sort())
  for (const methods of Object.values(document.paths)) {
    for (const route of Object.values(methods)) expect(route.summary).toBeTruthy()
  }
})

/** The contract of a request that was made. */
function contractOf(method: string, path: string): Contract | undefined {
  const parts = (path.split('?')[0] ?? '').split('/')
  return Object.entries(allContracts).find(([key]) => {
    const [of, pattern = ''] = key.split(' ')
    const places = pattern.split('/')
    return (
      of === method && places.length === parts.length && places.every((p, n) => p.startsWith(':') || p === parts[n])
    )
  })?.[1]
}

function expectToMatch(method: string, path: string, body: unknown): void {
  const contract = contractOf(method, path)
  if (!contract) throw new Error(`no contract for ${method} ${path}`)
  const compiled = Compile(contract.answer)
  expect([...compiled.Errors(body)].slice(0, 3), `${method} ${path}`).toEqual([])
}

test('real answers match the document, and one with an unknown field would not', async () => {
  const host = await world.person('Host', { role: 'host' })
  const ada = await world.person('Ada')
  const asked: [WorldPerson, string, string, unknown?][] = []
  const venue = await aVenue(world, host)
  const posted = await api.as(ada).post(`/api/forums/${venue.forumId}/contributions`, { title: 'A', body: 'b' })
  const { id } = posted.body
  expectToMatch('POST', `/api/forums/${venue.forumId}/contributions`, posted.body)
  const jam = await api.as(host).post('/api/jams', { hubId: world.core.id, title: 'Values', question: 'Which?' })
  expectToMatch('POST', '/api/jams', jam.body)
  const jamId = jam.body.jam.id
  asked.push(
    [ada, 'POST', `/api/contributions/${id}/replies`, { kind: 'build', body: 'more' }],
    [host, 'PUT', `/api/contributions/${id}/vote`, { value: 'agree' }],
    [host, 'PUT', `/api/contributions/${id}/favourite`, { favourite: true }],
    [ada, 'PUT', `/api/contributions/${id}`, { version: 1, title: 'B', body: '' }],
    [ada, 'PUT', `/api/threads/${id}/read`, { number: 1 }],
    [ada, 'PUT', `/api/drafts/reply:${id}`, { kind: 'plain', title: '', body: 'begun' }],
    [host, 'POST', `/api/jams/${jamId}/forums`, { title: 'F', question: 'Q?', hosts: [host.id] }],
    [host, 'POST', '/api/hubs', { parentId: world.core.id, hub: { name: 'New', locales: ['en'], timeZone: 'UTC' } }],
    [host, 'POST', `/api/hubs/${world.core.id}/invitations`, { role: 'guest', label: 'x', maxUses: 3, days: 5 }],
    [ada, 'GET', `/api/venues/${venue.id}/contributions`],
    [ada, 'GET', `/api/contributions?ids=${id}`],
    [ada, 'GET', `/api/contributions/${id}`],
    [ada, 'GET', `/api/contributions/${id}/versions`],
    [ada, 'GET', `/api/threads/${id}?order=time&from=unread`],
    [ada, 'GET', `/api/drafts/reply:${id}`],
    [ada, 'GET', '/api/drafts'],
    [ada, 'GET', '/api/jams'],
    [host, 'GET', `/api/jams/${jamId}`],
    [host, 'GET', `/api/jams/${jamId}/mine`],
    [ada, 'POST', '/api/search', { words: 'more' }],
    [ada, 'GET', '/api/me'],
    [ada, 'GET', '/api/profile'],
    [ada, 'GET', '/api/sessions'],
    [ada, 'GET', '/api/hubs'],
    [host, 'GET', `/api/hubs/${world.core.id}`],
    [host, 'GET', `/api/hubs/${world.core.id}/people`],
    [host, 'GET', `/api/hubs/${world.core.id}/invitations`],
    [ada, 'GET', '/api/people?query=a'],
    [world.owner, 'GET', '/api/administration/mail'],
    [world.owner, 'GET', '/api/administration/jobs'],
    [ada, 'DELETE', `/api/contributions/${id}`],
  )
  for (const [who, method, path, body] of asked) {
    const asker = api.as(who)
    const answer =
      method === 'GET'
        ? await asker.get(path)
        : method === 'DELETE'
          ? await asker.delete(path)
          : await (method === 'PUT' ? asker.put(path, body) : asker.post(path, body))
    expect(answer.status, `${method} ${path} ${answer.text}`).toBe(200)
    expectToMatch(method, path, answer.body)
  }
  const answer = await api.as(ada).get('/api/me')
  expect(() => expectToMatch('GET', '/api/me', { ...answer.body, password: 'x' })).toThrow()
})
