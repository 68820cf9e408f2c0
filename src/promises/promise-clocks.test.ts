import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aReportJam } from '../../test/report-jam.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { newId, type Say, type Tx } from '../platform/index.ts'
import type { LedgerView, PromiseView } from './contract.ts'
import { putUpForAnswer } from './put-up.ts'
import { ringClocks } from './ring-clocks.ts'
import { sendLetters } from './send-letters.ts'

let api: TestApi
let world: World
let host: WorldPerson
let dora: WorldPerson
let emil: WorldPerson
let member: WorldPerson
let jamId: string
/** A promise that Emil keeps; Dora and Emil decide. */
let id: string

const asJobs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => api.database.transaction({ role: 'jobs' }, work)
const sending = (sayFor: (locale: string) => Say = () => (key) => key) => ({
  ...{ database: api.database, publicUrl: new URL('https://meadow.example'), sayFor },
})
const promise = async (): Promise<PromiseView> => (await api.as(member).get(`/api/promises/${id}`)).body
const ledger = async (query = ''): Promise<LedgerView> => (await api.as(member).get(`/api/promises?${query}`)).body

beforeAll(async () => {
  api = await openTestServer()
  world = await aWorld(api)
  host = await world.person('Rosa', { role: 'host' })
  dora = await world.person('Dora')
  emil = await world.person('Emil')
  member = await world.person('Mina')
  jamId = (await aReportJam(api.database, { hub: world.core, host, themes: 2, each: 6 })).jamId
  await asJobs((tx) => tx.rows(`update jam set promise_by = '2099-06-30' where id = $1`, [jamId]))
  await asJobs((tx) => putUpForAnswer(tx, jamId, [{ kind: 'theme', subjectId: newId(), name: 'Trains at night' }]))
  await api.as(host).put(`/api/jams/${jamId}/deciders`, { people: [dora.id, emil.id], needed: 1 })
  const { matters } = (await api.as(dora).get(`/api/jams/${jamId}/decisions`)).body
  const said = { answer: 'accept', reason: 'It was asked for.', owner: emil.id, due: '2099-03-01', budget: null }
  const written = await api
    .as(dora)
    .post(`/api/matters/${matters[0].id}/decisions`, { ...said, follows: 0, changeReason: null })
  const { body } = await api.as(dora).post(`/api/decisions/${written.body.matters[0].latest.id}/signature`, {})
  id = body.matters[0].promise.id
}, 120_000)
afterAll(async () => {
  await world.close()
  await api.close()
})

describe('the clocks', () => {
  const lettersOf = () =>
    asJobs((tx) => tx.rows<{ kind: string }>('select kind, person_id from promise_letter order by kind, person_id'))
  const mails = () => asJobs((tx) => tx.rows<{ to: string; subject: string }>('select * from mail_waiting order by id'))
  const past = (id: string, days: number) =>
    asJobs((tx) =>
      tx.rows(
        `update promise set due_at = now() - make_interval(days => $2), next_at = now() - make_interval(days => $2 + 7), told = 0,
           due = (now() - make_interval(days => $2))::date where id = $1`,
        [id, days],
      ),
    )

  test('tell who keeps it and a week later those who decided, once, however many servers ring', async () => {
    await past(id, 1)
    expect((await promise()).promise.state).toBe('late')
    await Promise.all([ringClocks(api.database), ringClocks(api.database)])
    expect((await promise()).history.map(({ kind }) => kind)).toEqual(['reminded', 'late', 'made'])
    expect(await lettersOf()).toMatchObject([{ kind: 'late', person_id: emil.id }])
    await asJobs((tx) =>
      tx.rows(
        `update promise set due_at = now() - interval '8 days', next_at = now() - interval '1 second' where id = $1`,
        [id],
      ),
    )
    await ringClocks(api.database)
    expect((await lettersOf()).filter(({ kind }) => kind === 'sponsor-told')).toHaveLength(2)
  })

  test('send their letters when quiet hours are over, each once', async () => {
    const before = (await mails()).length
    await asJobs((tx) => tx.rows(`update promise_letter set send_at = now() + interval '1 hour'`))
    await sendLetters(sending())
    expect(await mails()).toHaveLength(before)
    await asJobs((tx) => tx.rows(`update promise_letter set send_at = now() - interval '1 second'`))
    await Promise.all([sendLetters(sending()), sendLetters(sending())])
    await sendLetters(sending())
    expect(await mails()).toHaveLength(before + 3)
  })

  test('ring and send whatever one of them cannot: a promise that is broken stops no other', async () => {
    const card = (due: string, state: string) =>
      asJobs((tx) =>
        tx.rows(
          `update promise set due_at = $2, state = $3, told = 0, next_at = now() - interval '100 days'
            where jam_id = $1 and matter_id is null`,
          [jamId, due, state],
        ),
      )
    await card('infinity', 'open') // no day of a calendar: its clock throws
    await past(id, 1)
    await asJobs((tx) => tx.rows('delete from promise_letter'))
    await expect(ringClocks(api.database)).rejects.toThrow('1 clocks of promises could not ring')
    expect(await lettersOf()).toMatchObject([{ kind: 'late', person_id: emil.id }])
    await asJobs((tx) =>
      tx.rows(`insert into promise_letter select promise_id, $1, kind, send_at from promise_letter`, [dora.id]),
    )
    await asJobs((tx) => tx.rows(`update promise_letter set send_at = now() - interval '1 second'`))
    const before = (await mails()).length
    let asked = 0
    const sayNothingAtFirst = () => {
      if (asked++ === 0) throw new Error('no words')
      return (key: string) => key
    }
    await expect(sendLetters(sending(sayNothingAtFirst))).rejects.toThrow('1 letters could not be written')
    expect(await mails()).toHaveLength(before + 1)
    await sendLetters(sending())
    expect(await mails()).toHaveLength(before + 2)
    await card('2099-07-01', 'kept')
    await asJobs((tx) => tx.rows('update promise set next_at = null where jam_id = $1 and matter_id is null', [jamId]))
  })

  test('a promise that is overdue stands first, and can still be kept', async () => {
    expect((await ledger()).promises[0]).toMatchObject({ id, state: 'late' })
    expect((await ledger('show=overdue')).promises.map((line) => line.id)).toEqual([id])
    const kept = await api.as(emil).put(`/api/promises/${id}/state`, { state: 'kept', reason: 'The first train ran.' })
    expect(kept.body.promise).toMatchObject({ state: 'kept', told: { reason: 'The first train ran.' } })
    const again = await api.as(emil).put(`/api/promises/${id}/state`, { state: 'broken', reason: 'No.' })
    expect(again.body.error.key).toBe('promise.settled')
  })

  test('after 30, 90 and 180 days what became of them is written down once', async () => {
    const longAgo = `update promise_ledger set answered_at = now() - interval '100 days', next_at = now() - interval '70 days'
      where jam_id = $1`
    await asJobs((tx) => tx.rows(longAgo, [jamId]))
    await ringClocks(api.database)
    await ringClocks(api.database)
    const { checks } = (await api.as(member).get(`/api/jams/${jamId}/promise-record`)).body
    expect(checks.map(({ days }: { days: number }) => days)).toEqual([30, 90])
    expect(checks[1].counts).toMatchObject({ kept: 2 })
  })
})

test('a later jam of the same sponsor shows what became of the earlier promises, to who may read those', async () => {
  const path = '/api/jams'
  const begun = await api.as(host).post(path, { hubId: world.core.id, title: 'Next', question: 'And now?' })
  const { body } = await api.as(host).get(`${path}/${begun.body.jam.id}/promise-record`)
  expect(body).toMatchObject({ jams: 1, counts: { kept: 2 }, overdue: [] })
  expect((await api.as(member).get(`${path}/${begun.body.jam.id}/promise-record`)).status).toBe(404)
})
