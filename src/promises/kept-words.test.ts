import fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { countedNow, type RatedJam, ratedJam } from '../../test/rating.ts'
import type { Tx } from '../platform/index.ts'
import type { MatterView } from './contract.ts'
import { putUpForAnswer } from './put-up.ts'

let server: JamsServer
let host: TestPerson
let author: TestPerson
let jam: RatedJam

const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.database.transaction({ role: 'jobs' }, work)
const matters = async (): Promise<MatterView[]> => (await server.as(host).get(`${jam.path}/decisions`)).body.matters
const promised = async (): Promise<string> => JSON.stringify((await server.as(host).get('/api/promises')).body)
const file = async (): Promise<string> =>
  JSON.stringify((await server.as(host).get(`${jam.path}/export?format=jsonl`)).text)

async function accept({ id }: MatterView): Promise<void> {
  const said = { answer: 'accept', reason: 'Yes.', owner: host.id, due: '2099-03-01', budget: null, changeReason: null }
  const { body } = await server.as(host).post(`/api/matters/${id}/decisions`, { ...said, follows: 0 })
  const latest = body.matters.find((one: MatterView) => one.id === id).latest.id
  await server.as(host).post(`/api/decisions/${latest}/signature`, {})
}

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  author = await server.person('member')
  jam = await ratedJam(server, { host, author, ideas: 2 })
  await asJobs((tx) => tx.rows('update idea set by_person = null where id = $1', [jam.ideas[0]]))
  await countedNow(server, host, jam)
  await asJobs((tx) => putUpForAnswer(tx, jam.id, []))
  await server.as(host).put(`${jam.path}/deciders`, { people: [host.id], needed: 1 })
  for (const matter of await matters()) await accept(matter)
}, 120_000)
afterAll(() => server.close())

const MIGRATION = new URL('../../db/migrations/0072-words-taken-back-name-nothing.sql', import.meta.url)
const [keptWords, madeWords] = ['We try what stands in contribution 1.', 'We try what stands in contribution 2.']

/** What the thread about a promise is called, for a reader and in the versions before. */
async function titleOf({ promise }: MatterView): Promise<{ id: string; titles: string[] }> {
  const { history } = (await server.as(host).get(`/api/promises/${promise?.id}`)).body
  const { id } = history.findLast((one: { thread: unknown }) => one.thread !== null).thread
  const { root } = (await server.as(author).get(`/api/threads/${id}`)).body
  const { versions } = (await server.as(author).get(`/api/contributions/${id}/versions`)).body
  return { id, titles: [root.title, ...versions.map(({ title }: { title: string }) => title)] }
}

test('a thread about a promise is not called by the words of a kept place, which its author may take back', async () => {
  const titles: string[][] = []
  for (const matter of await matters()) {
    await server.as(host).post(`/api/promises/${matter.promise?.id}/progress`, { text: 'We begin.' })
    titles.push((await titleOf(matter)).titles)
  }
  expect(titles).toEqual([['Values jam'], [madeWords]])
})

test('one that was called so before is called like its jam', async () => {
  const [kept, made] = await matters()
  if (!kept || !made) throw new Error('nothing was answered')
  const of = [await titleOf(kept), await titleOf(made)]
  const called = 'update contribution set title = $2 where id = $1'
  await asJobs((tx) => tx.rows(called, [of[0]?.id, keptWords]))
  for (const { id } of of) {
    const { root } = (await server.as(host).get(`/api/threads/${id}`)).body
    await server.as(host).put(`/api/contributions/${id}`, { version: 1, title: root.title, body: 'We begin today.' })
  }
  expect((await titleOf(kept)).titles).toEqual([keptWords, keptWords])
  await server.root.query(`begin; ${fs.readFileSync(MIGRATION, 'utf8')}; commit`)
  expect([(await titleOf(kept)).titles, (await titleOf(made)).titles]).toEqual([
    ['Values jam', 'Values jam'],
    [madeWords, madeWords],
  ])
})

test('what was answered keeps no word of a kept place that its author took back; other ideas keep theirs', async () => {
  const [kept, made] = ['stands in contribution 1.', 'stands in contribution 2.']
  for (const text of [JSON.stringify(await matters()), await promised(), await file()]) {
    expect(text.includes(kept)).toBe(true)
    expect(text.includes(made)).toBe(true)
  }
  const source = 'select contribution_id as id from idea_source where idea_id = any ($1::uuid[])'
  for (const { id } of await asJobs((tx) => tx.rows<{ id: string }>(source, [jam.ideas])))
    expect((await server.as(author).delete(`/api/contributions/${id}`)).status).toBe(200)
  for (const text of [JSON.stringify(await matters()), await promised(), await file()]) {
    expect(text.includes(kept)).toBe(false)
    expect(text.includes('[taken back]')).toBe(true)
    // Hosts said this one in words of their own.
    expect(text.includes(made)).toBe(true)
  }
})
