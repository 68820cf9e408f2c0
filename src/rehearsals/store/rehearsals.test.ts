import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JamsServer, openJamsServer, preparedJam } from '../../../test/jams.ts'
import { claimRehearsal, endRehearsal, saveEnd } from './rehearsals.ts'

let server: JamsServer
let jamId: string

beforeAll(async () => {
  server = await openJamsServer()
  jamId = (await preparedJam(server, await server.person('host'))).id
})
afterAll(() => server.close())

const states = async () => (await server.root.query('select state, checks from rehearsal')).rows
const ask = async (): Promise<string> => {
  const id = randomUUID()
  const { root } = server
  const { rows } = await root.query('select person_id as id from venue_host where venue_id = $1', [jamId])
  await root.query('delete from rehearsal')
  await root.query(
    `insert into rehearsal (id, jam_id, people, by_person, asked_at, beat_at, step, state)
       values ($1, $2, 10, $3, now(), now(), 'copy', 'waiting')`,
    [id, jamId, rows[0].id],
  )
  return id
}
const inJobs = <T>(work: Parameters<JamsServer['database']['transaction']>[1]) =>
  server.database.transaction({ role: 'jobs' }, work) as Promise<T>

test('one that waits for its turn is stopped at once: it has not failed, and nobody takes it', async () => {
  await ask()
  await inJobs((tx) => endRehearsal(tx, jamId))
  expect(await states()).toEqual([{ state: 'stopped', checks: [] }])
  expect(await inJobs((tx) => claimRehearsal(tx))).toBeUndefined()
})

test('what came of one that is over is kept, whoever thinks that its server went away', async () => {
  const id = await ask()
  await inJobs((tx) => claimRehearsal(tx))
  await inJobs((tx) => saveEnd(tx, id, { state: 'done', checks: [] }))
  await inJobs((tx) => saveEnd(tx, id, { state: 'failed', checks: [] }))
  expect(await states()).toEqual([{ state: 'done', checks: [] }])
})
