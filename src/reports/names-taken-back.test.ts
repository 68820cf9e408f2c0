import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { countedNow, type RatedJam, ratedJam } from '../../test/rating.ts'
import type { Tx } from '../platform/index.ts'
import { makeEdition, setEditions } from './make-edition.ts'
import { rebuildReport } from './rebuild-report.ts'
import type { Report } from './rules/report.ts'
import { openPress, type Press } from './worker/open-press.ts'

const MIGRATION = new URL('../../db/migrations/0072-words-taken-back-name-nothing.sql', import.meta.url)
const [keptWords, madeWords] = ['We try what stands in contribution 1.', 'We try what stands in contribution 2.']

let server: JamsServer
let press: Press
let host: TestPerson
let author: TestPerson
let jam: RatedJam

const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.database.transaction({ role: 'jobs' }, work)
const make = (kind: 'closing' | 'answered') =>
  makeEdition({ database: server.database, press, publicUrl: new URL('https://meadow.example') }, jam.id, kind)
const textOf = async (query: string): Promise<string> =>
  (await server.as(host).get(`/jams/${jam.id}/report/2?${query}`)).text
const file = async (): Promise<string> => (await server.as(host).get(`${jam.path}/export?format=jsonl`)).text
const answered = () =>
  asJobs(async (tx) => {
    const text = 'select model, hash from report_edition where jam_id = $1 and number = 2'
    const row = await tx.row<{ model: string; hash: string | null }>(text, [jam.id])
    if (!row) throw new Error('there is no answered edition')
    return row
  })

async function decline(matterId: string): Promise<void> {
  const said = { answer: 'decline', reason: 'No.', owner: null, due: null, budget: null, changeReason: null }
  const { body } = await server.as(host).post(`/api/matters/${matterId}/decisions`, { ...said, follows: 0 })
  const { latest } = body.matters.find(({ id }: { id: string }) => id === matterId)
  await server.as(host).post(`/api/decisions/${latest.id}/signature`, {})
}

/** An answered edition as it was made before names of kept places were left out. */
async function asMadeBefore(): Promise<void> {
  const report = JSON.parse((await answered()).model) as Report
  const answers = report.answers?.map((one) => (one.name === '' ? { ...one, name: keptWords } : one))
  const model = JSON.stringify({ ...report, answers })
  await asJobs((tx) =>
    tx.rows('update report_edition set model = $2, hash = null where jam_id = $1 and number = 2', [jam.id, model]),
  )
  await setEditions({ database: server.database, press })
}

async function migrate(): Promise<void> {
  await server.root.query(`begin; ${fs.readFileSync(MIGRATION, 'utf8')}; commit`)
  await setEditions({ database: server.database, press })
}

beforeAll(async () => {
  server = await openJamsServer()
  press = openPress()
  host = await server.person('host')
  author = await server.person('member')
  jam = await ratedJam(server, { host, author, ideas: 2 })
  await asJobs((tx) => tx.rows('update idea set by_person = null where id = $1', [jam.ideas[0]]))
  await countedNow(server, host, jam)
  await make('closing')
  await server.as(host).put(`${jam.path}/deciders`, { people: [host.id], needed: 1 })
  const { matters } = (await server.as(host).get(`${jam.path}/decisions`)).body
  for (const { id } of matters) await decline(id)
  await make('answered')
  await asMadeBefore()
}, 120_000)
afterAll(async () => {
  await press.stop()
  await server.close()
})

test('an earlier edition names what was answered until its author takes the words back; then it is signed anew without', async () => {
  const before = await answered()
  await migrate()
  expect(await answered()).toEqual(before)
  for (const text of [await textOf('form=json'), await file()]) expect(text).toContain(keptWords)

  const source = await asJobs((tx) =>
    tx.row<{ id: string }>('select contribution_id as id from idea_source where idea_id = $1', [jam.ideas[0]]),
  )
  await server.as(author).delete(`/api/contributions/${source?.id}`)
  await migrate()
  const after = await answered()
  expect(after.hash).not.toBe(before.hash)
  for (const form of ['form=json', 'form=csv', 'form=md&language=en', 'language=en', 'language=de']) {
    const text = await textOf(form)
    expect(text).not.toContain(keptWords)
    // Hosts said this one in words of their own.
    if (form !== 'form=csv') expect(text).toContain(madeWords)
  }
  const page = await textOf('language=en')
  for (const told of ['Errata', '(taken back)']) expect(page).toContain(told)
})

test('its file holds the words no more either, and gives the same edition on another machine', async () => {
  const lines = await file()
  expect(lines).not.toContain(keptWords)
  const folder = path.join(server.api.dataDir, 'rebuilt')
  fs.mkdirSync(folder)
  const exported = path.join(folder, 'jam.jsonl')
  fs.writeFileSync(exported, lines)
  expect((await rebuildReport({ file: exported, folder })).hash).toBe((await answered()).hash)
})
