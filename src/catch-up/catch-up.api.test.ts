import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aJamOf } from '../../test/caught-up-jam.ts'
import { climb } from '../../test/ladder.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { Contract } from '../kernel/index.ts'
import { newId, type Tx } from '../platform/index.ts'
import { type CatchUpView, ChoiceView, catchUpContract, type Follow, FollowsView } from './contract.ts'

let api: TestApi
let world: World
let host: WorldPerson
let member: WorldPerson
let other: WorldPerson
let venue: WorldVenue

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  member = await world.person('Member')
  other = await world.person('Other')
  venue = await aVenue(world, host)
})
afterAll(async () => {
  await world.close()
  await api.close()
})

/** What the database itself gives to somebody. */
const as = <T>(who: WorldPerson, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.database.transaction(
    { role: 'app', opening: [{ text: 'select open_as(sha256($1::bytea), null)', values: [who.token] }] },
    work,
  )
const follow = (who: WorldPerson, kind: Follow['kind'], target: string, followed = true) =>
  api.as(who).put('/api/follows', { kind, target, followed })
const followsOf = async (who: WorldPerson): Promise<Follow[]> => (await api.as(who).get('/api/follows')).body.follows

describe('the ladder', () => {
  const choice = { minutes: 2, digest: false, digestHour: 8, quietFrom: 20, quietTo: 7, bridges: true }
  const body: Record<string, Record<string, unknown>> = {
    'POST /api/catch-up/seen': { themeIds: ['0199c1b2-0000-7000-8000-000000000000'] },
    'PUT /api/catch-up/choice': choice,
    'POST /api/catch-up/feed': {},
    'PUT /api/follows': { kind: 'word', target: 'travel', followed: true },
  }
  for (const [route, contract] of Object.entries(catchUpContract as Record<string, Contract>)) {
    if (route.includes('/:token')) continue // nobody signs in there: see the alone tests
    const [, path = ''] = route.split(' ')
    climb(() => api, { route, contract, rung: () => ({ path, body: body[route] ?? {}, person: member }) })
  }
})

test('minutes are two, ten or thirty', async () => {
  expect((await api.as(member).get('/api/catch-up?minutes=7')).status).toBe(400)
  expect((await api.as(member).get('/api/catch-up?minutes=2')).body.minutes).toBe(2)
})

test('what is chosen holds, and the catch-up is of that length', async () => {
  const chosen = { minutes: 30, digest: true, digestHour: 6, quietFrom: 21, quietTo: 8, bridges: false }
  const { body } = await api.as(other).put('/api/catch-up/choice', chosen)
  expect(Compile(ChoiceView).Check(body)).toBe(true)
  expect(body).toEqual({ ...chosen, feed: false })
  expect((await api.as(other).get('/api/catch-up')).body.minutes).toBe(30)
})

test('of the changes of a jam only the last is told, with the phase it is in now', async () => {
  const closed = await aVenue(world, host)
  await aJamOf(world, closed.id)
  await world.database.transaction({ role: 'jobs' }, async (tx) => {
    await tx.rows("update jam set phase = 'report', closes_at = now(), closed_at = now() where id = $1", [closed.id])
    await tx.rows(
      `insert into jam_change (id, jam_id, at, kind, phase, until, reason)
         select gen_random_uuid(), $1, now() - c.ago::interval, c.kind, c.phase, now() + interval '9 days', c.reason
           from (values ('3 hours', 'opened', 'discuss', null), ('2 hours', 'moved', 'rate', null),
             ('1 hour', 'closed-early', 'report', 'Everything is said.')) as c (ago, kind, phase, reason)`,
      [closed.id],
    )
  })
  const view: CatchUpView = (await api.as(member).get(`/api/catch-up?jamId=${closed.id}`)).body
  const clocks = view.sections.find(({ key }) => key === 'clocks')?.cards ?? []
  expect(clocks.map(({ line }) => line)).toEqual(['Closed early, now: Decide and report. Everything is said.'])
})

describe('following', () => {
  test('a forum and a word are followed and no longer', async () => {
    await follow(member, 'forum', venue.forumId)
    const { body } = await follow(member, 'word', ' Travel ')
    expect(Compile(FollowsView).Check(body)).toBe(true)
    expect((await followsOf(member)).map(({ name }) => name).sort()).toEqual(['Forum', 'travel'])
    await follow(member, 'word', 'travel', false)
    expect((await followsOf(member)).map(({ kind }) => kind)).toEqual(['forum'])
  })

  test('what may not be seen cannot be followed, and looks like what is not there', async () => {
    const hidden = await aVenue(world, host, { visible: false })
    const [unseen, absent] = [await follow(member, 'forum', hidden.forumId), await follow(member, 'forum', newId())]
    expect([unseen.status, absent.status]).toEqual([404, 404])
    expect(unseen.text).toBe(absent.text)
    expect((await follow(host, 'forum', hidden.forumId)).status).toBe(200)
  })

  test('a person is followed by who can read her, and she never learns of it', async () => {
    const stranger = await world.person('Quiet')
    expect((await follow(member, 'person', stranger.id)).status).toBe(404)
    await api.as(stranger).post(`/api/forums/${venue.forumId}/contributions`, { title: 'Here I am', body: '' })
    expect((await follow(member, 'person', stranger.id)).status).toBe(200)
    const rows = (tx: Tx) => tx.row<{ n: number }>('select count(*)::int as n from follow')
    expect((await as(stranger, rows))?.n).toBe(0)
    expect((await as(host, rows))?.n).toBe((await followsOf(host)).length)
    expect((await as(member, rows))?.n).toBeGreaterThan(1)
  })

  test("nobody writes into another's list, whatever the code above it does", async () => {
    const forged = (tx: Tx) =>
      tx.rows(`insert into follow (person_id, kind, target, at) values ($1, 'word', 'forged', now())`, [member.id])
    await expect(as(other, forged)).rejects.toThrow(/row-level security/)
    await expect(
      as(other, (tx) => tx.rows('select 1 from catch_up_secret where person_id <> app_person()')),
    ).resolves.toEqual([])
  })
})
