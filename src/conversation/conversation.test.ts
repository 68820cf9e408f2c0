import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../test/database.ts'
import { type Actor, Refusal, type SignedInActor } from '../kernel/index.ts'
import { type Ctx, type Database, hashToken, newId, type Statement, startSequencer } from '../platform/index.ts'
import type { ContributionView } from './contract.ts'
import { editContribution } from './edit-contribution.ts'
import {
  addForum,
  countVenues,
  createVenue,
  postContributions,
  postSeed,
  recountVenue,
  reply,
  setVenue,
  showContribution,
  venueCounts,
  vote,
} from './index.ts'
import { retractContribution } from './retract-contribution.ts'
import { viewFeed } from './view-contributions.ts'
import { viewThread } from './view-thread.ts'

let fresh: FreshDatabase
let database: Database
let root: pg.Client
const core = randomUUID()
const north = randomUUID()
const south = randomUUID()

beforeAll(async () => {
  fresh = await freshDatabase()
  database = fresh.open(fresh.connection, { max: 20 })
  root = fresh.root
  await root.query(
    `insert into hub values ($1, null, 'Core', '{en}', 'UTC', array[$1::uuid], now()),
    ($2, $1, 'North', '{en}', 'UTC', array[$1::uuid, $2::uuid], now()),
    ($3, $1, 'South', '{en}', 'UTC', array[$1::uuid, $3::uuid], now())`,
    [core, north, south],
  )
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

type Person = { id: string; opening: Statement }
async function person(role: 'member' | 'guest' | 'host', hub = north): Promise<Person> {
  const id = newId()
  const hash = hashToken(id)
  await root.query(
    `insert into person (id, name, locale, time_zone, home_hub_id, guest, created_at) values ($1, $2, 'en', 'UTC', $3, $4, now())`,
    [id, `Person ${id.slice(-4)}`, hub, role === 'guest'],
  )
  await root.query('insert into membership values ($1, $2, $3, now())', [id, hub, role])
  await root.query(`insert into session values ($1, $2, $3, '', now(), now(), now() + interval '1 day')`, [
    newId(),
    hash,
    id,
  ])
  return { id, opening: { text: 'select open_as($1, null) as actor', values: [hash] } }
}

type Input = { forumId: string; title: string; body: string }
async function post(ctx: Ctx, input: Input): Promise<string> {
  const [posted] = await postContributions(ctx.tx, input.forumId, [{ ctx, hosts: false, input }])
  if (posted instanceof Refusal) throw posted
  return posted?.reference ?? ''
}
const replyTo = async (ctx: Ctx, input: Parameters<typeof reply>[1]): Promise<string> =>
  (await reply(ctx, input)).reference

const say = (key: string): string => key
function as<T>(who: Person | null, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const opening = [who?.opening ?? { text: 'select open_as(null, null) as actor' }]
  return database.transaction({ role: 'app', opening }, async (tx) => {
    const actor = (tx.opened[0] as { actor: Actor } | undefined)?.actor as SignedInActor
    return work({
      actor: actor ?? { personId: null, reach: [], guestReach: [], roles: {}, owner: false },
      tx,
      now: tx.now,
      say,
    } as Ctx)
  })
}

async function openVenue(host: Person, change: { guests?: boolean; hubs?: string[] } = {}) {
  const id = newId()
  const forumId = newId()
  await as(host, async ({ tx }) => {
    await createVenue(tx, { id, kind: 'jam', hubId: core, hostId: host.id })
    await addForum(tx, { id: forumId, venueId: id, title: 'Forum', question: 'What?', hosts: [] })
  })
  await as(host, ({ tx }) => setVenue(tx, { id, visible: true, accepts: 'everything', ...change }))
  return { id, forumId }
}

test('a member writes, another answers and votes, and both see the same thread', async () => {
  const [host, ada, ben] = [await person('host', core), await person('member'), await person('member', south)]
  const venue = await openVenue(host)
  const id = await as(ada, (ctx) =>
    post(ctx, { forumId: venue.forumId, title: 'Shorter meetings', body: '**Half** an hour.' }),
  )
  const answer = await as(ben, (ctx) =>
    replyTo(ctx, { contributionId: id, kind: 'objection', body: 'Not for everything.' }),
  )
  await as(ada, (ctx) => replyTo(ctx, { contributionId: answer, kind: 'build', body: 'For most.' }))
  await as(ben, (ctx) => vote(ctx, { contributionId: id, value: 'agree' }))
  const thread = JSON.parse((await as(ben, (ctx) => viewThread(ctx, { threadId: id, from: 'unread' }))).text)
  expect(thread.root).toMatchObject({
    title: 'Shorter meetings',
    votes: { agree: 1 },
    replies: 2,
    myVote: 'agree',
    mine: false,
  })
  expect(thread.root.html).toContain('<strong>Half</strong>')
  expect(thread.items.map((item: { kind: string }) => item.kind)).toEqual(['build'])
  const whole = JSON.parse((await as(ben, (ctx) => viewThread(ctx, { threadId: id }))).text)
  expect(whole.items.map((item: { depth: number }) => item.depth)).toEqual([1, 2])
  expect(whole.previous).toBeNull()
  expect(whole.next).toBeNull()
})

test('200 votes of one person, twenty at once, leave one vote, and those of 40 people forty', async () => {
  const host = await person('host', core)
  const venue = await openVenue(host)
  const id = await as(host, (ctx) => post(ctx, { forumId: venue.forumId, title: 'One', body: '' }))
  const ada = await person('member')
  const values = ['agree', 'disagree', 'pass'] as const
  for (let round = 0; round < 10; round++) {
    const cast = (_: unknown, n: number) =>
      as(ada, (ctx) => vote(ctx, { contributionId: id, value: values[n % 3] ?? null }))
    await Promise.all(Array.from({ length: 20 }, cast))
  }
  const view = JSON.parse((await as(ada, (ctx) => showContribution(ctx, id))).text) as ContributionView
  expect(view.votes.agree + view.votes.disagree + view.votes.pass).toBe(1)
  const crowd = await Promise.all(Array.from({ length: 40 }, () => person('member')))
  await Promise.all(crowd.map((one) => as(one, (ctx) => vote(ctx, { contributionId: id, value: 'agree' }))))
  const after = JSON.parse((await as(ada, (ctx) => showContribution(ctx, id))).text) as ContributionView
  expect(after.votes.agree + after.votes.disagree + after.votes.pass).toBe(41)
})

test('parallel replies of one thread get consecutive numbers', async () => {
  const host = await person('host', core)
  const venue = await openVenue(host)
  const id = await as(host, (ctx) => post(ctx, { forumId: venue.forumId, title: 'Busy', body: '' }))
  await Promise.all(
    Array.from({ length: 60 }, () => as(host, (ctx) => replyTo(ctx, { contributionId: id, kind: 'plain', body: 'x' }))),
  )
  const { rows } = await root.query('select number from contribution where thread_id = $1 order by number', [id])
  expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 61 }, (_, n) => n))
})

test('pages of a thread cover it once in both orders and both directions', async () => {
  const host = await person('host', core)
  const venue = await openVenue(host)
  const id = await as(host, (ctx) => post(ctx, { forumId: venue.forumId, title: 'Long', body: '' }))
  const ids = [id]
  for (let n = 0; n < 23; n++) {
    const parent = ids[(n * 7) % ids.length] ?? id
    ids.push(await as(host, (ctx) => replyTo(ctx, { contributionId: parent, kind: 'plain', body: String(n) })))
  }
  for (const order of ['tree', 'time'] as const) {
    const forth: string[] = []
    let after: string | undefined
    do {
      const page = JSON.parse(
        (await as(host, (ctx) => viewThread(ctx, { threadId: id, order, limit: 5, ...(after && { after }) }))).text,
      )
      expect(page.before).toBe(forth.length)
      forth.push(...page.items.map((item: { id: string }) => item.id))
      after = page.next ?? undefined
    } while (after)
    expect(new Set(forth)).toEqual(new Set(ids.slice(1)))
    const back: string[] = []
    let before: string | undefined
    do {
      const input = before ? { before } : { from: 'end' as const }
      const page = JSON.parse(
        (await as(host, (ctx) => viewThread(ctx, { threadId: id, order, limit: 5, ...input }))).text,
      )
      back.unshift(...page.items.map((item: { id: string }) => item.id))
      before = page.previous ?? undefined
    } while (before)
    expect(back).toEqual(forth)
  }
})

test('a guest sees nothing of a venue that is not opened to guests, and a stranger nothing at all', async () => {
  const [host, guest] = [await person('host', core), await person('guest')]
  const closed = await openVenue(host)
  const open = await openVenue(host, { guests: true })
  for (const venue of [closed, open]) {
    await as(host, (ctx) => post(ctx, { forumId: venue.forumId, title: 'Inside', body: '' }))
  }
  const seen = JSON.parse((await as(guest, (ctx) => viewFeed(ctx, { venueId: open.id }))).text)
  expect(seen.items).toHaveLength(1)
  await expect(as(guest, (ctx) => viewFeed(ctx, { venueId: closed.id }))).rejects.toMatchObject({ status: 404 })
  await expect(as(null, (ctx) => viewFeed(ctx, { venueId: open.id }))).rejects.toMatchObject({ status: 404 })
})

test('the second wall holds where a query forgot the first', async () => {
  const [host, guest] = [await person('host', core), await person('guest')]
  const venue = await openVenue(host)
  const id = await as(host, (ctx) => post(ctx, { forumId: venue.forumId, title: 'Inside', body: '' }))
  await as(host, (ctx) => vote(ctx, { contributionId: id, value: 'agree' }))
  const count = (who: Person, table: string) =>
    as(who, ({ tx }) => tx.row<{ n: number }>(`select count(*)::int as n from ${table} where venue_id = '${venue.id}'`))
  expect((await count(guest, 'contribution'))?.n).toBe(0)
  expect((await count(host, 'contribution'))?.n).toBe(1)
  expect((await count(await person('member'), 'vote'))?.n).toBe(0)
  const ada = await person('member')
  const steal = as(ada, ({ tx }) => tx.rows(`update contribution set title = 'Mine now' where id = $1`, [id]))
  await expect(steal).rejects.toThrow('belong to its author')
  const forge = as(ada, ({ tx }) => tx.rows(`update contribution set author_id = $2 where id = $1`, [id, ada.id]))
  await expect(forge).rejects.toThrow('permission denied')
})

test('words are erased with their versions when retracted, and the thread stays readable', async () => {
  const [host, ada] = [await person('host', core), await person('member')]
  const venue = await openVenue(host)
  const id = await as(ada, (ctx) => post(ctx, { forumId: venue.forumId, title: 'Canary first', body: 'canary one' }))
  await as(ada, (ctx) =>
    editContribution(ctx, { contributionId: id, version: 1, title: 'Canary second', body: 'canary two' }),
  )
  await expect(
    as(ada, (ctx) => editContribution(ctx, { contributionId: id, version: 1, title: 'Late', body: '' })),
  ).rejects.toMatchObject({ status: 409 })
  await as(host, (ctx) => replyTo(ctx, { contributionId: id, kind: 'plain', body: 'An answer stays.' }))
  await expect(as(host, (ctx) => retractContribution(ctx, { contributionId: id }))).rejects.toMatchObject({
    status: 403,
  })
  await as(ada, (ctx) => retractContribution(ctx, { contributionId: id }))
  const thread = JSON.parse((await as(host, (ctx) => viewThread(ctx, { threadId: id }))).text)
  expect(thread.root).toMatchObject({ retracted: true, title: null, html: '', author: null })
  expect(thread.items).toHaveLength(1)
  for (const table of ['contribution', 'contribution_version', 'draft', 'event', 'idempotency']) {
    const { rows } = await root.query(`select 1 from ${table} as t where t::text ilike '%canary%'`)
    expect(rows, table).toHaveLength(0)
  }
})

test('counters agree with the rows after any number of batches, seeds count no person', async () => {
  const sequencer = startSequencer({ database, inSequence: countVenues, pollMs: 20 })
  const [host, ada, guest] = [await person('host', core), await person('member'), await person('guest')]
  const id = newId()
  const forumId = newId()
  await as(host, async ({ tx }) => {
    await createVenue(tx, { id, kind: 'jam', hubId: core, hostId: host.id })
    await addForum(tx, { id: forumId, venueId: id, title: 'Forum', question: '', hosts: [] })
  })
  await as(host, (ctx) => postSeed(ctx, { forumId, title: 'Seed', body: '' }))
  await as(host, ({ tx }) => setVenue(tx, { id, visible: true, accepts: 'everything', guests: true }))
  const root1 = await as(ada, (ctx) => post(ctx, { forumId, title: 'One', body: '' }))
  await as(guest, (ctx) => replyTo(ctx, { contributionId: root1, kind: 'plain', body: 'x' }))
  // What was taken back stands nowhere any more, though its place in a thread stays.
  const gone = await as(ada, (ctx) => post(ctx, { forumId, title: 'Two', body: '' }))
  const answer = await as(guest, (ctx) => replyTo(ctx, { contributionId: root1, kind: 'plain', body: 'y' }))
  await as(ada, (ctx) => retractContribution(ctx, { contributionId: gone }))
  await as(guest, (ctx) => retractContribution(ctx, { contributionId: answer }))
  for (const value of ['agree', 'disagree', null, 'pass'] as const)
    await as(ada, (ctx) => vote(ctx, { contributionId: root1, value }))
  const counts = () => as(host, async ({ tx }) => (await venueCounts(tx, [id])).get(id))
  await expect
    .poll(counts, { timeout: 5000 })
    .toEqual({ people: 2, writers: 2, guests: 1, hubs: 1, contributions: 2, replies: 1, votes: 1 })
  await sequencer.stop()
  await database.transaction({ role: 'jobs' }, (tx) => recountVenue(tx, id))
  expect(await counts()).toEqual({ people: 2, writers: 2, guests: 1, hubs: 1, contributions: 2, replies: 1, votes: 1 })
})

test('the clock refuses writing even when the phase has not moved yet', async () => {
  const [host, ada] = [await person('host', core), await person('member')]
  const venue = await openVenue(host)
  await as(host, ({ tx, now }) => setVenue(tx, { id: venue.id, acceptsUntil: new Date(now.getTime() + 60_000) }))
  const write = () => as(ada, (ctx) => post(ctx, { forumId: venue.forumId, title: 'In time?', body: '' }))
  await write()
  database.shiftClock(61_000)
  await expect(write()).rejects.toMatchObject({ key: 'venue.closed' })
  database.shiftClock(0)
})
