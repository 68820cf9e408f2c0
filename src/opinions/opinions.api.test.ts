import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { OpinionsView, opinionsContract } from './contract.ts'

const SIDE = 8
const STATEMENTS = 8

let api: TestApi
let world: World
let host: WorldPerson
let venue: WorldVenue
let quiet: WorldVenue
const sides: WorldPerson[] = []

/** Two sides of eight people: of one mind on the first statement, against each other on all others. */
beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  venue = await aVenue(world, host)
  quiet = await aVenue(world, host)
  const ids: string[] = []
  for (let n = 0; n < STATEMENTS; n++) {
    const path = `/api/forums/${venue.forumId}/contributions`
    ids.push((await api.as(host).post(path, { title: `Statement ${n}`, body: '' })).body.id)
  }
  for (let n = 0; n < 2 * SIDE; n++) {
    const person = await world.person(`Secret ${n}`)
    sides.push(person)
    for (const [at, id] of ids.entries()) {
      const value = at === 0 || n < SIDE ? 'agree' : 'disagree'
      expect((await api.as(person).put(`/api/contributions/${id}/vote`, { value })).status).toBe(200)
    }
  }
  await vi.waitFor(async () => expect((await view(host)).counted).toBe(2 * SIDE), { timeout: 20_000, interval: 200 })
}, 90_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

const pathOf = ({ id }: WorldVenue): string => `/api/venues/${id}/opinions`
const view = async (who: WorldPerson, of = venue): Promise<OpinionsView> => (await api.as(who).get(pathOf(of))).body
const first = (): WorldPerson => sides[0] ?? host

describe('the ladder', () => {
  const route = 'GET /api/venues/:venueId/opinions'
  climb(() => api, { route, contract: opinionsContract[route], rung: () => ({ path: pathOf(venue), person: host }) })
})

test('groups come by themselves after votes, and fit the contract', async () => {
  const answer = await view(first())
  expect([...Compile(OpinionsView).Errors(answer)]).toEqual([])
  expect(answer.groups.map(({ people }) => people)).toEqual([SIDE, SIDE])
  expect(answer.cells.length).toBeGreaterThan(0)
  expect(answer.cells.every(({ people }) => people >= 5)).toBe(true)
})

test('that groups are another is told to those who may see the venue, without a vote in it', async () => {
  await vi.waitFor(async () => {
    const told = await world.database.transaction({ role: 'jobs' }, (tx) =>
      tx.rows<{ topics: string[]; facts: Record<string, unknown> }>(
        `select topics, facts from event where type = 'opinions.changed' order by position desc nulls last limit 1`,
      ),
    )
    const { revision } = await view(first())
    expect(told).toEqual([{ topics: [`venue:${venue.id}`], facts: { venueId: venue.id, revision } }])
  })
})

test('common ground is what both sides agree to, splits are what they differ on', async () => {
  const { commonGround, splits } = await view(first())
  expect(commonGround.map(({ contribution }) => contribution.title)).toEqual(['Statement 0'])
  expect(splits).toHaveLength(STATEMENTS - 1)
  expect(commonGround[0]).toMatchObject({ share: 1, high: 1, votes: 2 * SIDE })
})

test('somebody finds her own place, and two who vote alike are in one group', async () => {
  const [one, alike, other] = [sides[0], sides[1], sides[SIDE]].map((who) => who ?? host)
  const groupOf = async (who: WorldPerson | undefined) => (await view(who ?? host)).mine?.group
  expect(await groupOf(one)).toMatch(/^[AB]$/)
  expect(await groupOf(alike)).toBe(await groupOf(one))
  expect(await groupOf(other)).not.toBe(await groupOf(one))
})

test('who did not vote has no place, and nobody else is named to anybody', async () => {
  expect(await view(host)).toMatchObject({ mine: null, myVotes: 0, votesNeeded: 7 })
  for (const who of [host, first()]) {
    const words = JSON.stringify(await view(who))
    expect(words).not.toContain('Secret')
    for (const { id } of sides) expect(words).not.toContain(id)
  }
})

test('where too few voted nothing is shown but their number', async () => {
  expect(await view(first(), quiet)).toMatchObject({ counted: 0, groups: [], cells: [], commonGround: [], splits: [] })
})

const asking = (person: WorldPerson, sql: string) =>
  world.database.transaction(
    { role: 'app', opening: [{ text: 'select open_as(sha256($1::bytea), null)', values: [person.token] }] },
    (tx) => tx.rows<{ person: string }>(sql),
  )

test('the database itself gives nobody the place of another, nor who was in which group', async () => {
  expect(await asking(first(), 'select person_id as person from opinion_place')).toEqual([{ person: first().id }])
  expect(await asking(host, 'select person_id as person from opinion_place')).toEqual([])
  await expect(asking(host, 'select memory from opinion_state')).rejects.toThrow(/permission denied/)
})

test('without row-level security the places of all would be there to see', async () => {
  const all = await world.database.transaction({ role: 'jobs' }, (tx) => tx.rows('select 1 from opinion_place'))
  expect(all).toHaveLength(2 * SIDE)
})
