import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aReportJam } from '../../test/report-jam.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { newId, type Tx } from '../platform/index.ts'
import { DecisionsView, LedgerView, type MatterView, PromiseView, promisesContract } from './contract.ts'
import { putUpForAnswer } from './put-up.ts'

let api: TestApi
let world: World
let host: WorldPerson
let dora: WorldPerson
let emil: WorldPerson
let member: WorldPerson
let outsider: WorldPerson
let jamId: string
let matters: MatterView[]

const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => api.database.transaction({ role: 'jobs' }, work)
const view = async (who: WorldPerson | null = member): Promise<DecisionsView> =>
  (await api.as(who).get(`/api/jams/${jamId}/decisions`)).body
const matterOf = async (at: number, who = member): Promise<MatterView> => {
  const { matters: found } = await view(who)
  const one = found.find(({ id }) => id === matters[at]?.id)
  if (!one) throw new Error('no such matter')
  return one
}
const DUE = '2099-03-01'
const answer = (over: Record<string, unknown> = {}) => ({
  ...{ follows: 0, answer: 'accept', reason: 'It was asked for by many.', owner: emil.id, due: DUE },
  ...{ budget: null, changeReason: null, ...over },
})
const write = (who: WorldPerson, at: number, over: Record<string, unknown> = {}) =>
  api.as(who).post(`/api/matters/${matters[at]?.id}/decisions`, answer(over))
const sign = async (who: WorldPerson, at: number) => {
  const { latest, binding } = await matterOf(at, who)
  return api.as(who).post(`/api/decisions/${(latest ?? binding)?.id}/signature`, {})
}
const promiseOf = async (at: number): Promise<string> => (await matterOf(at)).promise?.id ?? ''
const promise = async (id: string, who: WorldPerson | null = member): Promise<PromiseView> =>
  (await api.as(who).get(`/api/promises/${id}`)).body

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  host = await world.person('Rosa', { role: 'host' })
  dora = await world.person('Dora')
  emil = await world.person('Emil')
  member = await world.person('Mina')
  outsider = await world.person('Oskar', { hub: null })
  jamId = (await aReportJam(api.database, { hub: world.core, host, themes: 2, each: 6 })).jamId
  const themes = ['Trains at night', 'Quiet rooms', 'Longer leave'].map((name) => ({
    ...{ kind: 'theme' as const, subjectId: newId(), name },
  }))
  await asJobs((tx) => tx.rows(`update jam set promise_by = '2099-06-30' where id = $1`, [jamId]))
  await asJobs((tx) => putUpForAnswer(tx, jamId, themes))
  matters = (await view()).matters
}, 120_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

describe('the ladder', () => {
  const rungs = {
    'GET /api/jams/:jamId/decisions': { at: () => `/api/jams/${jamId}/decisions` },
    'PUT /api/jams/:jamId/deciders': {
      at: () => `/api/jams/${newId()}/deciders`,
      body: { people: ['0199c1b2-0000-7000-8000-000000000000'], needed: null },
    },
    'POST /api/matters/:matterId/decisions': {
      at: () => `/api/matters/${newId()}/decisions`,
      body: { follows: 0, answer: 'decline', reason: 'No.', owner: null, due: null, budget: null, changeReason: null },
    },
    'GET /api/matters/:matterId/decisions': { at: () => `/api/matters/${matters[0]?.id}/decisions` },
    'POST /api/decisions/:decisionId/signature': { at: () => `/api/decisions/${newId()}/signature`, body: {} },
    'GET /api/promises': { at: () => '/api/promises' },
    'GET /api/promises/:promiseId': { at: () => `/api/promises/${newId()}` },
    'POST /api/promises/:promiseId/progress': { at: () => `/api/promises/${newId()}/progress`, body: { text: 'So.' } },
    'PUT /api/promises/:promiseId/state': {
      at: () => `/api/promises/${newId()}/state`,
      body: { state: 'kept', reason: 'Done.' },
    },
    'GET /api/jams/:jamId/promise-record': { at: () => `/api/jams/${jamId}/promise-record` },
  } as const satisfies Record<keyof typeof promisesContract, { at: () => string; body?: object }>
  for (const [route, { at, ...rest }] of Object.entries(rungs)) {
    const contract = promisesContract[route as keyof typeof promisesContract]
    climb(() => api, { route, contract, rung: () => ({ path: at(), person: host, ...rest }) })
  }
})

describe('who decides', () => {
  const name = (who: WorldPerson, people: readonly WorldPerson[], needed: number | null = null) =>
    api.as(who).put(`/api/jams/${jamId}/deciders`, { people: people.map(({ id }) => id), needed })

  test('is said by hosts, each time as a new version, and never somebody who cannot read the jam', async () => {
    expect((await name(member, [member])).status).toBe(403)
    expect((await name(host, [outsider])).body.error.key).toBe('decision.decider-cannot-read')
    expect((await name(host, [dora], 2)).body.error.key).toBe('decision.needed-too-many')
    await name(host, [dora])
    const named = await name(host, [dora, emil])
    expect(named.body.deciders).toMatchObject({ version: 2, needed: null, by: 'Rosa' })
    expect([...Compile(DecisionsView).Errors(named.body)]).toEqual([])
  })

  test('is said by one after the other: who has not read the latest is told so, and two at once are no fault', async () => {
    const people = [dora.id, emil.id]
    const at = `/api/jams/${jamId}/deciders`
    const stale = await api.as(host).put(at, { people, needed: null, follows: 1 })
    expect(stale).toMatchObject({ status: 409, body: { error: { key: 'decision.changed-meanwhile' } } })
    const several = [host, world.owner, host, world.owner].map((who) => api.as(who).put(at, { people, needed: null }))
    const statuses = (await Promise.all(several)).map(({ status }) => status)
    expect(statuses).toContain(200)
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
    const { version } = (await view()).deciders
    expect((await api.as(host).put(at, { people, needed: null, follows: version })).status).toBe(200)
  })

  test('is nobody by the database alone: row-level security refuses what the use case would not ask', async () => {
    const opening = [{ text: 'select open_as(sha256($1::bytea), null)', values: [member.token] }]
    const forced = api.database.transaction({ role: 'app', opening }, (tx) =>
      tx.rows(
        'insert into deciders (jam_id, version, people, by_person, at) values ($1, 99, array[$2::uuid], $2, now())',
        [jamId, member.id],
      ),
    )
    await expect(forced).rejects.toThrow(/row-level security/)
  })
})

describe('an answer', () => {
  test('is prepared by several and read by nobody else until it binds', async () => {
    expect((await write(member, 0)).status).toBe(403)
    expect((await write(host, 0)).status).toBe(200)
    expect((await matterOf(0, host)).latest).toMatchObject({ version: 1, answer: 'accept', boundAt: null })
    expect((await matterOf(0, member)).latest).toBeNull()
    expect((await api.as(member).get(`/api/matters/${matters[0]?.id}/decisions`)).body.versions).toEqual([])
    expect((await api.as(outsider).get(`/api/matters/${matters[0]?.id}/decisions`)).status).toBe(404)
  })

  test('is written over by nobody who has not read it', async () => {
    expect((await write(dora, 0, { follows: 0 })).body.error.key).toBe('decision.changed-meanwhile')
    expect((await write(dora, 0, { follows: 1, reason: 'Many asked, and we can.' })).status).toBe(200)
  })

  test('binds when all have signed, not before; an owner who is not named cannot sign', async () => {
    expect((await sign(world.owner, 0)).body.error.key).toBe('decision.only-deciders-sign')
    expect((await sign(dora, 0)).status).toBe(200)
    expect(await matterOf(0, member)).toMatchObject({ binding: null, promise: null })
    await sign(emil, 0)
    const bound = await matterOf(0, member)
    expect(bound.binding).toMatchObject({ version: 2, signatures: [{ name: 'Dora' }, { name: 'Emil' }] })
    expect(bound.promise?.state).toBe('open')
  })

  test('that was signed changes with a reason alone; its promise is replaced', async () => {
    const first = await promiseOf(0)
    expect((await write(dora, 0, { follows: 2, answer: 'adapt' })).body.error.key).toBe('decision.change-needs-reason')
    const why = 'The line is closed until spring.'
    await write(dora, 0, { follows: 2, answer: 'adapt', changeReason: why })
    expect((await matterOf(0, member)).binding?.version).toBe(2)
    await sign(dora, 0)
    await sign(emil, 0)
    expect((await matterOf(0)).binding).toMatchObject({ version: 3, answer: 'adapt', changeReason: why })
    const old = await promise(first)
    expect(old.promise.state).toBe('replaced')
    expect(old.history.at(-1)).toMatchObject({ kind: 'replaced', reason: why })
    const versions = (await api.as(member).get(`/api/matters/${matters[0]?.id}/decisions`)).body.versions
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([3, 2])
  })

  test('an old version is signed no more', async () => {
    const { versions } = (await api.as(dora).get(`/api/matters/${matters[0]?.id}/decisions`)).body
    expect((await api.as(dora).post(`/api/decisions/${versions.at(-1).id}/signature`, {})).status).toBe(409)
  })

  test('that is the last one completes them: the jam’s own promise is kept', async () => {
    for (const at of [1, 2]) {
      const no = { answer: 'decline', owner: null, due: null, reason: 'Not now.' }
      await write(host, at, at === 1 ? no : {})
      await sign(dora, at)
      await sign(emil, at)
    }
    const done = await view()
    expect(done).toMatchObject({ answered: 3, waiting: 0 })
    expect(done.answeredAt).not.toBeNull()
    expect((await matterOf(1)).promise).toBeNull()
    const card = (await ledger(member, `jamId=${jamId}&show=kept`)).promises
    expect(card).toMatchObject([{ name: null, state: 'kept' }])
    const events = await asJobs((tx) => tx.rows(`select 1 from event where type = 'decisions.complete'`))
    expect(events).toHaveLength(1)
  })
})

const ledger = async (who: WorldPerson | null, query = ''): Promise<LedgerView> =>
  (await api.as(who).get(`/api/promises?${query}`)).body

describe('the ledger', () => {
  test('is read by whoever reads the jam, and by nobody else', async () => {
    const seen = await ledger(member)
    expect([...Compile(LedgerView).Errors(seen)]).toEqual([])
    expect(seen.promises.length).toBeGreaterThan(2)
    expect((await ledger(outsider)).promises).toEqual([])
    expect((await ledger(null)).promises).toEqual([])
    expect((await api.as(outsider).get(`/api/promises/${await promiseOf(0)}`)).status).toBe(404)
  })

  test('is filtered by state and by who keeps them', async () => {
    expect((await ledger(emil, 'mine=yes&show=due')).promises).toHaveLength(2)
    expect((await ledger(member, 'mine=yes')).promises).toEqual([])
    expect((await ledger(member, 'show=replaced')).promises).toHaveLength(1)
    expect((await api.as(member).get('/api/promises?after=bm9uc2Vuc2U')).status).toBe(400)
  })

  test('who keeps a promise tells how it goes; others answer there, and cannot tell', async () => {
    const id = await promiseOf(0)
    expect((await api.as(member).post(`/api/promises/${id}/progress`, { text: 'Soon.' })).status).toBe(403)
    const told = await api.as(emil).post(`/api/promises/${id}/progress`, { text: 'Carriages are ordered.' })
    expect([...Compile(PromiseView).Errors(told.body)]).toEqual([])
    expect(told.body.promise.state).toBe('in-progress')
    const { thread } = told.body.history.at(-1)
    const replied = await api
      .as(member)
      .post(`/api/contributions/${thread.id}/replies`, { kind: 'question', body: 'When will they run?' })
    expect(replied.status).toBe(200)
    expect((await promise(id)).history.at(-1)?.thread).toEqual({ id: thread.id, replies: 1 })
    expect((await api.as(outsider).get(`/api/threads/${thread.id}`)).status).toBe(404)
    const counted = await asJobs((tx) =>
      tx.rows('select 1 from contribution where venue_id = $1 and id = $2', [jamId, thread.id]),
    )
    expect(counted).toEqual([])
  })

  test('nobody begins a thread there by hand', async () => {
    const [forum] = await asJobs((tx) =>
      tx.rows<{ id: string }>('select forum_id as id from promise_ledger where jam_id = $1', [jamId]),
    )
    const tried = await api.as(member).post(`/api/forums/${forum?.id}/contributions`, { title: 'Mine', body: 'Too.' })
    expect(tried.status).toBe(403)
  })
})
