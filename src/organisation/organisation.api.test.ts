import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aWorld, type World } from '../../test/world.ts'
import { organisationContract } from './contract.ts'

let api: TestApi
let world: World

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
})
afterAll(async () => {
  await world.close()
  await api.close()
})

const zone = { locale: 'en', timeZone: 'Europe/Vienna' }
const token = 'x'.repeat(43)
const hub = { name: 'North', locales: ['en'], timeZone: 'Europe/Vienna' }

type Name = keyof typeof organisationContract
const bodies: Partial<Record<Name, Record<string, unknown>>> = {
  'POST /api/setup': {
    ...{ token, organisation: 'Meadow', ...zone, hubs: ['North'] },
    owner: { name: 'Olive', email: 'olive@example.org', password: null },
  },
  'PUT /api/organisation': { name: 'Meadow', ...zone },
  'POST /api/hubs': { parentId: '01890000-0000-7000-8000-000000000000', hub },
  'PUT /api/hubs/:hubId': hub,
  'PUT /api/hubs/:hubId/membership': { home: false },
  'PUT /api/hubs/:hubId/people/:personId': { role: 'member' },
  'POST /api/hubs/:hubId/invitations': { role: 'member', label: '', maxUses: 1, days: 1 },
  'POST /api/invitation': { token },
  'POST /api/invitation/redeem': { token, person: null },
}

describe('the ladder', () => {
  for (const route of Object.keys(organisationContract) as Name[]) {
    const path = (route.split(' ')[1] ?? '').replace(/:\w+/g, '01890000-0000-7000-8000-000000000000')
    const body = bodies[route]
    climb(() => api, {
      route,
      contract: organisationContract[route],
      rung: () => ({
        path: route === 'GET /api/setup' ? `${path}?token=${token}` : path,
        person: world.owner,
        ...(body && { body }),
      }),
    })
  }
})

test('every route of the organisation is described in the OpenAPI document', async () => {
  const { body } = await api.as(null).get('/api/openapi.json')
  for (const route of Object.keys(organisationContract)) {
    const [method = '', path = ''] = route.split(' ')
    const described = body.paths[path.replace(/:(\w+)/g, '{$1}')]
    expect(described?.[method.toLowerCase()], route).toBeDefined()
  }
})
