import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { Contract } from '../kernel/index.ts'
import { newId } from '../platform/index.ts'
import { ThemesView, ThemeView, themesContract } from './contract.ts'

let api: TestApi
let world: World
let host: WorldPerson
let member: WorldPerson
let venue: WorldVenue
let contributionIds: string[]
let themeId: string
let otherId: string
let changeId: string

async function aTheme(label: string, language: string, ids: readonly string[]): Promise<string> {
  const id = newId()
  await world.database.transaction({ role: 'jobs' }, async (tx) => {
    await tx.rows('insert into theme (id, venue_id, language, label, born_at) values ($1, $2, $3, $4, now())', [
      id,
      venue.id,
      language,
      label,
    ])
    await tx.rows('insert into theme_state (venue_id) values ($1) on conflict do nothing', [venue.id])
    await tx.rows('insert into theme_place (contribution_id, venue_id, theme_id) select unnest($1::uuid[]), $2, $3', [
      ids,
      venue.id,
      id,
    ])
  })
  return id
}

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  member = await world.person('Member')
  venue = await aVenue(world, host)
  contributionIds = []
  for (const title of ['one', 'two', 'three', 'four']) {
    const path = `/api/forums/${venue.forumId}/contributions`
    contributionIds.push((await api.as(member).post(path, { title, body: '' })).body.id)
  }
  themeId = await aTheme('lunch', 'en', contributionIds.slice(0, 3))
  otherId = await aTheme('travel', 'en', contributionIds.slice(3))
  const pinned = await api.as(host).put(`/api/themes/${themeId}/pin`, { pinned: true })
  changeId = pinned.body.changes[0].id
})
afterAll(async () => {
  await world.close()
  await api.close()
})

const acts: Record<string, () => { path: string; body: Record<string, unknown> }> = {
  'PUT /api/themes/:themeId/name': () => ({ path: `/api/themes/${themeId}/name`, body: { name: 'Lunch' } }),
  'PUT /api/themes/:themeId/pin': () => ({ path: `/api/themes/${themeId}/pin`, body: { pinned: false } }),
  'POST /api/themes/:themeId/split': () => ({
    path: `/api/themes/${themeId}/split`,
    body: { contributionIds: contributionIds.slice(0, 1) },
  }),
  'PUT /api/venues/:venueId/theme-places': () => ({
    path: `/api/venues/${venue.id}/theme-places`,
    body: { contributionIds: contributionIds.slice(1, 2), themeId: null },
  }),
  'POST /api/themes/:themeId/merge': () => ({ path: `/api/themes/${themeId}/merge`, body: { otherId } }),
  'POST /api/theme-changes/:changeId/undo': () => ({ path: `/api/theme-changes/${changeId}/undo`, body: {} }),
}
const reads: Record<string, () => string> = {
  'GET /api/venues/:venueId/themes': () => `/api/venues/${venue.id}/themes`,
  'GET /api/venues/:venueId/unsorted': () => `/api/venues/${venue.id}/unsorted`,
  'GET /api/themes/:themeId': () => `/api/themes/${themeId}`,
  'GET /api/themes/:themeId/contributions': () => `/api/themes/${themeId}/contributions`,
}

const asked: typeof acts = {
  'POST /api/venues/:venueId/similar': () => ({ path: `/api/venues/${venue.id}/similar`, body: { text: 'lunch' } }),
}

describe('the ladder', () => {
  for (const [route, contract] of Object.entries(themesContract as Record<string, Contract>)) {
    const rung = () => ({ path: reads[route]?.() ?? '', person: host, ...acts[route]?.(), ...asked[route]?.() })
    climb(() => api, { route, contract, rung })
  }
})

const send = (who: WorldPerson, route: string) => {
  const { path, body } = acts[route]?.() ?? { path: '', body: {} }
  return route.startsWith('PUT') ? api.as(who).put(path, body) : api.as(who).post(path, body)
}

for (const route of Object.keys(acts)) {
  test(`${route} is refused for a member, and done for a host`, async () => {
    const refused = await send(member, route)
    expect([refused.status, refused.body.error.key]).toEqual([403, 'themes.only-hosts-shape'])
    const done = await send(host, route)
    expect(done.status).toBe(200)
    expect([...Compile(ThemesView).Errors(done.body)]).toEqual([])
  })
}

test('what is read fits its contract', async () => {
  for (const path of Object.values(reads)) expect((await api.as(member).get(path())).status, path()).toBe(200)
  const theme = await api.as(member).get(`/api/themes/${themeId}`)
  expect([...Compile(ThemeView).Errors(theme.body)]).toEqual([])
  expect(theme.body.may.shape.ok).toBe(false)
})

test('agreement stays as it was last counted while a host shapes, and contributions are counted at once', async () => {
  const [moved] = contributionIds
  const counted = `update theme set figures = '{"agreement": 0.5, "split": 0.2, "contributions": 9}' where id = $1`
  await world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(counted, [themeId]))
  const put = (to: string | null) =>
    api.as(host).put(`/api/venues/${venue.id}/theme-places`, { contributionIds: [moved], themeId: to })
  await put(null)
  const { body } = await put(themeId)
  const theme = (body as ThemesView).themes.find(({ id }) => id === themeId)
  expect(theme).toMatchObject({ agreement: 0.5, split: 0.2 })
  expect(theme?.contributions).toBeLessThan(9)
})

test('an act that was undone cannot be undone again', async () => {
  expect((await api.as(host).post(`/api/theme-changes/${changeId}/undo`)).status).toBe(409)
})

test('themes of two languages stay two', async () => {
  const german = await aTheme('Mittagessen', 'de', [])
  const answer = await api.as(host).post(`/api/themes/${themeId}/merge`, { otherId: german })
  expect([answer.status, answer.body.error.key]).toEqual([422, 'themes.two-languages'])
})

test('the database itself keeps a member from shaping', async () => {
  const act = (person: WorldPerson) =>
    world.database.transaction(
      { role: 'app', opening: [{ text: 'select open_as(sha256($1::bytea), null)', values: [person.token] }] },
      (tx) => tx.rows('update theme set label = label where id = $1 returning id', [themeId]),
    )
  expect(await act(member)).toEqual([])
})
