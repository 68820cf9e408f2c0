import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { aWorld, type World } from '../../test/world.ts'
import { openPasswords } from './passwords.ts'

let one: TestApi
let other: TestApi
let unguarded: TestApi
let world: World

const SECRET = 'correct horse battery'
const env = { TRUSTED_PROXIES: '127.0.0.1' }
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })

beforeAll(async () => {
  one = await openTestServer({ env })
  other = await openTestServer({ env, beside: one })
  const attempts = { reserve: async () => ({ release: async () => {} }) }
  unguarded = await openTestServer({ env, beside: one, forTests: { attempts } })
  world = await aWorld(one)
})
afterAll(async () => {
  await world.close()
  await unguarded.close()
  await other.close()
  await one.close()
})

async function person(): Promise<{ email: string }> {
  const passwordHash = await openPasswords({ memoryKib: 8, passes: 1, parallelism: 1 }).hash(SECRET)
  return world.person('Anna', { passwordHash })
}

/** How many of the answers say that the password was looked at. */
async function checked(servers: readonly TestApi[], email: string, address: (at: number) => string): Promise<number> {
  const tries = Array.from({ length: 100 }, (_, at) =>
    servers[at % servers.length]?.as(null).post('/api/sign-in', { email, password: `wrong ${at}` }, from(address(at))),
  )
  const answers = await Promise.all(tries)
  return answers.filter((answer) => answer?.body.error.key === 'sign-in.wrong').length
}

test('of 100 wrong passwords at once, to two servers from 100 places, five are looked at', async () => {
  const { email } = await person()
  expect(await checked([one, other], email, (at) => `198.51.100.${at}`)).toBe(5)
})

test('without the limit all of them are looked at', async () => {
  const { email } = await person()
  expect(await checked([unguarded], email, (at) => `198.51.100.${at}`)).toBe(100)
})

test('from one place, 50 wrong passwords are looked at, whatever the addresses', async () => {
  const tries = Array.from({ length: 80 }, (_, at) =>
    one.as(null).post('/api/sign-in', { email: `p${at}@example.org`, password: 'wrong' }, from('192.0.2.50')),
  )
  const statuses = (await Promise.all(tries)).map((answer) => answer.status)
  expect(statuses.filter((status) => status === 403)).toHaveLength(50)
  expect(statuses.filter((status) => status === 429)).toHaveLength(30)
})

test('a known and an unknown address are limited after the same number, with the same bytes', async () => {
  const { email } = await person()
  const run = async (tried: string, address: string) => {
    const answers: string[] = []
    for (let tries = 0; tries < 7; tries++) {
      const answer = await one.as(null).post('/api/sign-in', { email: tried, password: 'wrong' }, from(address))
      // The seconds left differ between two moments; the sentence and everything else must not.
      const { details, ...error } = answer.body.error
      answers.push(`${answer.status} ${JSON.stringify(error)} ${Object.keys(details ?? {})}`)
    }
    return answers
  }
  expect(await run(email, '192.0.2.60')).toEqual(await run('nobody@example.org', '192.0.2.61'))
})

test('when the limit is reached even the right password waits', async () => {
  const { email } = await person()
  const attempt = (password: string) => one.as(null).post('/api/sign-in', { email, password }, from('192.0.2.70'))
  for (let tries = 0; tries < 5; tries++) await attempt('wrong')
  expect((await attempt(SECRET)).status).toBe(429)
})

test('signing in well does not count', async () => {
  const { email } = await person()
  const statuses: number[] = []
  for (let tries = 0; tries < 8; tries++) {
    statuses.push((await one.as(null).post('/api/sign-in', { email, password: SECRET }, from('192.0.2.80'))).status)
  }
  expect(statuses).toEqual(Array(8).fill(200))
})

test('three links are sent to an address in 15 minutes, known or not', async () => {
  const { email } = await person()
  const ask = async (to: string, address: string) => {
    const statuses: number[] = []
    for (let tries = 0; tries < 4; tries++) {
      statuses.push((await one.as(null).post('/api/sign-in/link', { email: to }, from(address))).status)
    }
    return statuses
  }
  expect(await ask(email, '192.0.2.90')).toEqual([200, 200, 200, 429])
  expect(await ask('nobody2@example.org', '192.0.2.91')).toEqual([200, 200, 200, 429])
})
