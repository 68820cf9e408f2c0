import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { climb } from '../../test/ladder.ts'
import { sayFor } from '../app/who-asks.ts'
import type { Contract } from '../kernel/index.ts'
import { ReachView, reachContract } from './contract.ts'
import { countAllReach, countReach } from './count-reach.ts'
import { sendNudges } from './send-nudges.ts'

let server: JamsServer
let host: TestPerson
let people: TestPerson[]
let stranger: TestPerson
let jam: Awaited<ReturnType<typeof openedJam>>
let texts: string[]

const person = (at: number): TestPerson => people[at] ?? host
const reach = async (who: TestPerson = host): Promise<ReachView> => (await server.as(who).get(`${jam.path}/reach`)).body
const count = () => countReach(server.database, jam.id)
const rows = async (text: string): Promise<Record<string, unknown>[]> => (await server.root.query(text)).rows
const open = (who: TestPerson) => server.as(who).put(`/api/venues/${jam.id}/opened`)
const seen = (who: TestPerson, id: string) => server.as(who).post('/api/reading/seen', { contributionIds: [id] })
const later = () => server.root.query(`update reading_place set at = at - interval '20 seconds'`)
const nudge = (hubId: string, who = host) => server.as(who).post(`${jam.path}/nudges`, { hubId })

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  people = await Promise.all(Array.from({ length: 14 }, () => server.person('member')))
  stranger = await server.person('member', server.hubs.south)
  jam = await openedJam(server, host)
  texts = []
  for (const at of [0, 1, 2, 3, 4]) {
    const posted = await server
      .as(person(at))
      .post(`/api/forums/${jam.forumId}/contributions`, { title: `Text ${at}`, body: '' })
    texts.push(posted.body.id)
  }
})
afterAll(() => server.close())

describe('the ladder', () => {
  for (const [route, contract] of Object.entries(reachContract as Record<string, Contract>)) {
    const rung = () => {
      const path = route.split(' ')[1]?.replace(':jamId', jam.id) ?? ''
      return { path, person: host, ...(route.startsWith('POST') && { body: { hubId: server.hubs.south } }) }
    }
    climb(() => server.api, { route, contract, rung })
  }
})

describe('how far a jam reaches', () => {
  test('is for its hosts and owners, and is told once it is counted', async () => {
    expect((await server.as(person(0)).get(`${jam.path}/reach`)).body.error.key).toBe('reach.only-hosts')
    expect((await server.as(stranger).get(`${jam.path}/reach`)).status).toBe(404)
    expect(await reach()).toMatchObject({ at: null, all: null })
  })

  test('counts who is invited, opened, voted and wrote, each once', async () => {
    for (const at of people.keys()) if (at < 9) await open(person(at))
    await open(person(0))
    for (const at of [5, 6, 7, 8, 9])
      await server.as(person(at)).put(`/api/contributions/${texts[0]}/vote`, { value: 'agree' })
    await count()
    const view = await reach()
    expect([...Compile(ReachView).Errors(view)]).toEqual([])
    // Nine opened it: one more who voted does not say so. Five did not write twice: nobody did.
    expect(view.all).toEqual({ invited: 15, opened: 9, read: 0, voted: null, wrote: null, again: 0 })
    expect(view.hubs.map(({ name, steps }) => [name, steps.invited])).toEqual([['North', 15]])
  })

  test('counts a minute of reading, and only numbers of it leave the person', async () => {
    for (const at of [5, 6, 7, 8, 9]) {
      await seen(person(at), texts[0] ?? '')
      await seen(person(at), texts[1] ?? '')
    }
    const read = () => rows(`select coalesce(sum(people), 0)::int as n from reading_reach where step = 'read'`)
    expect(await read()).toEqual([{ n: 0 }])
    for (const text of [texts[2], texts[3]]) {
      await later()
      for (const at of [5, 6, 7, 8, 9]) await seen(person(at), text ?? '')
    }
    expect(await read()).toEqual([{ n: 5 }])
    const columns = await rows(
      `select column_name as name from information_schema.columns where table_name = 'reading_reach'`,
    )
    expect(columns.some(({ name }) => String(name).includes('person'))).toBe(false)
    await server.root.query('begin; set local role dandelion_jobs')
    await expect(server.root.query('select from reading_opened')).rejects.toThrow('permission denied')
    await server.root.query('rollback')
  })

  test('leaves out whoever switched her reading history off', async () => {
    const before = await rows('select step, sum(people)::int as n from reading_reach group by 1 order by 1')
    await server.as(person(5)).put('/api/reading', { kept: false })
    await open(person(5))
    const after = await rows('select step, sum(people)::int as n from reading_reach group by 1 order by 1')
    expect(after).toEqual(before.map(({ step, n }) => ({ step, n: Number(n) - 1 })))
    await server.as(person(5)).put('/api/reading', { kept: true })
    await open(person(5))
    expect(await rows(`select sum(people)::int as n from reading_reach where step = 'opened'`)).toEqual([
      { n: before.find(({ step }) => step === 'opened')?.n },
    ])
  })

  test('keeps nothing under five, not even where nobody sees it', async () => {
    await countAllReach(server.database)
    const [{ figures } = {}] = await rows(`select figures from reach_state where jam_id = '${jam.id}'`)
    const numbers = [...JSON.stringify(figures).matchAll(/"(?:invited|opened|read|voted|wrote|again)":\s*(\d+)/g)]
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers.filter(([, found]) => Number(found) > 0 && Number(found) < 5)).toEqual([])
  })
})

describe('a nudge', () => {
  test('is for hubs that take part and have hosts, by those who run the jam, once a day', async () => {
    expect((await nudge(server.hubs.south)).body.error.key).toBe('reach.not-its-hub')
    expect((await nudge(server.hubs.north, person(0))).status).toBe(403)
    const { status, body } = await nudge(server.hubs.north)
    expect([status, body.nudged.map(({ id }: { id: string }) => id)]).toEqual([200, [server.hubs.north]])
    expect((await nudge(server.hubs.north)).body.error.key).toBe('reach.nudged-already')
  })

  test('is a letter to the hosts of the hub and to nobody else, and names nobody', async () => {
    await server.root.query(`insert into person_address (person_id, email, confirmed_at, created_at)
      select id, id || '@example.org', now(), now() from person on conflict (person_id) do update set confirmed_at = now()`)
    const sending = { database: server.database, publicUrl: new URL('https://jam.example'), sayFor }
    await sendNudges(sending, { jamId: jam.id, hubId: server.hubs.north })
    const hosts = await rows(`select a.email from membership as m join person_address as a on a.person_id = m.person_id
      where m.hub_id = '${server.hubs.north}' and m.role = 'host'`)
    const sent = await rows('select recipient, subject from mail_sent order by 1')
    expect(sent.map(({ recipient }) => recipient)).toEqual(hosts.map(({ email }) => email))
    expect(sent[0]?.subject).toContain('North')
  })

  test('ends with the jam', async () => {
    await server.as(host).post(`${jam.path}/move`, { to: 'report', reason: 'All is said.' })
    expect((await nudge(server.hubs.north)).body.error.key).toBe('reach.not-running')
  })
})
