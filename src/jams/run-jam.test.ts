import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  hoursFromNow,
  type JamsServer,
  openedJam,
  openJamsServer,
  preparedJam,
  type TestPerson,
} from '../../test/jams.ts'
import { sweepJams } from './index.ts'

const HOUR_MS = 3_600_000

let server: JamsServer
let host: TestPerson
let member: TestPerson

beforeAll(async () => {
  server = await openJamsServer()
  host = await server.person('host')
  member = await server.person('member')
})
afterEach(() => server.database.shiftClock(0))
afterAll(() => server.close())

const dates = (change: Record<string, string | null> = {}) => ({
  dates: {
    opensAt: null,
    rateAt: hoursFromNow(10),
    closesAt: hoursFromNow(20),
    archiveAt: hoursFromNow(30),
    ...change,
  },
})

/** Lets the hours pass, and the clock do what it has to. */
async function afterHours(hours: number): Promise<void> {
  server.database.shiftClock(hours * HOUR_MS)
  await sweepJams(server.database)
}

type Opened = Awaited<ReturnType<typeof openedJam>>

/** Tries to contribute, to reply and to vote; gives ok or the key of the refusal for each. */
async function tryAll(jam: Opened, root: string): Promise<string[]> {
  const as = server.as(member)
  const answers = [
    await as.post(`/api/forums/${jam.forumId}/contributions`, { title: 'One more', body: '' }),
    await as.post(`/api/contributions/${root}/replies`, { kind: 'plain', body: 'Yes' }),
    await as.put(`/api/contributions/${root}/vote`, { value: 'agree' }),
  ]
  return answers.map((answer) => answer.body.error?.key ?? 'ok')
}

async function withContribution(): Promise<{ jam: Opened; root: string }> {
  const jam = await openedJam(server, host, dates())
  const posted = await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Trust', body: '' })
  return { jam, root: posted.body.id }
}

test.each([
  { phase: 'discuss', hours: 1, said: ['ok', 'ok', 'ok'] },
  { phase: 'rate', hours: 11, said: ['venue.no-new-contributions', 'ok', 'ok'] },
  { phase: 'report', hours: 21, said: ['venue.closed', 'venue.closed', 'venue.closed'] },
  { phase: 'archive', hours: 31, said: ['venue.closed', 'venue.closed', 'venue.closed'] },
])('in $phase contributing, replying and voting are $said', async ({ phase, hours, said }) => {
  const { jam, root } = await withContribution()
  await afterHours(hours)
  expect((await server.as(member).get(jam.path)).body.jam.phase).toBe(phase)
  expect(await tryAll(jam, root)).toEqual(said)
})

test('what is prepared takes nothing yet, not even from its hosts', async () => {
  const jam = await preparedJam(server, host)
  const body = { title: 'Too early', body: '' }
  const refused = await server.as(host).post(`/api/forums/${jam.forumId}/contributions`, body)
  expect(refused.body.error.key).toBe('venue.not-open-yet')
})

test('the clock refuses late writing even when nobody has moved the jam', async () => {
  const jam = await openedJam(server, host, dates({ rateAt: null }))
  server.database.shiftClock(20 * HOUR_MS)
  const refused = await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Late', body: '' })
  expect(refused.body.error.key).toBe('venue.closed')
})

test('negative control: a moment before the end it is taken', async () => {
  const jam = await openedJam(server, host, dates({ rateAt: null }))
  server.database.shiftClock(20 * HOUR_MS - 60_000)
  const taken = await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Just', body: '' })
  expect(taken.status).toBe(200)
})

test('everybody sees the phase the clock says, before anybody has written it down', async () => {
  const jam = await openedJam(server, host, dates())
  server.database.shiftClock(11 * HOUR_MS)
  expect((await server.as(member).get(jam.path)).body.jam).toMatchObject({ phase: 'rate' })
})

test('an extension is seen by everybody, with its reason and who gave it', async () => {
  const jam = await openedJam(server, host, dates())
  const until = hoursFromNow(12)
  await server.as(host).post(`${jam.path}/extend`, { until, reason: 'The south has just begun' })
  const seen = await server.as(member).get(jam.path)
  expect(seen.body.jam.endsAt).toBe(until)
  expect(seen.body.changes.at(-1)).toMatchObject({ kind: 'extended', until, reason: 'The south has just begun' })
  expect(seen.body.changes.at(-1).by).toContain('host')
})

test('after an extension people write until the new end', async () => {
  const jam = await openedJam(server, host, dates())
  await server.as(host).post(`${jam.path}/extend`, { until: hoursFromNow(12), reason: 'More' })
  await afterHours(11)
  const taken = await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Still', body: '' })
  expect(taken.status).toBe(200)
})

test('an extension to an earlier end is refused', async () => {
  const jam = await openedJam(server, host, dates())
  const refused = await server.as(host).post(`${jam.path}/extend`, { until: hoursFromNow(9), reason: 'Less' })
  expect([refused.status, refused.body.error.key]).toEqual([422, 'jam.extend-later'])
})

test('a jam closed early stops taking contributions at once, and says why', async () => {
  const jam = await openedJam(server, host, dates())
  await server.as(host).post(`${jam.path}/move`, { to: 'report', reason: 'All is said' })
  const refused = await server.as(member).post(`/api/forums/${jam.forumId}/contributions`, { title: 'Oh', body: '' })
  expect(refused.body.error.key).toBe('venue.closed')
  const seen = await server.as(member).get(jam.path)
  expect(seen.body.changes.at(-1)).toMatchObject({ kind: 'closed-early', phase: 'report', reason: 'All is said' })
})

test('an owner who hosts nothing can close a jam early', async () => {
  const jam = await openedJam(server, host, dates())
  const owner = await server.person('owner')
  const closed = await server.as(owner).post(`${jam.path}/move`, { to: 'report', reason: 'An emergency' })
  expect(closed.body.jam.phase).toBe('report')
})

test('a host who acts when the clock is late acts on the phase that everybody sees', async () => {
  const jam = await openedJam(server, host, dates())
  server.database.shiftClock(11 * HOUR_MS)
  await server.as(host).post(`${jam.path}/move`, { to: 'report', reason: 'Enough' })
  const seen = await server.as(member).get(jam.path)
  expect(seen.body.changes.map((change: { phase: string }) => change.phase)).toEqual(['discuss', 'rate', 'report'])
})

test('a jam opens by its clock when it is ready', async () => {
  const jam = await preparedJam(server, host, dates({ opensAt: hoursFromNow(2) }))
  await afterHours(3)
  expect((await server.as(member).get(jam.path)).body.jam.phase).toBe('discuss')
})

test('a jam that is not ready at its time stays, and says what is missing', async () => {
  const jam = await preparedJam(server, host, { ...dates({ opensAt: hoursFromNow(2) }), promise: null })
  await afterHours(3)
  const seen = await server.as(host).get(jam.path)
  const missing = seen.body.missing.map((each: { key: string }) => each.key)
  expect(seen.body.jam.phase).toBe('prepare')
  expect(missing).toEqual(['jam.missing.promise', 'jam.missing.opening-missed'])
})

test('a jam with something missing does not open by hand', async () => {
  const jam = await preparedJam(server, host, { promise: null })
  const refused = await server.as(host).post(`${jam.path}/open`, { reason: null })
  expect([refused.status, refused.body.error.key]).toEqual([403, 'jam.not-ready'])
})

test('negative control: with the promise card it opens', async () => {
  const jam = await preparedJam(server, host)
  expect((await server.as(host).post(`${jam.path}/open`, { reason: null })).body.jam.phase).toBe('discuss')
})

test('a jam opens once, however often its host presses', async () => {
  const jam = await preparedJam(server, host)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => server.as(host).post(`${jam.path}/open`, { reason: null })),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  expect((await server.as(host).get(jam.path)).body.changes).toHaveLength(1)
})

test('a refused extension leaves nothing behind', async () => {
  const jam = await openedJam(server, host, dates())
  const before = await server.as(host).get(jam.path)
  await server.as(host).post(`${jam.path}/extend`, { until: hoursFromNow(5), reason: 'Less' })
  const after = await server.as(host).get(jam.path)
  expect({ ...after.body, now: null }).toEqual({ ...before.body, now: null, cursor: after.body.cursor })
})
