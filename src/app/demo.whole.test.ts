import { Writable } from 'node:stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { readConfig } from '../platform/index.ts'
import { runDemo } from './demo.ts'

let api: TestApi
let said = ''
let finish: () => Promise<void>
const out = new Writable({
  write(chunk: Buffer, _encoding, done) {
    said += chunk.toString()
    done()
  },
})

beforeAll(async () => {
  api = await openTestServer({ jobs: true })
  const config = readConfig({ PORT: '0', DANDELION_DATA: api.dataDir })
  finish = await runDemo(['--speed', '600'], { config, connection: api.fresh.connection, url: api.origin, out })
})
afterAll(async () => {
  await finish()
  // What is being computed for these large jams ends its statement first, which may take two minutes at most.
  await api.close()
}, 130_000)

async function signInAs(role: string) {
  const token = new RegExp(`^  ${role} .*token=(\\S+)$`, 'm').exec(said)?.[1]
  return api.as(null).post('/api/sign-in/redeem', { token })
}

const jamsOf = async (token: string) => (await api.as({ token }).get('/api/jams')).body.jams

test.each(['owner', 'host', 'member', 'guest'])(
  'the link for the %s signs in, and their password holds afterwards',
  async (role) => {
    const { status, token } = await signInAs(role)
    expect(status).toBe(200)
    const [, email, password] = new RegExp(`(${role}@\\S+)  (\\S+)`).exec(said) ?? []
    expect((await api.as(null).post('/api/sign-in', { email, password })).status).toBe(200)
    expect((await jamsOf(token ?? '')).length).toBeGreaterThan(0)
  },
)

async function liveVotes(): Promise<number> {
  const { body } = await api.as(null).get('/api/jams')
  return body.jams.find((jam: { guests: boolean }) => jam.guests).counts.votes
}

test('something moves within ten seconds', async () => {
  const before = await liveVotes()
  await vi.waitFor(async () => expect(await liveVotes()).toBeGreaterThan(before), { timeout: 10_000, interval: 200 })
})

test('the jam in its last hour is rated by people who are simulated, answered, and ends in promises', async () => {
  const [, email, password] = /(member@\S+) {2}(\S+)/.exec(said) ?? []
  const { token = '' } = await api.as(null).post('/api/sign-in', { email, password })
  const jamId = /\/jams\/(\S+)\/opinions$/m.exec(said)?.[1]
  await vi.waitFor(() => expect(said).toContain(`/promises?jam=${jamId}`), { timeout: 170_000, interval: 500 })
  const { body } = await api.as({ token }).get(`/api/jams/${jamId}/rating`)
  expect(body).toMatchObject({ state: 'counted', simulated: { people: body.people } })
  expect(body.results.length).toBeGreaterThan(15)
  const { counts } = (await api.as({ token }).get(`/api/promises?jamId=${jamId}`)).body
  expect(counts).toMatchObject({ kept: 2, 'in-progress': 1 })
}, 180_000)

test('what has been refused is counted, and how to sign in is said once for each', () => {
  expect(said).toContain('162 + 245 + 289 + 78')
  expect(said.match(/token=/g)).toHaveLength(4)
})

test('it leads to themes and opinion groups that are there', async () => {
  const [, email, password] = /(member@\S+) {2}(\S+)/.exec(said) ?? []
  const { token = '' } = await api.as(null).post('/api/sign-in', { email, password })
  const venueOf = (part: string) => new RegExp(`/jams/(\\S+)/${part}$`, 'm').exec(said)?.[1]
  const [themes, opinions] = [venueOf('themes'), venueOf('opinions')]
  const got = (path: string) => api.as({ token }).get(path)
  await vi.waitFor(
    async () => {
      expect((await got(`/api/venues/${themes}/themes`)).body.themes.length).toBeGreaterThan(0)
      expect((await got(`/api/venues/${opinions}/opinions`)).body.groups.length).toBeGreaterThan(0)
    },
    { timeout: 90_000, interval: 300 },
  )
}, 100_000)

test('a demonstration that is set up already is told so', async () => {
  const config = readConfig({ PORT: '0', DANDELION_DATA: api.dataDir })
  const again = runDemo([], { config, connection: api.fresh.connection, url: api.origin, out })
  await expect(again).rejects.toThrow('has been set up already')
})

test.each([['0'], ['-1'], ['fast']])('the speed %s is refused', async (speed) => {
  const config = readConfig({ PORT: '0', DANDELION_DATA: api.dataDir })
  const asked = runDemo([`--speed=${speed}`], { config, connection: api.fresh.connection, url: api.origin, out })
  await expect(asked).rejects.toThrow('The speed is a number')
})

test('when it ends in the middle, no archived jam is there in part', async () => {
  await finish()
  const rows = await api.database.transaction({ role: 'jobs' }, (tx) =>
    tx.rows<{ whole: boolean }>(
      `select n.votes in (225040, 49348) as whole from jam j join venue_count n on n.venue_id = j.id where j.phase = 'archive'`,
    ),
  )
  expect(rows.every(({ whole }) => whole)).toBe(true)
})
