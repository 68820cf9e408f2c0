import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { newId, type Tx } from '../platform/index.ts'
import { reportTasks } from './jobs.ts'
import { insertLetters } from './store/letters.ts'
import type { Press } from './worker/open-press.ts'

let server: JamsServer
let host: TestPerson

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
})
afterAll(() => server.close())

const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => server.database.transaction({ role: 'jobs' }, work)
const RUN = { tries: 1, lastTry: false, signal: new AbortController().signal }

/** A press in which one edition jams. */
const press = {
  make: async ({ model }: { model: string }) => {
    if (model === 'stuck') throw new Error('the press is stuck')
    return { ok: false, faults: 'not sound' }
  },
} as unknown as Press

async function anEdition(jamId: string, model: string, hour: number): Promise<string> {
  const id = newId()
  const text = `insert into report_edition (id, jam_id, number, kind, made_at, model)
    values ($1, $2, 1, 'closing', $3, $4)`
  await asJobs((tx) => tx.rows(text, [id, jamId, new Date(Date.UTC(2026, 0, 1, hour)), model]))
  return id
}

test('an edition that cannot be made holds up neither the others nor the letters, and is told', async () => {
  const [first, second] = [await openedJam(server, host), await openedJam(server, host)]
  await anEdition(first.id, 'stuck', 1)
  const other = await anEdition(second.id, 'sound', 2)
  await asJobs((tx) => insertLetters(tx, second.id, [{ personId: host.id, sendAt: new Date(0) }]))
  const publicUrl = new URL('https://meadow.example')
  const tasks = reportTasks({ database: server.database, press, publicUrl, sayFor: () => (key: string) => key })
  await expect(tasks['sweep-reports']?.({}, RUN)).rejects.toThrow('1 could not be done')
  const { rows: set } = await server.root.query(
    'select refused is not null as done from report_edition where id = $1',
    [other],
  )
  expect(set).toEqual([{ done: true }])
  const { rows: letters } = await server.root.query('select sent_at is not null as done from report_letter')
  expect(letters).toEqual([{ done: true }])
})
