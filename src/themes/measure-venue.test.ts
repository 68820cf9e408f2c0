import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aVenue } from '../../test/venues.ts'
import { aWorld, type World } from '../../test/world.ts'
import { ThemesView } from './contract.ts'
import { measureVenue } from './measure-venue.ts'

let api: TestApi
let world: World

beforeAll(async () => {
  api = await openTestServer({ jobs: false })
  world = await aWorld(api)
}, 60_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

test('a first contribution that waits for an answer is a small voice, and what is measured anew alike tells nothing', async () => {
  const { database } = world
  const host = await world.person('Host', { role: 'host' })
  const venue = await aVenue(world, host)
  const { body } = await api.as(host).post(`/api/forums/${venue.forumId}/contributions`, { title: 'Alone', body: '' })
  await database.transaction({ role: 'jobs' }, async (tx) => {
    await tx.rows('insert into theme_state (venue_id) values ($1)', [venue.id])
    await tx.rows("update contribution set posted_at = posted_at - interval '3 hours' where id = $1", [body.id])
  })
  await measureVenue(database, venue.id)
  const view = await api.as(host).get(`/api/venues/${venue.id}/themes`)
  expect([...Compile(ThemesView).Errors(view.body)]).toEqual([])
  expect(view.body.smallVoices).toMatchObject([{ reason: 'first-unanswered', voice: { contributionId: body.id } }])
  expect(view.body.headline).toEqual([{ themeId: null, voice: 0 }])
  await measureVenue(database, venue.id)
  expect((await api.as(host).get(`/api/venues/${venue.id}/themes`)).body.revision).toBe(view.body.revision)
})
