import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aReportJam, type ReportJam } from '../../test/report-jam.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { newId, type Tx } from '../platform/index.ts'
import { loudFrom } from '../promises/index.ts'
import { reportTasks } from './jobs.ts'
import { makeEdition } from './make-edition.ts'
import type { Report } from './rules/report.ts'
import { sendLetters } from './send-letters.ts'
import { openPress, type Press } from './worker/open-press.ts'

let api: TestApi
let world: World
let host: WorldPerson
let sponsor: WorldPerson
let jam: ReportJam
let press: Press
let writer: WorldPerson
let gone: WorldPerson

const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => api.database.transaction({ role: 'jobs' }, work)
const make = (kind: 'closing' | 'reviewed' | 'answered' | 'ninety-days') =>
  makeEdition({ ...sending(), press }, jam.jamId, kind)
const sending = () => ({
  database: api.database,
  publicUrl: new URL('https://meadow.example'),
  sayFor: () => (key: string) => key,
})
const RUN = { tries: 1, lastTry: false, signal: new AbortController().signal }
const editions = async () => (await api.as(host).get(`/api/jams/${jam.jamId}/reports`)).body.editions
const reportOf = async (number: number): Promise<Report> =>
  JSON.parse((await api.as(host).get(`/jams/${jam.jamId}/report/${number}?form=json`)).text)
const decisions = async () => (await api.as(sponsor).get(`/api/jams/${jam.jamId}/decisions`)).body

/** A theme of these contributions, as a computation would leave it. */
async function aTheme(label: string, ids: readonly string[]): Promise<void> {
  const id = newId()
  await asJobs(async (tx) => {
    const values = [id, jam.jamId, label]
    await tx.rows(`insert into theme (id, venue_id, language, label, born_at) values ($1, $2, 'en', $3, now())`, values)
    const place = `insert into theme_place (contribution_id, venue_id, theme_id, provisional, by_host)
      select unnest($2::uuid[]), $3, $1, false, true on conflict (contribution_id) do update set theme_id = excluded.theme_id`
    await tx.rows(place, [id, ids, jam.jamId])
  })
}

async function answer(matterId: string, over: Record<string, unknown> = {}): Promise<void> {
  const said = { answer: 'accept', reason: 'Many asked for it.', owner: sponsor.id, due: '2099-03-01', budget: null }
  const as = api.as(sponsor)
  const { body } = await as.post(`/api/matters/${matterId}/decisions`, {
    ...said,
    follows: 0,
    changeReason: null,
    ...over,
  })
  const { latest } = body.matters.find(({ id }: { id: string }) => id === matterId)
  await as.post(`/api/decisions/${latest.id}/signature`, {})
}

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  press = openPress()
  host = await world.person('Rosa', { role: 'host' })
  sponsor = await world.person('Sara')
  jam = await aReportJam(api.database, { hub: world.core, host, themes: 2, each: 16 })
  const roots = await asJobs((tx) =>
    tx.rows<{ id: string; author: string }>(
      'select id, author_id as author from contribution where venue_id = $1 and parent_id is null order by id',
      [jam.jamId],
    ),
  )
  const half = Math.floor(roots.length / 2)
  await aTheme(
    'trains',
    roots.slice(0, half).map(({ id }) => id),
  )
  await aTheme(
    'rooms',
    roots.slice(half).map(({ id }) => id),
  )
  const as = async (n: number, name: string) => {
    const person = { ...(await world.person(name, { hub: null })), id: roots[n]?.author ?? '' }
    await asJobs((tx) =>
      tx.rows(`insert into person_address (person_id, email, confirmed_at, created_at) values ($1, $2, now(), now())`, [
        person.id,
        `${name.toLowerCase()}@meadow.example`,
      ]),
    )
    return person
  }
  writer = await as(0, 'Wanda')
  gone = await as(1, 'Greta')
  await world.join(writer, world.core)
  writer = await world.session(writer)
  await make('closing')
  await api.as(host).put(`/api/jams/${jam.jamId}/deciders`, { people: [sponsor.id], needed: null })
}, 120_000)
afterAll(async () => {
  await press.stop()
  await world.close()
  await api.close()
})

test('a published edition puts its headline themes up for an answer', async () => {
  const { matters } = await decisions()
  expect(matters.map(({ name }: { name: string }) => name).toSorted()).toEqual(['rooms', 'trains'])
})

test('no answered edition is made as long as a headline waits', async () => {
  const [first] = (await decisions()).matters
  await answer(first.id)
  await make('answered')
  expect(await editions()).toMatchObject([{ kind: 'closing' }])
})

describe('when everything is answered', () => {
  test('the answered edition says what was answered, by whom and why, and what is other than before', async () => {
    const [, second] = (await decisions()).matters
    await answer(second.id, { answer: 'decline', reason: 'There is no room.', owner: null, due: null })
    await make('answered')
    expect(await editions()).toMatchObject([
      { number: 2, kind: 'answered' },
      { number: 1, kind: 'closing' },
    ])
    const { answers } = await reportOf(2)
    expect(answers).toMatchObject([
      {
        answer: 'accept',
        reason: 'Many asked for it.',
        owner: 'Sara',
        signed: [{ by: 'Sara' }],
        promise: { state: 'open' },
      },
      { answer: 'decline', owner: null, promise: null },
    ])
    expect((await reportOf(1)).answers).toBeUndefined()
    const { changes } = (await api.as(host).get(`/api/jams/${jam.jamId}/reports/2/changes`)).body
    expect(changes.filter(({ what }: { what: string }) => what === 'answer')).toHaveLength(2)
    const page = (await api.as(host).get(`/jams/${jam.jamId}/report/2`)).text
    expect(page).toContain('Declined. There is no room.')
  })

  test('a person reads what became of hers', async () => {
    const { became } = (await api.as(writer).get(`/api/jams/${jam.jamId}/letter`)).body
    const wrote = became.filter(({ why }: { why: string[] }) => why.includes('wrote'))
    expect(wrote).toMatchObject([{ kind: 'theme', reason: expect.stringMatching(/^(?:Many asked|There is)/) }])
    expect((await api.as(sponsor).get(`/api/jams/${jam.jamId}/letter`)).body.became).toEqual([])
  })

  test('everybody concerned gets one letter, after her quiet hours; who may read the jam no more gets none', async () => {
    const mails = () => asJobs((tx) => tx.rows<{ body: string }>('select body from mail_waiting'))
    const letters = await asJobs((tx) =>
      tx.rows<{ person_id: string; send_at: Date; at: Date }>(
        'select person_id, send_at, now() as at from report_letter',
      ),
    )
    expect(letters.map(({ person_id }) => person_id).toSorted()).toEqual([gone.id, writer.id].toSorted())
    const night = { quietFrom: 20, quietTo: 7, timeZone: 'Europe/Vienna' }
    for (const { send_at, at } of letters) expect(loudFrom(send_at, night) <= send_at || send_at > at).toBe(true)
    await asJobs((tx) => tx.rows(`update report_letter set send_at = now() + interval '1 hour'`))
    await sendLetters(sending())
    expect(await mails()).toHaveLength(0)
    await asJobs((tx) => tx.rows('update report_letter set send_at = now()'))
    await Promise.all([sendLetters(sending()), sendLetters(sending())])
    await sendLetters(sending())
    const sent = await mails()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toMatch(/Accepted: Many asked for it\. Responsible: Sara, by|Declined: There is no room\./)
    expect(sent[0]?.body).toContain(`/jams/${jam.jamId}/letter`)
  })

  test('a round of letters reads the report once, however many they are', async () => {
    await asJobs((tx) => tx.rows('update report_letter set sent_at = null'))
    const more = 'insert into report_letter (jam_id, person_id, send_at) select $1, unnest($2::uuid[]), now()'
    await asJobs((tx) => tx.rows(more, [jam.jamId, [host.id, sponsor.id]]))
    const parsed = vi.spyOn(JSON, 'parse')
    await sendLetters(sending())
    const reports = parsed.mock.calls.filter(([text]) => text.startsWith('{"format":1,"method"'))
    parsed.mockRestore()
    expect(reports).toHaveLength(1)
    expect(await asJobs((tx) => tx.rows('select 1 from report_letter where sent_at is null'))).toHaveLength(0)
    expect(await asJobs((tx) => tx.rows('select 1 from mail_waiting'))).toHaveLength(2)
  })

  test('a changed answer makes a new edition and no second letter', async () => {
    const [first] = (await decisions()).matters
    await answer(first.id, { follows: 1, answer: 'later', changeReason: 'The budget is frozen.' })
    await make('answered')
    expect((await editions())[0]).toMatchObject({ number: 3, kind: 'answered' })
    expect(await asJobs((tx) => tx.rows('select 1 from report_letter where sent_at is null'))).toHaveLength(0)
  })

  test('after 90 days an edition says what became of the promises, with reasons', async () => {
    const [first] = (await decisions()).matters
    await api
      .as(sponsor)
      .put(`/api/promises/${first.promise.id}/state`, { state: 'kept', reason: 'It runs since May.' })
    await make('ninety-days')
    const [latest] = await editions()
    expect(latest).toMatchObject({ number: 4, kind: 'ninety-days' })
    expect((await reportOf(4)).answers?.[0]?.promise).toMatchObject({ state: 'kept', reason: 'It runs since May.' })
    const { changes } = (await api.as(host).get(`/api/jams/${jam.jamId}/reports/4/changes`)).body
    expect(changes).toMatchObject([{ what: 'promise', from: 'Open.', to: 'Kept.' }])
    const page = (await api.as(host).get(`/jams/${jam.jamId}/report/4`)).text
    expect(page).toContain('It runs since May.')
  })

  test('two of different kinds that are made at the same moment both come', async () => {
    await Promise.all([make('reviewed'), make('answered')])
    const kinds = (await editions()).map(({ kind }: { kind: string }) => kind)
    expect(kinds.slice(0, 2).toSorted()).toEqual(['answered', 'reviewed'])
    expect(kinds).toHaveLength(6)
  })

  test('a job that runs again after its edition was kept makes no second one, and a later wish makes another', async () => {
    const count = async () => (await editions()).length
    const job = reportTasks({ ...sending(), press })['answer-report']
    const run = (asked: number) => job?.({ jamId: jam.jamId, asked }, RUN)
    const before = await count()
    await run(7)
    await run(7)
    await run(6)
    expect(await count()).toBe(before + 1)
    await Promise.all([run(8), run(9)])
    expect(await count()).toBeGreaterThan(before + 1)
    const latest = await asJobs((tx) => tx.row('select max(asked)::int as asked from report_edition'))
    expect(latest).toEqual({ asked: 9 })
  })

  test('after 90 days a headline that came since waits in the edition and for its answer', async () => {
    await asJobs((tx) => tx.rows('delete from matter where jam_id = $1 and name = $2', [jam.jamId, 'rooms']))
    await make('ninety-days')
    const [latest] = await editions()
    expect(latest).toMatchObject({ kind: 'ninety-days' })
    expect((await reportOf(latest.number)).answers).toHaveLength(1)
    const page = (await api.as(host).get(`/jams/${jam.jamId}/report/${latest.number}`)).text
    expect(page).toContain('1 headline theme still waits for an answer.')
    const { matters } = await decisions()
    expect(matters).toContainEqual(expect.objectContaining({ name: 'rooms', stands: true, binding: null }))
  })
})
