import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestApi } from '../../test/api.ts'
import { climb } from '../../test/ladder.ts'
import { aWorld, type World, type WorldPerson } from '../../test/world.ts'
import { identityContract } from './contract.ts'
import { openPasswords } from './passwords.ts'

let api: TestApi
let world: World
let anna: WorldPerson
let stored: string

const SECRET = 'correct horse battery'
const cheap = openPasswords({ memoryKib: 8, passes: 1, parallelism: 1 })

beforeAll(async () => {
  api = await openTestServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
  world = await aWorld(api)
  stored = await cheap.hash(SECRET)
  anna = await world.person('Anna', { passwordHash: stored })
})
afterAll(async () => {
  await world.close()
  await api.close()
})

/** Each test comes from an address of its own, so that limits on one client do not add up over the file. */
let clients = 0
function client(): { headers: Record<string, string> } {
  clients += 1
  return { headers: { 'x-forwarded-for': `203.0.113.${clients}` } }
}

const routes = Object.keys(identityContract) as (keyof typeof identityContract)[]
const bodies: Partial<Record<keyof typeof identityContract, Record<string, unknown>>> = {
  'POST /api/sign-in': { email: 'nobody@example.org', password: 'x' },
  'POST /api/sign-in/link': { email: 'nobody@example.org' },
  'POST /api/sign-in/redeem': { token: 'x'.repeat(43) },
  'POST /api/sign-out': {},
  'PUT /api/profile': { name: 'Anna', locale: 'en', timeZone: 'UTC' },
  'PUT /api/profile/password': { current: SECRET, password: 'another long one' },
}

describe('the ladder', () => {
  for (const route of routes) {
    const path = (route.split(' ')[1] ?? '').replace(/:\w+/g, '01890000-0000-7000-8000-000000000000')
    const body = bodies[route]
    climb(() => api, {
      route,
      contract: identityContract[route],
      rung: () => ({ path, person: anna, ...(body && { body }) }),
    })
  }
})

describe('signing in', () => {
  test('the right password starts a session of 30 days that scripts cannot read', async () => {
    const answer = await api.as(null).post('/api/sign-in', { email: anna.email, password: SECRET }, client())
    expect(answer.body).toEqual({ personId: anna.id })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '') - Date.now()).toBeGreaterThan(29 * 86_400_000)
    expect((await api.as({ token: answer.token ?? '' }).get('/api/profile')).body.name).toBe('Anna')
  })

  test('a wrong password and an unknown address get the same bytes', async () => {
    const from = client()
    const wrong = await api.as(null).post('/api/sign-in', { email: anna.email, password: 'wrong' }, from)
    const unknown = await api.as(null).post('/api/sign-in', { email: 'no@example.org', password: 'wrong' }, from)
    expect(wrong.status).toBe(403)
    expect(unknown.status).toBe(wrong.status)
    expect(unknown.text).toBe(wrong.text)
  })

  test('somebody who signs in by links only is not told apart either', async () => {
    const without = await world.person('Ben')
    const from = client()
    const answer = await api.as(null).post('/api/sign-in', { email: without.email, password: 'wrong' }, from)
    const unknown = await api.as(null).post('/api/sign-in', { email: 'no2@example.org', password: 'wrong' }, from)
    expect(answer.text).toBe(unknown.text)
  })

  test('whoever has the address confirmed comes before those who claim it', async () => {
    const email = 'shared@example.org'
    const holder = await world.person('Holder', { email, passwordHash: stored })
    await world.person('Claimer', { email, passwordHash: stored, confirmed: false })
    const answer = await api.as(null).post('/api/sign-in', { email, password: SECRET }, client())
    expect(answer.body.personId).toBe(holder.id)
  })

  test('somebody who claims an address signs in with a password of their own', async () => {
    const email = 'shared-too@example.org'
    await world.person('Holder', { email, passwordHash: stored })
    const passwordHash = await cheap.hash('my own password')
    const claimer = await world.person('Claimer', { email, passwordHash, confirmed: false })
    const answer = await api.as(null).post('/api/sign-in', { email, password: 'my own password' }, client())
    expect(answer.body.personId).toBe(claimer.id)
  })

  test('the session that the browser had before is over', async () => {
    const first = await world.session(anna)
    const again = await api.as(first).post('/api/sign-in', { email: anna.email, password: SECRET }, client())
    expect(again.status).toBe(200)
    expect((await api.as(first).get('/api/profile')).status).toBe(401)
  })

  test('a hash made at another cost is made anew, and the password stays the same', async () => {
    const email = 'dearer@example.org'
    const old = await openPasswords({ memoryKib: 16, passes: 1, parallelism: 1 }).hash(SECRET)
    await world.person('Dora', { email, passwordHash: old })
    const hash = async () => {
      const text = 'select password_hash as hash from person_address where email = $1'
      return (await world.database.transaction({ role: 'jobs' }, (tx) => tx.row<{ hash: string }>(text, [email])))?.hash
    }
    await api.as(null).post('/api/sign-in', { email, password: SECRET }, client())
    expect(await hash()).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$/)
    expect((await api.as(null).post('/api/sign-in', { email, password: SECRET }, client())).status).toBe(200)
  })
})

describe('sessions', () => {
  test('a session that was signed out is refused at once', async () => {
    const here = await world.session(anna)
    const out = await api.as(here).post('/api/sign-out')
    expect(out.headers.get('set-cookie')).toMatch(/dandelion=;/)
    expect((await api.as(here).get('/api/profile')).status).toBe(401)
  })

  test('signing out without a session is no error', async () => {
    expect((await api.as(null).post('/api/sign-out')).status).toBe(200)
  })

  test('one of my sessions ends, the one I ask from stays', async () => {
    const cora = await world.person('Cora')
    const other = await world.session(cora)
    const listed = await api.as(cora).get('/api/sessions')
    expect(listed.body.sessions).toHaveLength(2)
    const left = await api.as(cora).delete(`/api/sessions/${other.sessionId}`)
    expect(left.body.sessions).toEqual([expect.objectContaining({ id: cora.sessionId, current: true })])
    expect((await api.as(other).get('/api/profile')).status).toBe(401)
  })

  test("another person's session is as absent as one that never was", async () => {
    const dana = await world.person('Dana')
    const theirs = await api.as(anna).delete(`/api/sessions/${dana.sessionId}`)
    const none = await api.as(anna).delete('/api/sessions/01890000-0000-7000-8000-000000000000')
    expect([theirs.status, theirs.text]).toEqual([404, none.text])
    expect((await api.as(dana).get('/api/profile')).status).toBe(200)
  })

  test('a session ends by itself after 30 days', async () => {
    const eve = await world.person('Eve')
    const text = `update session set expires_at = now() - interval '1 second' where id = $1`
    await world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(text, [eve.sessionId]))
    expect((await api.as(eve).get('/api/profile')).status).toBe(401)
  })

  test('a change notes when the session was last used', async () => {
    const finn = await world.person('Finn')
    const text = `update session set seen_at = now() - interval '1 hour' where id = $1`
    await world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(text, [finn.sessionId]))
    await api.as(finn).put('/api/profile', { name: 'Finn', locale: 'en', timeZone: 'UTC' })
    const [session] = (await api.as(finn).get('/api/sessions')).body.sessions
    expect(Date.now() - Date.parse(session.seenAt)).toBeLessThan(60_000)
  })
})

describe('the profile', () => {
  test('name, language and time zone change together', async () => {
    const gina = await world.person('Gina')
    const wanted = { name: ' Gina Grün ', locale: 'de-at', timeZone: 'Europe/Vienna' }
    const answer = await api.as(gina).put('/api/profile', wanted)
    expect(answer.body).toMatchObject({ name: 'Gina Grün', locale: 'de-AT', timeZone: 'Europe/Vienna' })
  })

  test('refusals speak the language that was asked for', async () => {
    const headers = { 'accept-language': 'fr, de-CH;q=0.8, en;q=0.5' }
    const answer = await api.as(null).get('/api/profile', { headers })
    expect(answer.body.error.sentence).toBe('Bitte melden Sie sich zuerst an.')
  })

  test('whoever is signed in is refused in their own language', async () => {
    const heidi = await world.person('Heidi', { locale: 'de-AT' })
    const headers = { 'accept-language': 'en' }
    const answer = await api.as(heidi).delete('/api/sessions/01890000-0000-7000-8000-000000000000', { headers })
    expect(answer.body.error.sentence).toBe('Hier ist nichts, oder es ist für Sie nicht geöffnet.')
  })

  test('a time zone that no clock knows is refused', async () => {
    const answer = await api.as(anna).put('/api/profile', { name: 'Anna', locale: 'en', timeZone: 'Mars/Olympus' })
    expect([answer.status, answer.body.error.key]).toEqual([400, 'time-zone.unknown'])
  })
})

describe('the password', () => {
  test('a wrong present password changes nothing', async () => {
    const hans = await world.person('Hans', { passwordHash: stored })
    const answer = await api.as(hans).put('/api/profile/password', { current: 'wrong', password: 'another long one' })
    expect([answer.status, answer.body.error.key]).toEqual([403, 'password.wrong'])
    const signedIn = await api.as(null).post('/api/sign-in', { email: hans.email, password: SECRET }, client())
    expect(signedIn.status).toBe(200)
  })

  test('guessing the present password from a session is limited', async () => {
    const ida = await world.person('Ida', { passwordHash: stored })
    const guess = () => api.as(ida).put('/api/profile/password', { current: 'wrong', password: 'another long one' })
    const keys: string[] = []
    for (let tries = 0; tries < 7; tries++) keys.push((await guess()).body.error.key)
    expect(keys).toEqual([...Array(5).fill('password.wrong'), ...Array(2).fill('attempts.too-many')])
  })

  test('a new password ends the other sessions and keeps this one', async () => {
    const jan = await world.person('Jan', { passwordHash: stored })
    const other = await world.session(jan)
    const answer = await api.as(jan).put('/api/profile/password', { current: SECRET, password: 'another long one' })
    expect(answer.body.hasPassword).toBe(true)
    expect((await api.as(other).get('/api/profile')).status).toBe(401)
    expect((await api.as(jan).get('/api/profile')).status).toBe(200)
  })

  test('somebody without a password sets one without knowing any', async () => {
    const kim = await world.person('Kim')
    const answer = await api.as(kim).put('/api/profile/password', { current: null, password: 'a first password' })
    expect(answer.body.hasPassword).toBe(true)
  })
})
