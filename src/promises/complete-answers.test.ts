import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aReportJam } from '../../test/report-jam.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { newId, type Tx } from '../platform/index.ts'
import type { DecisionsView } from './contract.ts'
import { putUpForAnswer } from './put-up.ts'

let api: TestApi
let world: World
let dora: WorldPerson
let emil: WorldPerson
let jamId: string

const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => api.database.transaction({ role: 'jobs' }, work)
const view = async (): Promise<DecisionsView> => (await api.as(dora).get(`/api/jams/${jamId}/decisions`)).body
const theme = (name: string) => ({ kind: 'theme' as const, subjectId: newId(), name })
const putUp = (themes: readonly ReturnType<typeof theme>[]) => asJobs((tx) => putUpForAnswer(tx, jamId, themes))
const NO = { answer: 'decline', reason: 'Not now.', owner: null, due: null, budget: null, changeReason: null }

/** Writes an answer to the matter of this name and gives what is to be signed. */
async function written(name: string, said: Record<string, unknown> = NO): Promise<string> {
  const matter = (await view()).matters.find((one) => one.name === name)
  const { body } = await api.as(dora).post(`/api/matters/${matter?.id}/decisions`, { follows: 0, ...said })
  return body.matters.find((one: { id: string }) => one.id === matter?.id).latest.id
}
const sign = (who: WorldPerson, decisionId: string) => api.as(who).post(`/api/decisions/${decisionId}/signature`, {})
const beginAnew = () =>
  asJobs((tx) => tx.rows('update promise_ledger set answered_at = null, next_at = null where jam_id = $1', [jamId]))

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  const host = await world.person('Rosa', { role: 'host' })
  dora = await world.person('Dora')
  emil = await world.person('Emil')
  jamId = (await aReportJam(api.database, { hub: world.core, host, themes: 2, each: 6 })).jamId
  await asJobs((tx) => tx.rows(`update jam set promise_by = '2099-06-30' where id = $1`, [jamId]))
  await api.as(host).put(`/api/jams/${jamId}/deciders`, { people: [dora.id, emil.id], needed: 1 })
}, 120_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

test('two who sign the last two at the same moment complete the answers', async () => {
  for (let round = 0; round < 8; round++) {
    await putUp([theme(`Trains ${round}`), theme(`Rooms ${round}`)])
    await beginAnew()
    const [trains, rooms] = [await written(`Trains ${round}`), await written(`Rooms ${round}`)]
    await Promise.all([sign(dora, trains), sign(emil, rooms)])
    const done = await view()
    expect(done).toMatchObject({ answered: 2, waiting: 0 })
    expect(done.answeredAt).not.toBeNull()
  }
})

test('an edition without the last theme that waited completes them as a signature would', async () => {
  const [kept, dropped] = [theme('Longer leave'), theme('Fewer forms')]
  await putUp([kept, dropped])
  await beginAnew()
  await asJobs((tx) => tx.rows(`update promise set state = 'open' where jam_id = $1 and matter_id is null`, [jamId]))
  await sign(dora, await written('Longer leave'))
  expect(await view()).toMatchObject({ answered: 1, waiting: 1, answeredAt: null })
  await putUp([kept])
  const done = await view()
  expect(done).toMatchObject({ answered: 1, waiting: 0 })
  expect(done.answeredAt).not.toBeNull()
  const { promises } = (await api.as(dora).get(`/api/promises?jamId=${jamId}&show=kept`)).body
  expect(promises).toMatchObject([{ name: null, state: 'kept' }])
})

test('an answer whose day has passed since it was written is signed no more', async () => {
  await putUp([theme('Shorter meetings')])
  const yes = { ...NO, answer: 'accept', owner: emil.id, due: '2099-01-01' }
  const decisionId = await written('Shorter meetings', yes)
  await asJobs((tx) => tx.rows(`update decision set due = current_date - 2 where id = $1`, [decisionId]))
  const refused = await sign(dora, decisionId)
  expect(refused.body.error.key).toBe('decision.due-ahead')
  expect(await view()).toMatchObject({ answered: 0, waiting: 1 })
})
