import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { newId } from '../platform/index.ts'
import type { ThemesView } from './contract.ts'
import { measureVenue } from './measure-venue.ts'
import { saveListFigures, saveThemeFigures } from './store/figures.ts'

// A campaign of 500 texts by 12 people, beside a theme of 15 people who wrote one contribution each. Every place that
// ranks is asked, and each beside what it would say if it counted texts.

const TEXTS = 500
const FEW = 12
const MANY = 15

let api: TestApi
let world: World
let host: WorldPerson
let venue: WorldVenue
let few: WorldPerson[]
let campaign: string[]
let campaignTheme: string
let broadTheme: string
let contested: string

const post = async (who: WorldPerson, title: string): Promise<string> =>
  (await api.as(who).post(`/api/forums/${venue.forumId}/contributions`, { title, body: '', language: 'en' })).body.id
const ask = (who: WorldPerson, id = '', n = 0) =>
  api.as(who).post(`/api/contributions/${id}/replies`, { kind: 'question', body: `How would that work, ${n}?` })
const each = async <T, R>(from: readonly T[], make: (one: T, at: number) => Promise<R>): Promise<R[]> => {
  const made: R[] = []
  // As many at once as people write at once.
  for (let at = 0; at < from.length; at += FEW) {
    made.push(...(await Promise.all(from.slice(at, at + FEW).map((one, n) => make(one, at + n)))))
  }
  return made
}

async function aTheme(label: string, ids: readonly string[]): Promise<string> {
  const id = newId()
  await world.database.transaction({ role: 'jobs' }, async (tx) => {
    await tx.rows(
      "insert into theme (id, venue_id, language, label, born_at, pinned) values ($1, $2, 'en', $3, now(), false)",
      [id, venue.id, label],
    )
    await tx.rows('insert into theme_state (venue_id) values ($1) on conflict do nothing', [venue.id])
    await tx.rows(
      `insert into theme_place (contribution_id, venue_id, theme_id) select unnest($1::uuid[]), $2, $3
       on conflict (contribution_id) do update set theme_id = excluded.theme_id, waiting = false`,
      [ids, venue.id, id],
    )
  })
  return id
}

async function themes(): Promise<ThemesView> {
  await world.database.transaction({ role: 'jobs' }, async (tx) => {
    await saveThemeFigures(tx, venue.id)
    await saveListFigures(tx, venue.id)
  })
  return (await api.as(host).get(`/api/venues/${venue.id}/themes`)).body
}

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  venue = await aVenue(world, host)
  few = await each([...Array(FEW)], (_, n) => world.person(`Few ${n}`))
  const many = await each([...Array(MANY)], (_, n) => world.person(`Many ${n}`))
  const subjects = ['beech', 'canal', 'desk', 'elbow', 'frost', 'grain', 'hammer', 'island', 'jacket', 'kettle']
  const broad = await each(many, (who, n) =>
    post(who, `${subjects[n % 10]} ${subjects[(n * 3 + 1) % 10]} idea ${n} ${n}`),
  )
  contested = await post(host, 'A free bus for everybody would be too expensive for this town')
  campaign = await each([...Array(TEXTS)], (_, n) =>
    post(few[n % FEW] ?? host, `We all demand a free bus for everybody in town from next spring on, number ${n}`),
  )
  await each(few, async (who, n) => {
    for (const id of campaign.slice(0, 20)) await api.as(who).put(`/api/contributions/${id}/vote`, { value: 'agree' })
    await api.as(who).put(`/api/contributions/${contested}/vote`, { value: 'disagree' })
    for (let question = 0; question < 5; question++) await ask(who, campaign[question], n)
  })
  await each(many, (who, n) => ask(who, broad[n], n))
  await vi.waitFor(
    async () => {
      const { body } = await api.as(host).get(`/api/contributions/${campaign[0]}/fold`)
      expect([body.fold?.texts, body.fold?.people]).toEqual([TEXTS, FEW])
    },
    { timeout: 120_000, interval: 500 },
  )
  campaignTheme = await aTheme('bus', [...campaign, contested])
  broadTheme = await aTheme('broad', broad)
}, 400_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

test('it is shown as the people who wrote it, with all its texts', async () => {
  const { body } = await api.as(host).get(`/api/contributions/${campaign[7]}/fold`)
  expect(body.fold).toMatchObject({ texts: TEXTS, writers: FEW, people: FEW, campaign: { people: FEW, isByFew: true } })
  const page = await api.as(host).get(`/api/contributions/${campaign[7]}/fold/contributions?limit=100`)
  expect([page.body.items.length, page.body.next === null]).toEqual([100, false])
})

describe('it moves no rank beyond its people', () => {
  test('in the order of themes, in their size and in their hours', async () => {
    const view = await themes()
    const found = [broadTheme, campaignTheme].map((id) => view.themes.findIndex((theme) => theme.id === id))
    expect(found[0]).toBeLessThan(found[1] ?? 0)
    const bus = view.themes.find(({ id }) => id === campaignTheme)
    expect(bus?.people).toBe(FEW + 1)
    expect(Math.max(...(bus?.hourly ?? []))).toBeLessThanOrEqual(FEW + 1)
    // Counted by texts it would stand first.
    expect(bus?.contributions).toBeGreaterThan(view.themes.find(({ id }) => id === broadTheme)?.contributions ?? 0)
  })

  test('in the lenses', async () => {
    await measureVenue(world.database, venue.id)
    const { lenses } = await themes()
    expect(lenses.unresolved.map(({ themeId }) => themeId)).toEqual([broadTheme, campaignTheme])
    const rising = lenses.rising.find(({ themeId }) => themeId === campaignTheme)
    expect(rising?.peopleAnHour ?? 0).toBeLessThanOrEqual(FEW + 1)
    // Counted by questions it would stand first.
    const [first, second] = lenses.unresolved
    expect(second?.openQuestions).toBeGreaterThan(first?.openQuestions ?? 0)
  })

  test('in the agreement of its theme, where everybody has one voice on it', async () => {
    const agreement = async () => (await themes()).themes.find(({ id }) => id === campaignTheme)?.agreement
    expect(await agreement()).toBe(0.5)
    // Without the fold each of its texts would count for itself.
    await api.as(host).post(`/api/contributions/${campaign[0]}/fold/apart`, { whole: true })
    expect(await agreement()).toBeGreaterThan(0.9)
    const { body } = await api.as(host).get(`/api/contributions/${campaign[0]}/fold`)
    await api.as(host).post(`/api/fold-acts/${body.acts[0].id}/undo`)
    expect(await agreement()).toBe(0.5)
  })

  test('in the lists, where it has one place', async () => {
    const isOfIt = ({ id }: { id: string }) => campaign.includes(id)
    const feed = `/api/venues/${venue.id}/contributions?limit=30`
    for (const path of [feed, `${feed}&order=active`, `${feed}&forumId=${venue.forumId}`]) {
      expect((await api.as(host).get(path)).body.items.filter(isOfIt), path).toHaveLength(1)
    }
    const inTheme = await api.as(host).get(`/api/themes/${campaignTheme}/contributions?limit=100`)
    expect(inTheme.body.items).toHaveLength(2)
    const questions = (await api.as(host).get(`/api/themes/${campaignTheme}`)).body.openQuestions
    const askers = questions.map(({ author }: { author: { id: string } }) => author.id)
    expect(new Set(askers).size).toBe(askers.length)
    // Without folds it would fill them.
    expect((await api.as(host).get(`${feed}&folds=all`)).body.items.filter(isOfIt)).toHaveLength(30)
  })
})
