import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aThemedVenue, type ThemedVenue } from '../../test/themed-venue.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { computeVenue } from './compute-venue.ts'
import type { ThemesView } from './contract.ts'
import { openFeeding } from './feed-engine.ts'
import { type Engine, openEngine } from './worker/open-engine.ts'

let api: TestApi
let world: World
let host: WorldPerson
let venue: ThemedVenue
let engine: Engine

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  venue = await aThemedVenue(api, world, host)
  engine = openEngine()
  await vi.waitFor(async () => expect((await view()).computedAt).not.toBeNull(), { timeout: 30_000, interval: 200 })
}, 60_000)
afterAll(async () => {
  await engine.stop()
  await world.close()
  await api.close()
})

const view = async (who: WorldPerson = host): Promise<ThemesView> =>
  (await api.as(who).get(`/api/venues/${venue.id}/themes`)).body
const idsOf = ({ themes }: ThemesView): string[] => themes.map(({ id }) => id).sort()
const membersOf = async (themeId: string): Promise<string[]> =>
  (await api.as(host).get(`/api/themes/${themeId}/contributions?limit=100`)).body.items.map(
    ({ id }: { id: string }) => id,
  )
const compute = () => {
  engine.forget(venue.id) // it hears nothing of what is written: it reads all anew
  return computeVenue(
    { database: api.database, engine, feeding: openFeeding({ database: api.database, engine }) },
    venue.id,
  )
}

test('themes come by themselves, with people and sentences that were written', async () => {
  const { themes, contributions } = await view()
  expect(contributions).toBe(24)
  expect(themes.length).toBeGreaterThanOrEqual(2)
  expect(themes[0]?.people).toBe(8)
  expect(themes[0]?.agreement).toBeNull()
  expect(themes.every(({ voices }) => voices.length > 0)).toBe(true)
})

test('a new contribution has its place within five seconds, and is found as similar', async () => {
  const [text = ''] = venue.texts
  const { body } = await api
    .as(host)
    .post(`/api/forums/${venue.forumId}/contributions`, { title: text, body: '', language: 'en' })
  const placed = async () => {
    const lists = await Promise.all((await view()).themes.map(({ id }) => membersOf(id)))
    expect(lists.flat()).toContain(body.id)
  }
  await vi.waitFor(placed, { timeout: 5_000, interval: 100 })
  const found = async () => {
    const { similar } = (await api.as(host).post(`/api/venues/${venue.id}/similar`, { text })).body
    expect(similar.map(({ contribution }: { contribution: { id: string } }) => contribution.id)).toContain(body.id)
  }
  await vi.waitFor(found, { timeout: 5_000, interval: 100 })
})

test('ids stay over two computations', async () => {
  await compute()
  const first = idsOf(await view())
  await compute()
  expect(idsOf(await view())).toEqual(first)
})

test("a host's merge holds at once and in the next computation, and is undone by one click", async () => {
  const [into, other] = (await view()).themes
  if (!into || !other) throw new Error('two themes were expected')
  const before = await membersOf(other.id)
  const merged = await api.as(host).post<ThemesView>(`/api/themes/${into.id}/merge`, { otherId: other.id })
  expect([merged.status, idsOf(merged.body).includes(other.id)]).toEqual([200, false])
  await compute()
  expect(await membersOf(into.id)).toEqual(expect.arrayContaining(before))
  const change = (await view()).changes.find(({ kind, by }) => kind === 'merged' && by === 'Host')
  const undone = await api.as(host).post(`/api/theme-changes/${change?.id}/undo`)
  expect(undone.status).toBe(200)
  expect((await membersOf(other.id)).sort()).toEqual(before.sort())
  await compute()
  expect((await membersOf(other.id)).length).toBeGreaterThan(0)
})

test('what a host moved stays where it was put', async () => {
  const [from, to] = (await view()).themes
  const contributionIds = (await membersOf(from?.id ?? '')).slice(0, 2)
  await api.as(host).put(`/api/venues/${venue.id}/theme-places`, { contributionIds, themeId: to?.id })
  await compute()
  expect(await membersOf(to?.id ?? '')).toEqual(expect.arrayContaining(contributionIds))
})

test('words taken back are quoted no more, at once', async () => {
  const voice = (await view()).themes[0]?.voices[0]
  for (const person of [...venue.crowd, host])
    await api.as(person).delete(`/api/contributions/${voice?.contributionId}`)
  const after = await view()
  expect(JSON.stringify(after.themes)).not.toContain(voice?.sentence)
  await compute()
  expect(JSON.stringify((await view()).themes)).not.toContain(voice?.sentence)
})

test('who may not see the venue sees nothing of its themes', async () => {
  const stranger = await world.person('Stranger', { hub: null })
  const [theme] = (await view()).themes
  const asked = [`venues/${venue.id}/themes`, `venues/${venue.id}/unsorted`, `themes/${theme?.id}`]
  for (const path of [...asked, `themes/${theme?.id}/contributions`]) {
    expect((await api.as(stranger).get(`/api/${path}`)).status, path).toBe(404)
  }
  expect((await api.as(stranger).post(`/api/venues/${venue.id}/similar`, { text: 'words' })).status).toBe(404)
})
