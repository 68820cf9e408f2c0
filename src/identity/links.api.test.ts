import fs from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Asking, openTestServer, type TestApi } from '../../test/api.ts'
import { aWorld, type World } from '../../test/world.ts'
import { makeLink, openPasswords } from './index.ts'

let api: TestApi
let world: World
let stored: string

const SECRET = 'correct horse battery'

beforeAll(async () => {
  api = await openTestServer({ jobs: true, env: { TRUSTED_PROXIES: '127.0.0.1' } })
  world = await aWorld(api)
  stored = await openPasswords({ memoryKib: 8, passes: 1, parallelism: 1 }).hash(SECRET)
})
afterAll(async () => {
  await world.close()
  await api.close()
})

let clients = 0
function client(): Asking {
  clients += 1
  return { headers: { 'x-forwarded-for': `203.0.113.${clients}` } }
}

let addresses = 0
const address = (): string => `person${++addresses}@example.org`

/** The letters to an address as they lie in the folder, decoded, oldest first. */
async function lettersTo(email: string): Promise<string[]> {
  const folder = path.join(api.dataDir, 'mail')
  const files = (await fs.readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted()
  const letters = await Promise.all(files.map((name) => fs.readFile(path.join(folder, name), 'utf8')))
  return letters.filter((letter) => letter.includes(`To: ${email}`)).map(decoded)
}

function decoded(letter: string): string {
  const [head = '', ...body] = letter.split('\n\n')
  const text = body.join('\n\n')
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(text, 'base64').toString()}`
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return `${head}\n\n${/quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString() : text}`
}

async function letterTo(email: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const letter = (await lettersTo(email))[0]
      if (!letter) throw new Error(`no letter to ${email} yet`)
      return letter
    },
    { timeout: 15_000, interval: 50 },
  )
}

const tokensIn = (letter: string): string[] =>
  [...letter.matchAll(/\/sign-in\/link\?token=([A-Za-z0-9_-]{43})/g)].map((found) => found[1] ?? '')

const ask = (email: string) => api.as(null).post('/api/sign-in/link', { email }, client())
const redeem = (token: string, as: { token: string } | null = null) =>
  api.as(as).post('/api/sign-in/redeem', { token }, client())

async function invitationToken(role = 'member'): Promise<string> {
  const body = { role, label: '', maxUses: 50, days: 1 }
  const made = await api.as(world.owner).post(`/api/hubs/${world.core.id}/invitations`, body)
  return new URL(made.body.link).searchParams.get('token') ?? ''
}

async function join(email: string, name: string) {
  const person = { name, email, password: 'the claimed one', locale: 'de', timeZone: 'Europe/Vienna' }
  const answer = await api.as(null).post('/api/invitation/redeem', { token: await invitationToken(), person }, client())
  return { id: answer.body.personId as string, token: answer.token ?? '' }
}

test('a link comes by mail and signs in once, by its button alone', async () => {
  const anna = await world.person('Anna', { email: address() })
  expect((await ask(anna.email)).body).toEqual({})
  const [token = ''] = tokensIn(await letterTo(anna.email))
  const first = await redeem(token)
  expect(first.body).toEqual({ personId: anna.id })
  expect((await api.as({ token: first.token ?? '' }).get('/api/me')).body.person.name).toBe('Anna')
  expect((await redeem(token)).body.error.key).toBe('sign-in.link-over')
})

test('an unknown address gets the same answer and no letter', async () => {
  const known = await world.person('Ben', { email: address() })
  const unknown = address()
  const answers = [await ask(unknown), await ask(known.email)]
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1)
  await letterTo(known.email) // asked for later, so the job of the unknown address has had its turn
  expect(await lettersTo(unknown)).toEqual([])
})

test('of 50 browsers that press the button at once, one is signed in', async () => {
  const cora = await world.person('Cora', { email: address() })
  const token = await world.database.transaction({ role: 'jobs' }, (tx) => makeLink(tx, cora.id))
  const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(token)))
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
})

test('a link has run out after 15 minutes', async () => {
  const dora = await world.person('Dora', { email: address() })
  const token = await world.database.transaction({ role: 'jobs' }, (tx) => makeLink(tx, dora.id))
  api.database.shiftClock(16 * 60_000)
  const late = await redeem(token)
  api.database.shiftClock(0)
  expect(late.body.error.key).toBe('sign-in.link-over')
})

test('only the hash of a link is stored', async () => {
  const token = await world.database.transaction({ role: 'jobs' }, (tx) => makeLink(tx, world.owner.id))
  const text = 'select string_agg(to_json(l)::text, chr(10)) as stored from sign_in_link as l'
  const row = await world.database.transaction({ role: 'jobs' }, (tx) => tx.row<{ stored: string }>(text))
  expect(row?.stored).not.toContain(token)
})

test('a newcomer is asked in their language to confirm, and does so without losing anything', async () => {
  const email = address()
  const eve = await join(email, 'Eva')
  const letter = await letterTo(email)
  expect(letter).toContain('Eva')
  expect(letter).toContain('Guten Tag')
  const [token = ''] = tokensIn(letter)
  const confirmed = await redeem(token, eve)
  expect(confirmed.body).toEqual({ personId: eve.id })
  const signedIn = await api.as(null).post('/api/sign-in', { email, password: 'the claimed one' }, client())
  expect(signedIn.body).toEqual({ personId: eve.id })
})

test('whoever shows in another browser that the address is theirs takes the account over from whoever claimed it', async () => {
  const email = address()
  const claimer = await join(email, 'Mallory')
  const [token = ''] = tokensIn(await letterTo(email))
  const holder = await redeem(token)
  expect(holder.body).toEqual({ personId: claimer.id })
  expect((await api.as(claimer).get('/api/profile')).status).toBe(401)
  const byPassword = await api.as(null).post('/api/sign-in', { email, password: 'the claimed one' }, client())
  expect(byPassword.status).toBe(403)
  expect((await api.as({ token: holder.token ?? '' }).get('/api/profile')).body.hasPassword).toBe(false)
})

test('who has an account already is told so, with nothing to press and nothing changed', async () => {
  const email = address()
  const holder = await world.person('Holder', { email, passwordHash: stored })
  await join(email, 'Click http://evil.example now')
  const letter = await letterTo(email)
  expect(tokensIn(letter)).toEqual([])
  expect(letter).toContain('Sie haben schon ein Konto')
  expect(letter).not.toContain('evil.example')
  const signedIn = await api.as(null).post('/api/sign-in', { email, password: SECRET }, client())
  expect(signedIn.body).toEqual({ personId: holder.id })
})

test('of several who claim an address, each has a link under their name, and the first to confirm has it', async () => {
  const email = address()
  const one = await join(email, 'Eins')
  const two = await join(email, 'Zwei')
  await ask(email)
  // Three letters are made at once: whichever is made last, one that names both comes.
  const links = await vi.waitFor(
    async () => {
      const both = (await lettersTo(email)).map(tokensIn).findLast((tokens) => tokens.length === 2)
      if (!both) throw new Error(`no letter with two links to ${email} yet`)
      return both
    },
    { timeout: 15_000, interval: 50 },
  )
  const [newest = '', oldest = ''] = links
  expect((await redeem(oldest)).body).toEqual({ personId: one.id })
  expect((await redeem(newest, two)).body).toEqual({ personId: two.id })
  const text = 'select person_id as id from person_address where email = $1 and confirmed_at is not null'
  const confirmed = await world.database.transaction({ role: 'jobs' }, (tx) => tx.rows(text, [email]))
  expect(confirmed).toEqual([{ id: one.id }])
})

test('the owners see who was written to and when, and nothing of what was written', async () => {
  const ida = await world.person('Ida', { email: address() })
  await ask(ida.email)
  const [token = ''] = tokensIn(await letterTo(ida.email))
  const listed = await vi.waitFor(async () => {
    const answer = await api.as(world.owner).get('/api/administration/mail')
    const entry = answer.body.mail.find((mail: { recipient: string }) => mail.recipient === ida.email)
    expect(entry?.state).toBe('sent')
    return answer
  })
  expect(listed.body.folder).toBe(path.join(api.dataDir, 'mail'))
  expect(listed.text).not.toContain(token)
})
