import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { type PlantedText, plantVoices } from '../../test/planted-voices.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldHub, type WorldPerson } from '../../test/world.ts'
import { computeVenue } from './compute-venue.ts'
import type { SmallVoice, ThemesView } from './contract.ts'
import { openFeeding } from './feed-engine.ts'
import { measureVenue } from './measure-venue.ts'
import { markStale } from './store/computing.ts'
import { type Engine, openEngine } from './worker/open-engine.ts'

// Texts of twelve hubs in which 40 people of one hub write .3 % of all, on a thing of their own, through the whole product.
// The same among 30,000: src/analysis/voices/find-pockets.test.ts.

const TEXTS = 13_500
const HUBS = 12
const planted = plantVoices({ seed: 7, texts: TEXTS, small: { texts: 40, people: 40 } })

let api: TestApi
let world: World
let host: WorldPerson
let venue: WorldVenue
let engine: Engine
let hubs: WorldHub[]
const topicOf = new Map<string, string>()

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  venue = await aVenue(world, host)
  hubs = []
  for (let n = 0; n < HUBS; n++) hubs.push(await world.hub(`Hub ${n}`))
  await write(api.fresh.root, planted)
  engine = openEngine()
  await world.database.transaction({ role: 'jobs' }, (tx) => markStale(tx, [venue.id]))
  await computeVenue(
    { database: api.database, engine, feeding: openFeeding({ database: api.database, engine }) },
    venue.id,
  )
}, 240_000)
afterAll(async () => {
  await engine.stop()
  await world.close()
  await api.close()
})

/** People of their hubs and what they write, as the operator's own rows. */
async function write(client: pg.Client, texts: readonly PlantedText[]): Promise<void> {
  const hubOf = new Map(texts.map(({ author, group }) => [author, hubs[Number(group.slice(1))]?.id]))
  const idOf = new Map([...hubOf.keys()].map((author) => [author, randomUUID()]))
  await client.query(
    `insert into person (id, name, locale, time_zone, home_hub_id, created_at)
     select id, 'Somebody', 'en', 'Europe/Vienna', hub, now() from unnest($1::uuid[], $2::uuid[]) as h (id, hub)`,
    [[...idOf.values()], [...hubOf.values()]],
  )
  for (const { topic } of texts) topicOf.set(randomUUID(), topic)
  await client.query(
    `insert into contribution (id, venue_id, forum_id, thread_id, number, path, depth, kind, author_id, title, body, html,
       language, posted_at)
     select id, $1, $2, id, 0, '', 0, 'contribution', author, left(words, 80), substr(words, 81), '', 'en', now()
       from unnest($3::uuid[], $4::text[], $5::uuid[]) as t (id, words, author)`,
    [
      ...[venue.id, venue.forumId, [...topicOf.keys()]],
      ...[texts.map(({ text }) => text), texts.map(({ author }) => idOf.get(author))],
    ],
  )
  await client.query('analyze contribution, person')
}

const view = async (): Promise<ThemesView> => {
  const { status, body, text } = await api.as(host).get(`/api/venues/${venue.id}/themes`)
  expect(status, text).toBe(200)
  return body
}
const isPlanted = ({ voice }: Pick<SmallVoice, 'voice'>): boolean => topicOf.get(voice.contributionId) === 'small'

/** The planted people stand together: in a theme of their own, or as one small voice of their hub. */
function standTogether({ themes, smallVoices }: ThemesView): boolean {
  const own = themes.filter(({ voices }) => voices.length > 0 && voices.every((voice) => isPlanted({ voice })))
  const pocket = smallVoices.find((small) => small.reason === 'pocket' && isPlanted(small))
  return own.some(({ people }) => people >= 20) || (pocket?.people ?? 0) >= 20
}

test('without the detector of small voices they stand nowhere', async () => {
  const before = await view()
  expect(before.themes.length).toBeGreaterThan(5)
  expect(standTogether(before)).toBe(false)
})

test('with it they stand together, with their hub and their number, and have a place among the themes', {
  timeout: 120_000,
}, async () => {
  await measureVenue(api.database, venue.id)
  const after = await view()
  expect(standTogether(after)).toBe(true)
  const at = after.smallVoices.findIndex((small) => small.reason === 'pocket' && isPlanted(small))
  const pocket = after.smallVoices[at]
  expect(pocket).toMatchObject({ hub: 'Hub 7', spoken: null, zone: null })
  expect(after.smallVoices.filter(({ reason }) => reason === 'pocket').length).toBeLessThanOrEqual(3)
  const place = pocket?.themeId ? { themeId: pocket.themeId, voice: null } : { themeId: null, voice: at }
  expect(after.headline).toContainEqual(place)
})
