import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JamsServer, openedJam, openJamsServer, type TestPerson } from '../../test/jams.ts'
import { climb } from '../../test/ladder.ts'
import { importJam } from '../jams/index.ts'
import type { Contract } from '../kernel/index.ts'
import { MeetingsView, MeetingView, meetingsContract } from './contract.ts'

let server: JamsServer
let host: TestPerson
let other: TestPerson
let member: TestPerson
let stranger: TestPerson
let jam: Awaited<ReturnType<typeof openedJam>>

const SHEET = { people: 14, place: 'Night shift', day: '2026-01-05', consent: true }
const SAID = [
  { title: 'The machines are too loud at night', body: 'Since **March**.' },
  { title: 'We never see the board', body: '' },
]
const enter = (who: TestPerson, change: object = {}) =>
  server.as(who).post(`/api/forums/${jam.forumId}/meetings`, { ...SHEET, contributions: SAID, ...change })
const view = async (who: TestPerson | null = member): Promise<MeetingsView> =>
  (await server.as(who).get(`/api/venues/${jam.id}/meetings`)).body
const rows = async (text: string): Promise<Record<string, unknown>[]> => (await server.root.query(text)).rows
let entered: MeetingView

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  other = await server.person('owner')
  member = await server.person('member')
  stranger = await server.person('member', server.hubs.south)
  jam = await openedJam(server, host)
  entered = (await enter(host)).body
})
afterAll(() => server.close())

describe('the ladder', () => {
  for (const [route, contract] of Object.entries(meetingsContract as Record<string, Contract>)) {
    const rung = () => {
      const path = route.split(' ')[1]?.replace(':venueId', jam.id).replace(':forumId', jam.forumId) ?? ''
      return { path, person: host, ...(route.startsWith('POST') && { body: { ...SHEET, contributions: SAID } }) }
    }
    climb(() => server.api, { route, contract, rung })
  }
})

describe('the sheet of a meeting', () => {
  test('puts what was said among the contributions, without an author and with whom it speaks for', async () => {
    expect([...Compile(MeetingView).Errors(entered)]).toEqual([])
    expect(entered).toMatchObject({ people: 14, place: 'Night shift', contributions: [{}, {}] })
    const { items } = (await server.as(member).get(`/api/venues/${jam.id}/contributions`)).body
    expect(
      items.map(({ title, author, meeting }: { title: string; author: unknown; meeting: unknown }) => [
        title,
        author,
        meeting,
      ]),
    ).toEqual(
      SAID.map(({ title }) => [title, null, { people: 14, place: 'Night shift', day: '2026-01-05' }]).toReversed(),
    )
  })

  test('is entered by hosts, once those who were there agree, and after it took place', async () => {
    const keys = [
      await enter(member),
      await enter(host, { consent: false }),
      await enter(host, { day: '2099-01-01' }),
    ].map(({ status, body }) => [status, body.error.key])
    expect(keys).toEqual([
      [403, 'meeting.only-hosts-enter'],
      [422, 'meeting.consent'],
      [422, 'meeting.day-ahead'],
    ])
    expect((await enter(stranger)).status).toBe(404)
  })

  test('of fewer than five people tells how many to nobody, and does not keep it', async () => {
    const few = (await enter(host, { people: 3, contributions: SAID.slice(0, 1) })).body
    expect(few.people).toBeNull()
    expect(await rows(`select people from meeting where id = '${few.id}'`)).toEqual([{ people: null }])
  })

  test('is counted apart: its people are in no number of people', async () => {
    const seen = await view()
    expect([...Compile(MeetingsView).Errors(seen)]).toEqual([])
    expect(seen.spokenFor).toEqual({ meetings: 2, people: 14, few: 1 })
    await server.as(member).put(`/api/contributions/${entered.contributions[0]?.id}/vote`, { value: 'agree' })
    await expect
      .poll(() => rows(`select people, writers, contributions from venue_count where venue_id = '${jam.id}'`))
      .toEqual([{ people: 1, writers: 0, contributions: 3 }])
  })

  test('cannot be forged past the rules: only who entered it puts words into it', async () => {
    const insert = (who: TestPerson) =>
      server.root.query(`begin; set local role dandelion_app; select set_config('app.person', '${who.id}', true),
        set_config('app.venues', '{${jam.id}}', true); insert into contribution (id, venue_id, forum_id, thread_id, number, path,
        depth, kind, title, body, html, language, posted_at, meeting_id) select gen_random_uuid(), venue_id, forum_id, id, 0, '', 0,
        'contribution', 'Forged', '', '', 'en', now(), id from meeting where id = '${entered.id}'; rollback`)
    await expect(insert(member)).rejects.toThrow(/row-level security/)
    await server.root.query('rollback')
    await insert(host)
  })

  test('is taken back by any host, by nobody else, and leaves its place without whom it spoke for', async () => {
    const id = entered.contributions[0]?.id ?? ''
    expect((await server.as(member).delete(`/api/contributions/${id}`)).body.error.key).toBe('contribution.not-yours')
    const edited = await server.as(host).put(`/api/contributions/${id}`, { version: 1, title: 'Other words', body: '' })
    expect(edited.status).toBe(403)
    const { status, body } = await server.as(other).delete(`/api/contributions/${id}`)
    expect([status, body.retracted, body.meeting, body.title]).toEqual([200, true, null, null])
    expect((await view()).meetings.find((one) => one.id === entered.id)?.contributions).toHaveLength(1)
  })

  test('comes back from the file of its jam', async () => {
    const { text } = await server.as(host).get(`/api/jams/${jam.id}/export?format=jsonl`)
    const open = async function* () {
      yield* text.split('\n').slice(0, -1)
    }
    const { jamId } = await importJam(server.database, { open, newTitle: 'Again' })
    const again = (await server.as(other).get(`/api/venues/${jamId}/meetings`)).body
    expect(again.spokenFor).toEqual((await view()).spokenFor)
    expect(again.meetings.map(({ contributions }: MeetingView) => contributions.length)).toEqual(
      (await view()).meetings.map(({ contributions }) => contributions.length),
    )
  })
})
