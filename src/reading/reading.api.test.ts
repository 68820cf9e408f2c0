import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aVenue, type WorldVenue } from '../../test/venues.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import type { Contract } from '../kernel/index.ts'
import { newId, type Tx } from '../platform/index.ts'
import { ReadingView, readingContract, SeldomRead } from './contract.ts'
import { findReadingPlace, findSeenAmong } from './index.ts'

let api: TestApi
let world: World
let host: WorldPerson
let author: WorldPerson
let reader: WorldPerson
let venue: WorldVenue
let ids: string[]

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Host', { role: 'host' })
  author = await world.person('Author')
  reader = await world.person('Reader')
  venue = await aVenue(world, host)
  ids = []
  for (let n = 0; n < 9; n++) ids.push(await post(`Contribution ${n}`))
})
afterAll(async () => {
  await world.close()
  await api.close()
})

const post = async (title: string, who = author): Promise<string> =>
  (await api.as(who).post(`/api/forums/${venue.forumId}/contributions`, { title, body: '' })).body.id
const reply = async (who: WorldPerson, to: string): Promise<string> =>
  (await api.as(who).post(`/api/contributions/${to}/replies`, { kind: 'plain', body: 'An answer' })).body.id
const read = (who: WorldPerson, contributionIds: readonly string[]) =>
  api.as(who).post('/api/reading/seen', { contributionIds })
const reading = async (who: WorldPerson): Promise<ReadingView> => (await api.as(who).get('/api/reading')).body
const seldom = async (who: WorldPerson | null): Promise<string[]> =>
  ((await api.as(who).get(`/api/venues/${venue.id}/seldom-read`)).body as SeldomRead).items.map(({ id }) => id)

/** What the database itself gives to somebody. */
const as = <T>(who: WorldPerson, work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.database.transaction(
    { role: 'app', opening: [{ text: 'select open_as(sha256($1::bytea), null)', values: [who.token] }] },
    work,
  )
const exposureOf = async (id: string | undefined): Promise<number> => {
  const find = (tx: Tx) => tx.row<{ people: number }>('select people from exposure where contribution_id = $1', [id])
  return (await world.database.transaction({ role: 'jobs' }, find))?.people ?? -1
}

describe('the ladder', () => {
  const body: Record<string, Record<string, unknown>> = {
    'PUT /api/reading': { kept: true },
    'POST /api/reading/seen': { contributionIds: ['0199c1b2-0000-7000-8000-000000000000'] },
  }
  for (const [route, contract] of Object.entries(readingContract as Record<string, Contract>)) {
    const [, path = ''] = route.replace(':venueId', '0199c1b2-0000-7000-8000-000000000000').split(' ')
    climb(() => api, {
      route,
      contract,
      rung: () => ({ path, person: host, ...(body[route] && { body: body[route] }) }),
    })
  }
})

test('who votes has read, whether a history is kept of them or not, and counts once', async () => {
  const voted = await post('Voted on')
  const vote = (who: WorldPerson, value: string | null) =>
    api.as(who).put(`/api/contributions/${voted}/vote`, { value })
  const voters = await Promise.all(Array.from({ length: 8 }, (_, n) => world.person(`Voter ${n}`)))
  for (const who of voters) expect((await vote(who, 'agree')).status).toBe(200)
  await expect.poll(() => exposureOf(voted)).toBe(8)
  expect(await seldom(reader)).not.toContain(voted)
  const [first, ...others] = voters
  for (const who of others) await read(who, [voted])
  expect(await exposureOf(voted)).toBe(8)
  if (first) await vote(first, null)
  await expect.poll(() => exposureOf(voted)).toBe(7)
})

test('an author who votes on her own words or answers under them is no reader of them', async () => {
  const own = await post('Voted on by its author')
  await api.as(author).put(`/api/contributions/${own}/vote`, { value: 'agree' })
  await reply(author, own)
  const after = await post('Voted on by another')
  await api.as(reader).put(`/api/contributions/${after}/vote`, { value: 'agree' })
  // They are counted in their order: once the later one is, the earlier one has been.
  await expect.poll(() => exposureOf(after)).toBe(1)
  expect(await exposureOf(own)).toBe(0)
})

test('what is read counts once a person, and never the author', async () => {
  const [first] = ids
  for (let again = 0; again < 2; again++) await read(reader, ids.slice(0, 2))
  await read(author, ids.slice(0, 2))
  expect(await exposureOf(first)).toBe(1)
  await read(host, ids.slice(0, 1))
  expect(await exposureOf(first)).toBe(2)
  const mine = await reading(reader)
  expect([...Compile(ReadingView).Errors(mine)]).toEqual([])
  expect([mine.contributions, (await reading(author)).contributions]).toEqual([2, 0])
})

test('the seeds of hosts are read by everybody but hosts', async () => {
  const seed = newId()
  await world.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows(
      `insert into contribution (id, venue_id, forum_id, thread_id, number, path, depth, kind, author_id, body, html, language,
         seed, posted_at) values ($1, $2, $3, $1, 0, '', 0, 'contribution', $4, 'x', 'x', 'en', true, now())`,
      [seed, venue.id, venue.forumId, author.id],
    ),
  )
  await read(host, [seed])
  await read(reader, [seed])
  expect(await exposureOf(seed)).toBe(1)
})

test('a reading history is for its person: neither hosts, owners nor the operator read it', async () => {
  const count = (tx: Tx) =>
    tx.row<{ n: number }>('select count(*)::int as n from reading_seen where venue_id = $1', [venue.id])
  expect((await as(reader, count))?.n).toBeGreaterThan(0)
  expect((await as(world.owner, count))?.n).toBe(0)
  await expect(world.database.transaction({ role: 'jobs' }, count)).rejects.toThrow(/permission denied/)
  const forged = (tx: Tx) =>
    tx.rows(
      `insert into reading_seen (person_id, contribution_id, venue_id, thread_id, seen_at, counts)
         values ($1, $2, $3, $2, now(), true)`,
      [reader.id, ids[5], venue.id],
    )
  await expect(as(host, forged)).rejects.toThrow(/row-level security/)
  await expect(as(host, (tx) => tx.rows('update exposure set readers = 99'))).rejects.toThrow(/permission denied/)
})

test('what may not be seen is not read', async () => {
  const stranger = await world.person('Stranger', { hub: null })
  await read(stranger, ids.slice(6, 7))
  expect([await exposureOf(ids[6]), (await reading(stranger)).contributions]).toEqual([0, 0])
})

test('who stops it leaves no trace from then on, and deletes what there was', async () => {
  const shy = await world.person('Shy')
  await read(shy, ids.slice(3, 4))
  expect(await exposureOf(ids[3])).toBe(1)
  expect((await api.as(shy).put('/api/reading', { kept: false })).body).toMatchObject({ kept: false, contributions: 1 })
  expect((await read(shy, ids.slice(4, 5))).body).toEqual({ kept: false })
  expect(await exposureOf(ids[4])).toBe(0)
  expect((await api.as(shy).delete('/api/reading')).body).toEqual({ kept: false, contributions: 0, since: null })
  expect(await exposureOf(ids[3])).toBe(0)
  expect((await api.as(shy).put('/api/reading', { kept: true })).body.kept).toBe(true)
  expect((await read(shy, ids.slice(4, 5))).body).toEqual({ kept: true })
})

test('higher modules learn what this person has read, and how far she came', async () => {
  const newest = await post('The newest')
  await expect
    .poll(
      async () => (await as(reader, (tx) => tx.row<{ p: string }>('select posted_position($1) as p', [[newest]])))?.p,
    )
    .toBeTruthy()
  await read(reader, [newest])
  const place = await as(reader, (tx) => findReadingPlace(tx, venue.id))
  await read(reader, ids.slice(2, 3))
  expect((await as(reader, (tx) => findReadingPlace(tx, venue.id)))?.position).toBe(place?.position)
  expect(place?.position).toBeGreaterThan(0)
  expect(await as(reader, (tx) => findSeenAmong(tx, [newest, ids[8] ?? '']))).toEqual([newest])
  expect(await as(host, (tx) => findSeenAmong(tx, [newest]))).toEqual([])
})

test('what few have read is offered to those who have not, without a number', async () => {
  const offered = await api.as(reader).get(`/api/venues/${venue.id}/seldom-read`)
  expect([...Compile(SeldomRead).Errors(offered.body)]).toEqual([])
  expect(await seldom(author)).toEqual([])
  const before = await seldom(reader)
  expect(before.length).toBe(5)
  await read(reader, before)
  expect(await seldom(reader)).not.toEqual(expect.arrayContaining(before.slice(0, 1)))
})

test('eight readers lift a contribution over the floor', async () => {
  const lifted = await post('Lifted')
  const last = await world.person('Last')
  expect((await read(last, ids)).status).toBe(200)
  expect(await seldom(last)).toContain(lifted)
  for (let n = 0; n < 8; n++) await read(await world.person(`Reader ${n}`), [lifted])
  expect(await exposureOf(lifted)).toBe(8)
  expect(await seldom(last)).not.toContain(lifted)
})

test('who only replied has read, once, however often she replies and votes, and whether a history is kept or not', async () => {
  const answered = await post('Answered')
  const quiet = await world.person('Quiet')
  await api.as(quiet).put('/api/reading', { kept: false })
  await reply(quiet, answered)
  await expect.poll(() => exposureOf(answered)).toBe(1)
  const other = await world.person('Other')
  const id = await reply(other, answered)
  await reply(other, answered)
  await api.as(other).put(`/api/contributions/${answered}/vote`, { value: 'pass' })
  await reply(quiet, id)
  // What was said to the reply is counted at the reply.
  await expect.poll(() => exposureOf(id)).toBe(1)
  expect(await exposureOf(answered)).toBe(2)
  expect((await reading(quiet)).contributions).toBe(0)
  expect(await as(quiet, (tx) => tx.rows('select 1 from reading_seen'))).toEqual([])
})
