import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { hoursFromNow, setUpOf, type TestPerson } from '../../test/jams.ts'
import { climb } from '../../test/ladder.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { newId, type Tx } from '../platform/index.ts'
import { type RehearsalView, rehearsalsContract } from './contract.ts'
import { claimRehearsal, insertRehearsal } from './store/rehearsals.ts'

let api: TestApi
let world: World
let host: WorldPerson
let other: WorldPerson
let member: WorldPerson
let jamId: string
let path: string
/** The rows of every table before the first rehearsal. */
let before: Record<string, number>

const inJob = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => api.database.transaction({ role: 'jobs' }, work)
const rehearsal = async (): Promise<NonNullable<RehearsalView['rehearsal']>> =>
  (await api.as(host).get(path)).body.rehearsal
const mailsOf = () => inJob((tx) => tx.rows<{ to: string }>('select recipient as to from mail_sent order by at'))

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Rosa', { role: 'host' })
  other = await world.person('Otto', { role: 'host' })
  member = await world.person('Mina')
  const hubId = world.core.id
  const begun = await api.as(host).post('/api/jams', { hubId, title: 'Values', question: 'What helps?' })
  jamId = begun.body.jam.id
  path = `/api/jams/${jamId}/rehearsal`
  const everyday = { title: 'Everyday', question: 'What helps?', hosts: [] }
  const { body } = await api.as(host).post(`/api/jams/${jamId}/forums`, everyday)
  for (const title of ['More light behind the hall', 'A bus for the late shift'])
    await api.as(host).post(`/api/jams/${jamId}/seeds`, { forumId: body.forums[0].id, title, body: '' })
  const dates = { opensAt: null, rateAt: hoursFromNow(20), closesAt: hoursFromNow(24), archiveAt: null }
  await api.as(host).put(`/api/jams/${jamId}`, setUpOf([hubId], [host as unknown as TestPerson], { dates }))
}, 60_000)
afterAll(async () => {
  await world.close()
  await api.close()
}, 60_000)

/** How many rows each table has; what moves by itself is left out. */
async function rowsOf(): Promise<Record<string, number>> {
  const moving = ['event_sequence', 'event_consumer', '_private_known_crontabs', 'attempt', 'migration']
  return inJob(async (tx) => {
    const tables = await tx.rows<{ at: string }>(
      `select format('%I.%I', n.nspname, c.relname) as at from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') and not c.relname = any ($1)
          and has_table_privilege(c.oid, 'select') order by 1`,
      [moving],
    )
    const counts: Record<string, number> = {}
    for (const { at } of tables)
      counts[at] = (await tx.row<{ n: number }>(`select count(*)::int as n from ${at}`))?.n ?? 0
    return counts
  })
}

const settled = (wanted: string) =>
  vi.waitFor(
    async () => {
      const latest = await rehearsal()
      expect(latest?.state).toBe(wanted)
      return latest
    },
    { timeout: 150_000, interval: 300 },
  )

describe('the ladder', () => {
  for (const [route, contract] of Object.entries(rehearsalsContract)) {
    const rung = () => ({ path, person: host, ...(route.startsWith('POST') && { body: { people: 9 } }) })
    if (!route.startsWith('POST')) climb(() => api, { route, contract, rung })
  }
  test.each([9, 5_001, 'many'])('%s people are refused', async (people) => {
    expect((await api.as(host).post(path, { people })).status).toBe(400)
  })
  test('is for the hosts of the jam: to others it is not there', async () => {
    expect((await api.as(other).get(path)).status).toBe(404)
    expect((await api.as(member).post(path, { people: 10 })).status).toBe(404)
    expect((await api.as(null).get(path)).status).toBe(401)
  })
})

/** How many rows each table has once what is made of every jam within seconds is there, and nothing waits to be heard or done. */
const swept = () =>
  vi.waitFor(
    async () => {
      const text = `select 1 from theme_state as t join fold_state as f using (venue_id) join catch_up_state as c using (venue_id)
        where venue_id = $1 and c.stale_at is null and not exists (select from theme_place where waiting)
          and not exists (select from fold_text where waiting) and not exists (select from event where position is null)
          and not exists (select from event_consumer where position < (select head from event_sequence))`
      expect(await inJob((tx) => tx.rows(text, [jamId]))).toHaveLength(1)
      const rows = await rowsOf()
      expect(rows).toMatchObject({ 'graphile_worker._private_jobs': 0 }) // clocks ring each minute
      return rows
    },
    { timeout: 30_000, interval: 200 },
  )

test('a crowd goes through all phases, and is wiped with every row of it', async () => {
  before = await swept()
  const mails = await mailsOf()
  expect((await api.as(host).post(path, { people: 60 })).status).toBe(200)
  expect((await api.as(host).post(path, { people: 60 })).body.error.key).toBe('rehearsal.goes-on')
  const copyId = await vi.waitFor(async () => (await rehearsal()).copyId ?? Promise.reject(new Error('none')), {
    timeout: 30_000,
    interval: 100,
  })
  // While it is there: marked, for hosts alone, in no list.
  const seen = await api.as(host).get(`/api/jams/${copyId}`)
  expect([seen.status, seen.body.jam.title]).toEqual([200, 'Rehearsal: Values jam'])
  expect((await api.as(member).get(`/api/jams/${copyId}`)).status).toBe(404)
  expect((await api.as(other).get(`/api/venues/${copyId}/contributions`)).status).toBe(404)
  expect((await api.as(host).get('/api/jams')).body.jams.map(({ id }: { id: string }) => id)).not.toContain(copyId)
  expect((await api.as(host).get('/api/people?query=Rehearsal')).body.people).toEqual([])
  const done = await settled('done')
  const byKey = Object.fromEntries(done.checks.map((check) => [check.key, check]))
  expect(byKey).toMatchObject({
    promise: { go: true },
    phases: { go: true, value: 3 },
    refused: { go: true, value: 0 },
    counted: { go: true, value: 0 },
    reach: { go: false },
  })
  for (const key of ['themes', 'rating', 'report', 'accepted']) expect(byKey[key]?.value, key).not.toBeNull()
  // Nobody gets a letter but whoever asked.
  expect(await mailsOf()).toEqual([...mails, { to: host.email }])
  expect(byKey.mail).toMatchObject({ go: true, value: expect.any(Number) })
  expect((await api.as(host).delete(path)).body.rehearsal).toBeNull()
  await vi.waitFor(async () => expect(withoutIntentions(await rowsOf())).toEqual(withoutIntentions(before)), {
    timeout: 20_000,
    interval: 500,
  })
}, 200_000)

/** The host's own three requests are kept as every request is, and so is that a letter was sent. */
const withoutIntentions = ({ 'public.idempotency': _, 'public.mail_sent': __, ...counts }: Record<string, number>) =>
  counts

test('one that is stopped is wiped too', async () => {
  await api.as(host).post(path, { people: 200 })
  await vi.waitFor(async () => expect((await rehearsal()).step).toBe('talk'), { timeout: 60_000, interval: 50 })
  expect((await rowsOf())['public.contribution']).toBeGreaterThan(before['public.contribution'] ?? 0)
  await api.as(host).delete(path)
  expect((await settled('stopped')).checks).toEqual([])
  await api.as(host).delete(path)
  await vi.waitFor(async () => expect(withoutIntentions(await rowsOf())).toEqual(withoutIntentions(before)), {
    timeout: 20_000,
    interval: 500,
  })
}, 120_000)

test('one whose server went away is wiped by whoever comes next', async () => {
  const id = newId()
  await inJob(async (tx) => {
    const { makeCopy } = await import('./make-copy.ts')
    await insertRehearsal(tx, { id, jamId, people: 20, by: host.id })
    const claimed = await claimRehearsal(tx)
    if (claimed) await makeCopy(tx, claimed)
  })
  const { copyId } = await rehearsal()
  const change = (what: string) => inJob((tx) => tx.rows(`update venue set ${what} where id = $1`, [copyId]))
  const seenByMember = async () => (await api.as(member).get(`/api/jams/${copyId}`)).status
  // The negative control: an open copy without its mark is there for everybody in its hubs.
  await change('visible = true')
  expect(await seenByMember()).toBe(404)
  await change('rehearsal_id = null')
  expect(await seenByMember()).toBe(200)
  await inJob((tx) => tx.rows('update venue set rehearsal_id = $2 where id = $1', [copyId, id]))
  await inJob((tx) => tx.rows(`update rehearsal set beat_at = now() - interval '1 minute'`))
  expect((await settled('failed')).copyId).toBeNull()
  await api.as(host).delete(path)
  await vi.waitFor(async () => expect(withoutIntentions(await rowsOf())).toEqual(withoutIntentions(before)), {
    timeout: 20_000,
    interval: 500,
  })
}, 60_000)

test('a jam that has opened is not rehearsed any more', async () => {
  await api.as(host).post(`/api/jams/${jamId}/open`, { reason: null })
  expect((await api.as(host).post(path, { people: 10 })).body.error.key).toBe('rehearsal.before-the-opening')
})
