import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { conversationRoutes, countVenues } from '../src/conversation/index.ts'
import { messages as conversationGerman } from '../src/conversation/messages.de.ts'
import { messages as conversationEnglish } from '../src/conversation/messages.en.ts'
import { jamsRoutes } from '../src/jams/index.ts'
import { messages as jamsGerman } from '../src/jams/messages.de.ts'
import { messages as jamsEnglish } from '../src/jams/messages.en.ts'
import { type Actor, nobody } from '../src/kernel/index.ts'
import { type Catalogue, speakers } from '../src/kernel/messages.ts'
import { hashToken, mount, newId, newToken, openDatabase, openHttp, startSequencer } from '../src/platform/index.ts'
import { freshDatabase } from './database.ts'

const PUBLIC_URL = new URL('http://localhost:4000')
const SESSION_SQL = "insert into session values ($1, $2, $3, '', now(), now(), now() + interval '30 days')"

const english: Catalogue = { ...conversationEnglish, ...jamsEnglish }
const german: Catalogue = { ...conversationGerman, ...jamsGerman }

/** What a test reads of an answer; bodies are JSON wherever there is one. */
// biome-ignore lint/suspicious/noExplicitAny: tests read what the wire carries, whatever its shape
export type Answer = { status: number; body: any; text: string; headers: Record<string, unknown> }
export type TestPerson = { readonly id: string; readonly token: string }
type Asking = { readonly link?: string; readonly key?: string; readonly origin?: string; readonly locale?: string }

export type JamsServer = Awaited<ReturnType<typeof openJamsServer>>

/** Jams and conversation over HTTP on a database of their own, with the core and two hubs under it. */
export async function openJamsServer() {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.connection, { max: 20 })
  const root = new pg.Client(fresh.superuser)
  await root.connect()
  const hubs = { core: randomUUID(), north: randomUUID(), south: randomUUID() }
  await root.query(
    `insert into hub values ($1, null, 'Core', '{en}', 'UTC', array[$1::uuid], now()),
     ($2, $1, 'North', '{en}', 'UTC', array[$1::uuid, $2::uuid], now()),
     ($3, $1, 'South', '{en}', 'UTC', array[$1::uuid, $3::uuid], now())`,
    [hubs.core, hubs.north, hubs.south],
  )
  const sequencer = startSequencer({ database, inSequence: countVenues, onError: () => undefined })
  const app = await openHttp({
    publicUrl: PUBLIC_URL,
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    sayTo: () => sayFor('en'),
  })
  const sayFor = (locale: string) => speakers<Catalogue>({ en: english, de: german })(locale) as (key: string) => string
  mount(app, [...conversationRoutes(), ...jamsRoutes({ publicUrl: PUBLIC_URL })], {
    database,
    publicUrl: PUBLIC_URL,
    opening: ({ sessionHash, query }) => {
      const { link } = query as { link?: string }
      const hash = sessionHash ? `'\\x${sessionHash.toString('hex')}'::bytea` : 'null'
      return `select actor from open_as(${hash}, ${link ? `'${link.replace(/[^A-Za-z0-9_-]/g, '')}'` : 'null'})`
    },
    actorOf: (opened) => (opened as { actor: Actor } | undefined)?.actor ?? nobody,
    sayFor,
    localeOf: () => 'en',
  })

  async function send(person: TestPerson | null, request: { method: string; path: string; body?: unknown } & Asking) {
    const { method, path, body, link } = request
    const response = await app.inject({
      method: method as 'GET',
      url: link ? `${path}${path.includes('?') ? '&' : '?'}link=${link}` : path,
      headers: {
        origin: request.origin ?? PUBLIC_URL.origin,
        ...(method !== 'GET' && { 'idempotency-key': request.key ?? randomUUID() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(person && { cookie: `dandelion=${person.token}` }),
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    })
    const isJson = String(response.headers['content-type']).startsWith('application/json')
    const answer: Answer = {
      status: response.statusCode,
      text: response.body,
      body: isJson ? JSON.parse(response.body) : undefined,
      headers: response.headers,
    }
    return answer
  }

  return {
    database,
    root,
    hubs,
    connection: fresh.connection,
    as: (person: TestPerson | null, asking: Asking = {}) => ({
      get: (path: string) => send(person, { method: 'GET', path, ...asking }),
      post: (path: string, body: unknown = {}) => send(person, { method: 'POST', path, body, ...asking }),
      put: (path: string, body: unknown = {}) => send(person, { method: 'PUT', path, body, ...asking }),
      delete: (path: string) => send(person, { method: 'DELETE', path, ...asking }),
    }),
    async person(role: 'member' | 'host' | 'guest' | 'owner', hub: string = hubs.north): Promise<TestPerson> {
      const made = { id: newId(), token: newToken() }
      await root.query(
        `insert into person (id, name, locale, time_zone, home_hub_id, owner, guest, created_at)
         values ($1, $2, 'en', 'Europe/Vienna', $3, $4, $5, now())`,
        [made.id, `${role} ${made.id.slice(-4)}`, hub, role === 'owner', role === 'guest'],
      )
      await root.query('insert into membership values ($1, $2, $3, now())', [
        made.id,
        hub,
        role === 'owner' ? 'member' : role,
      ])
      await root.query(SESSION_SQL, [newId(), hashToken(made.token), made.id])
      return made
    },
    async close() {
      await sequencer.stop()
      await app.close()
      await root.end()
      await database.close()
      await fresh.drop()
    },
  }
}

const HOUR_MS = 3_600_000

/** The body that sets a jam up so that it can open: it closes in 24 hours. */
export function setUpOf(hubs: readonly string[], hosts: readonly TestPerson[], change: Record<string, unknown> = {}) {
  return {
    title: 'Values jam',
    question: 'What do we stand for?',
    promise: { decides: 'The board', by: '2027-06-30', text: 'Every theme is answered.' },
    audience: { hubs: [...hubs], guests: false },
    lobby: 'members',
    dates: { opensAt: null, rateAt: null, closesAt: hoursFromNow(24), archiveAt: null },
    hosts: hosts.map((host) => host.id),
    ...change,
  }
}

export function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * HOUR_MS).toISOString()
}

/** A jam of a host, set up with one forum, still in preparation. */
export async function preparedJam(server: JamsServer, host: TestPerson, change: Record<string, unknown> = {}) {
  const { hubs } = server
  const begun = await server.as(host).post('/api/jams', { hubId: hubs.north, title: 'Values', question: 'What?' })
  const id: string = begun.body.jam.id
  await server.as(host).post(`/api/jams/${id}/forums`, { title: 'Everyday', question: 'What helps?', hosts: [] })
  const set = await server.as(host).put(`/api/jams/${id}`, setUpOf([hubs.north], [host], change))
  if (set.status !== 200) throw new Error(set.text)
  return { id, path: `/api/jams/${id}`, forumId: set.body.forums[0].id as string }
}

export async function openedJam(server: JamsServer, host: TestPerson, change: Record<string, unknown> = {}) {
  const jam = await preparedJam(server, host, change)
  const opened = await server.as(host).post(`${jam.path}/open`, { reason: null })
  if (opened.status !== 200) throw new Error(opened.text)
  return jam
}
