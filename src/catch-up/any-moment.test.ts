import { afterAll, beforeAll, expect, test } from 'vitest'
import { aJamOf } from '../../test/caught-up-jam.ts'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { seededRandom } from '../analysis/seeded-random.ts'
import { computeVenue } from './compute-venue.ts'
import { findNews } from './store/news.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const DAYS = 40
const TEXTS = 400

type Said = { readonly at: number; readonly by: number }

let fresh: FreshDatabase
let world: World
let venue: WorldVenue
let reader: WorldPerson
const now = Math.floor(Date.now() / DAY) * DAY + 10 * 60 * MINUTE + 33 * MINUTE
const random = seededRandom(7)
const said: Said[] = Array.from({ length: TEXTS }, () => ({
  at: now - Math.floor(random() * DAYS * DAY),
  by: Math.floor(random() * 9),
}))

beforeAll(async () => {
  fresh = await freshDatabase()
  world = await aWorld({ fresh })
  const host = await world.person('Host', { role: 'host' })
  venue = await aVenue(world, host)
  await aJamOf(world, venue.id)
  const people: WorldPerson[] = []
  for (let n = 0; n < 9; n++) people.push(await world.person(`Person ${n}`))
  reader = await world.person('Reader')
  await world.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows(
      `insert into contribution (id, venue_id, forum_id, thread_id, number, path, depth, kind, author_id, title, body, html,
          language, posted_at)
        select id, $1, $2, id, 0, '', 0, 'contribution', author, 'Said', '', '', 'en', at
          from (select gen_random_uuid() as id, author, at from unnest($3::uuid[], $4::timestamptz[]) as s (author, at)) as t`,
      [venue.id, venue.forumId, said.map(({ by }) => people[by]?.id), said.map(({ at }) => new Date(at))],
    ),
  )
  await computeVenue(world.database, venue.id)
}, 60_000)
afterAll(async () => {
  await world.close()
  await fresh.drop()
})

/** What is new since an instant, as a reader is told. */
async function newSince(at: number) {
  const opening = [{ text: 'select open_as(sha256($1::bytea), null)', values: [reader.token] }]
  const asked = { jamId: null, since: 'yesterday', at: new Date(at), now: new Date(now) } as const
  const { places } = await world.database.transaction({ role: 'app', opening }, (tx) => findNews(tx, asked))
  return { said: places[0]?.said ?? 0, people: places[0]?.people ?? 0 }
}

test.each([
  ['a moment of this hour', now - 20 * MINUTE],
  ['a moment of today', now - 7.3 * 60 * MINUTE],
  ['a full hour', now - 33 * MINUTE - 5 * 60 * MINUTE],
  ['a full day', now - 33 * MINUTE - 10 * 60 * MINUTE - 3 * DAY],
  ['an evening weeks ago', now - 23.7 * DAY],
  ['the beginning', 0],
])('what is new since %s is counted as one by one, each person once', async (_name, at) => {
  const step = 5 * MINUTE
  const since = said.filter((one) => one.at >= Math.floor(at / step) * step)
  expect(await newSince(at)).toEqual({ said: since.length, people: new Set(since.map(({ by }) => by)).size })
})

test('what is gone is gone from every step', async () => {
  const before = await newSince(0)
  await world.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows(
      'delete from contribution where id = (select id from contribution where venue_id = $1 order by posted_at limit 1)',
      [venue.id],
    ),
  )
  await computeVenue(world.database, venue.id)
  expect(await newSince(0)).toMatchObject({ said: before.said - 1 })
})
