import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aReportJam, type ReportJam } from '../../test/report-jam.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { Letter, ReportsView, ReviewView, reportsContract, UsesView } from './contract.ts'
import { rebuildReport } from './rebuild-report.ts'
import { citedIn } from './rules/cited.ts'
import type { Report } from './rules/report.ts'

let api: TestApi
let world: World
let host: WorldPerson
let member: WorldPerson
let owner: WorldPerson
let jam: ReportJam
const folders: string[] = []

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  world = await aWorld(api)
  host = await world.person('Rosa', { role: 'host' })
  owner = await world.person('Olga', { owner: true })
  member = await world.person('Mina')
  jam = await aReportJam(api.database, { hub: world.core, host, themes: 4, each: 16, camps: true, rated: true })
  await vi.waitFor(async () => expect((await view(host)).editions[0]?.hash).toBeTruthy(), {
    timeout: 100_000,
    interval: 500,
  })
}, 150_000)
afterAll(async () => {
  await world.close()
  await api.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

const listPath = () => `/api/jams/${jam.jamId}/reports`
const pathOf = (number = 1, query = '') => `/jams/${jam.jamId}/report/${number}${query}`
const view = async (who: WorldPerson | null): Promise<ReportsView> => (await api.as(who).get(listPath())).body
const reportOf = async (number = 1): Promise<Report> =>
  JSON.parse((await api.as(member).get(pathOf(number, '?form=json'))).text) as Report
/** Somebody who came with the jam's file, now a member with a session. */
async function joined(id = ''): Promise<WorldPerson> {
  const person = { ...member, id }
  await world.join(person, world.core)
  return world.session(person)
}
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the ladder', () => {
  const body = { name: null, short: [], dropped: [], quotes: [], sign: false }
  const rungs = {
    'GET /api/jams/:jamId/reports': { at: listPath },
    'GET /jams/:jamId/report/:number': { at: pathOf },
    'GET /api/jams/:jamId/reports/:number/changes': { at: () => `${listPath()}/1/changes` },
    'GET /api/jams/:jamId/report-review': { at: () => `/api/jams/${jam.jamId}/report-review` },
    'PUT /api/jams/:jamId/report-review/:themeId': {
      at: () => `/api/jams/${jam.jamId}/report-review/${jam.jamId}`,
      body,
    },
    'POST /api/jams/:jamId/report-review': { at: () => `/api/jams/${jam.jamId}/report-review`, body: {} },
    'GET /api/contributions/:contributionId/uses': { at: () => `/api/contributions/${jam.jamId}/uses` },
    'GET /api/jams/:jamId/letter': { at: () => `/api/jams/${jam.jamId}/letter` },
    'GET /api/jams/:jamId/letter/download': { at: () => `/api/jams/${jam.jamId}/letter/download?format=md` },
  } as const satisfies Record<keyof typeof reportsContract, { at: () => string; body?: object }>
  for (const [route, { at, ...rest }] of Object.entries(rungs)) {
    const contract = reportsContract[route as keyof typeof reportsContract]
    climb(() => api, { route, contract, rung: () => ({ path: at(), person: host, ...rest }) })
  }
})

test('the closing edition comes by itself, with every contribution in its place', async () => {
  const found = await view(member)
  expect([...Compile(ReportsView).Errors(found)]).toEqual([])
  expect(found.editions).toMatchObject([{ number: 1, kind: 'closing' }])
  const report = await reportOf()
  const all = report.coverage.reduce((sum, { contributions }) => sum + contributions, 0)
  expect(all).toBe(report.totals.contributions + report.totals.replies)
})

test('what opinion groups agree on and what divides them stands in it as the jam showed it', async () => {
  const { opinions } = await reportOf()
  expect(opinions?.groups.length).toBeGreaterThanOrEqual(2)
  expect(opinions?.common[0]).toMatchObject({ share: 1 })
  expect(opinions?.splits.length).toBeGreaterThan(0)
  for (const { groups } of opinions?.splits ?? []) expect(groups.every(({ votes }) => votes >= 5)).toBe(true)
})

test('it is one page without script that says it is not reviewed, in the language of the reader', async () => {
  const english = await api.as(member).get(pathOf(1, '?language=en'))
  expect(english.headers.get('content-type')).toContain('text/html')
  expect(english.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(english.text).toContain('not yet reviewed by hosts')
  expect(english.text).not.toContain('<script')
  expect((await api.as(member).get(pathOf(1, '?language=de'))).text).toContain('noch nicht durchgesehen')
})

test('who has the same bytes already is told so', async () => {
  const etag = (await api.as(member).get(pathOf())).headers.get('etag') ?? ''
  expect((await api.as(member).get(pathOf(), { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test('who may not see the jam finds no report of it, and nobody but hosts the draft', async () => {
  const guest = await world.person('Gast', { role: 'guest', hub: await world.hub('Elsewhere') })
  for (const at of [listPath(), pathOf()]) expect((await api.as(guest).get(at)).status).toBe(404)
  expect((await api.as(member).get(pathOf(0))).status).toBe(403)
  await vi.waitFor(async () => expect((await api.as(owner).get(pathOf(0))).status).toBe(200), {
    timeout: 30_000,
    interval: 300,
  })
  expect((await view(member)).editions.map(({ number }) => number)).toEqual([1])
})

const drafts = () =>
  api.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows<{ refused: string | null }>('select refused from report_edition where number = 0'),
  )

test('a draft that was refused is made anew for whoever asks', async () => {
  await api.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows(`update report_edition set refused = 'it counted what went on' where number = 0`),
  )
  await vi.waitFor(async () => expect((await api.as(owner).get(pathOf(0))).status).toBe(200), {
    timeout: 30_000,
    interval: 300,
  })
  expect(await drafts()).toEqual([{ refused: null }])
})

/** The first edition as another machine makes it from the export. */
async function rebuilt(): Promise<{ hash: string; folder: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'report-'))
  folders.push(folder)
  const file = path.join(folder, 'jam.jsonl')
  await writeFile(file, (await api.as(host).get(`/api/jams/${jam.jamId}/export?format=jsonl`)).text)
  return { ...(await rebuildReport({ file, folder, number: 1 })), folder }
}

test('its export gives the same bytes on another machine', async () => {
  expect((await reportOf()).rating?.ideas.length).toBeGreaterThan(0)
  const { hash, folder } = await rebuilt()
  expect(hash).toBe((await view(host)).editions.find(({ number }) => number === 1)?.hash)
  for (const [name, query] of [
    ['en.html', '?language=en'],
    ['de.html', '?language=de'],
    ['csv', '?form=csv'],
    ['en.md', '?form=md&language=en'],
  ]) {
    const bytes = (await readFile(path.join(folder, `report-1.${name}`), 'utf8')).replace(/^\uFEFF/, '')
    expect(sha(bytes)).toBe(sha((await api.as(host).get(pathOf(1, query))).text))
  }
})

test('hosts name, shorten, leave out and sign; the reviewed edition shows each change', async () => {
  const at = `/api/jams/${jam.jamId}/report-review`
  const before: ReviewView = (await api.as(host).get(at)).body
  expect([...Compile(ReviewView).Errors(before)]).toEqual([])
  const theme = before.themes[0]
  const [statement] = theme?.statements ?? []
  const [quote] = theme?.quotes ?? []
  const body = { name: 'Stop waiting', short: [statement?.id], dropped: [], quotes: [quote?.id], sign: true }
  expect((await api.as(member).put(`${at}/${theme?.id}`, body)).status).toBe(403)
  const after: ReviewView = (await api.as(host).put(`${at}/${theme?.id}`, body)).body
  expect(after.themes[0]).toMatchObject({ name: 'Stop waiting', signed: { by: 'Rosa' } })
  expect(after.edits.map(({ what }) => what)).toEqual(['name', 'wording', 'quote'])
  expect((await api.as(member).post(at, {})).status).toBe(403)
  expect((await api.as(host).post(at, {})).status).toBe(200)
  await vi.waitFor(
    async () => expect((await view(member)).editions.map(({ kind }) => kind)).toEqual(['reviewed', 'closing']),
    {
      timeout: 30_000,
      interval: 200,
    },
  )
  const html = (await api.as(member).get(pathOf(2))).text
  expect(html).toContain('Stop waiting')
  expect(html).toContain('Signed by Rosa')
  const { changes } = (await api.as(member).get(`/api/jams/${jam.jamId}/reports/2/changes`)).body
  expect(changes.map(({ what }: { what: string }) => what)).toEqual(expect.arrayContaining(['name', 'quote-gone']))
})

test('words that are taken back leave every edition within seconds, and the counts stay', async () => {
  const report = await reportOf()
  const quote = report.themes[0]?.voices[1]
  const html = (await api.as(member).get(pathOf())).text
  const { hash } = (await view(host)).editions.at(-1) ?? {}
  const row = await api.database.transaction({ role: 'jobs' }, (tx) =>
    tx.row<{ author_id: string; title: string }>('select author_id, title from contribution where id = $1', [
      quote?.id,
    ]),
  )
  expect(html).toContain(row?.title.replaceAll('&', '&amp;'))
  const author = await joined(row?.author_id)
  expect((await api.as(author).delete(`/api/contributions/${quote?.id}`)).status).toBe(200)
  await vi.waitFor(
    async () => {
      const now = await api.as(member).get(pathOf())
      expect(now.status).toBe(200)
      expect(now.text).not.toContain(row?.title)
      expect(now.text).toContain('taken back by their author')
      expect(now.text).toContain('Errata')
    },
    { timeout: 5_000, interval: 100 },
  )
  // What a live draft counted has gone on since: it is made anew for whoever asks.
  expect(await drafts()).toEqual([])
  expect(await reportOf()).toEqual(report)
  const signed = (await view(host)).editions.find(({ number }) => number === 1)?.hash
  expect(signed).not.toBe(hash)
  expect((await rebuilt()).hash).toBe(signed)
})

test('a contribution tells where it is used, and a letter what one’s own contributions fed', async () => {
  const report = await reportOf()
  const cited = report.themes[0]?.voices[0]?.id
  const used: UsesView = (await api.as(member).get(`/api/contributions/${cited}/uses`)).body
  expect([...Compile(UsesView).Errors(used)]).toEqual([])
  expect(used.uses).toContainEqual({ chapter: 'themes', theme: { id: report.themes[0]?.id, name: expect.any(String) } })
  // A reply that is quoted is told beside its thread and by itself; a thread that is used nowhere tells nothing.
  const build = report.themes.flatMap(({ builds }) => builds)[0]
  const root = (await api.as(member).get(`/api/contributions/${build?.id}`)).body.contribution.threadId
  const thread: UsesView = (await api.as(member).get(`/api/contributions/${root}/uses`)).body
  expect(thread.replies.map(({ id }) => id)).toContain(build?.id)
  const cites = new Set(citedIn(report).keys())
  const alone = report.themes.flatMap(({ ideas }) => ideas).find((id) => !cites.has(id))
  expect((await api.as(member).get(`/api/contributions/${alone}/uses`)).body.uses).toEqual([])
  const writer = await joined(jam.people[0])
  const letter: Letter = (await api.as(writer).get(`/api/jams/${jam.jamId}/letter`)).body
  expect([...Compile(Letter).Errors(letter)]).toEqual([])
  expect(letter.totals.written).toBeGreaterThan(0)
  for (const format of ['html', 'md'])
    expect((await api.as(writer).get(`/api/jams/${jam.jamId}/letter/download?format=${format}`)).text).toContain(
      'Fewer approvals',
    )
  expect((await api.as(member).get(`/api/jams/${jam.jamId}/letter`)).body.totals.written).toBe(0)
})
