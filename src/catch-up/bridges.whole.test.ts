import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aCaughtUpJam, untilComputed } from '../../test/caught-up-jam.ts'
import type { ThemedVenue } from '../../test/themed-venue.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { Tx } from '../platform/index.ts'
import { computeVenue } from './compute-venue.ts'
import type { CatchUpView } from './contract.ts'

let api: TestApi
let world: World
let host: WorldPerson
let venue: ThemedVenue
let far: WorldPerson[]

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  venue = await aCaughtUpJam(api, world, host)
  far = [
    await world.person('Far Away', { hub: await world.hub('South') }),
    await world.person('Further Away', { hub: await world.hub('West') }),
  ]
}, 60_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

const post = async (who: WorldPerson, title: string): Promise<string> =>
  (await api.as(who).post(`/api/forums/${venue.forumId}/contributions`, { title, body: '' })).body.id
const asRoot = (text: string, values: readonly unknown[]) =>
  world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(text, values))
/** What the database itself gives to somebody. */
const as = <T>(who: WorldPerson, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.database.transaction(
    { role: 'app', opening: [{ text: 'select open_as(sha256($1::bytea), null)', values: [who.token] }] },
    work,
  )
const waysIn = async (who: WorldPerson) => {
  const view: CatchUpView = (await api.as(who).get('/api/catch-up?since=all&only=way-in')).body
  return view.sections.find(({ key }) => key === 'way-in')?.cards ?? []
}

test('two people of different hubs who write about the same are told of each other, and nobody else is', async () => {
  const contributionIds: string[] = []
  for (const who of far) contributionIds.push(await post(who, `${who.name} sees the same thing from there`))
  // Where a host puts them they stay, whenever themes are found anew.
  const [theme] = (await api.as(host).get(`/api/venues/${venue.id}/themes`)).body.themes
  for (const themeId of [null, theme.id]) {
    const moved = await api.as(host).put(`/api/venues/${venue.id}/theme-places`, { contributionIds, themeId })
    expect(moved.status).toBe(200)
  }
  await asRoot('delete from bridge', [])
  await asRoot(`update catch_up_state set stale_at = date_trunc('milliseconds', now()) where venue_id = $1`, [venue.id])
  await untilComputed(world, venue.id)
  const pairs = (await asRoot(
    'select one_id as one, other_id as other from bridge where one_id = any ($1) or other_id = any ($1)',
    [far.map(({ id }) => id)],
  )) as { one: string; other: string }[]
  expect(pairs.length).toBeGreaterThan(0)
  const known = [...far, ...venue.crowd]
  const lines = async (who: WorldPerson) => (await waysIn(who)).map(({ line }) => line).join()
  for (const { one, other } of pairs) {
    const [a, b] = [one, other].map((id) => known.find((who) => who.id === id))
    if (!a || !b) continue
    expect(await lines(a)).toContain(`You have not met yet: ${b.name}`)
    expect(await lines(b)).toContain(`You have not met yet: ${a.name}`)
  }
  const all = (tx: Tx) => tx.row<{ n: number }>('select count(*)::int as n from bridge')
  expect((await as(host, all))?.n).toBe(0)

  // Who wants no bridges is told of nobody and told to nobody, at once and from then on.
  const [{ one = '', other = '' } = {}] = pairs
  const [leaves, stays] = [one, other].map((id) => known.find((who) => who.id === id))
  if (!leaves || !stays) throw new Error('nobody is paired')
  const { feed: _feed, ...choice } = (await api.as(leaves).get('/api/catch-up/choice')).body
  await api.as(leaves).put('/api/catch-up/choice', { ...choice, bridges: false })
  expect(await lines(stays)).not.toContain(`You have not met yet: ${leaves.name}`)
  await computeVenue(api.database, venue.id)
  expect((await as(leaves, all))?.n).toBe(0)
}, 30_000)
