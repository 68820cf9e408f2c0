import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import module from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { openServer, type ServerOptions } from '../src/app/server.ts'
import { type Database, readConfig } from '../src/platform/index.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { send } from './send.ts'

/** An answer as it came over the wire. `body` is undefined when it is not JSON. */
export type Answer<B = unknown> = {
  readonly status: number
  readonly body: B
  readonly text: string
  readonly headers: Headers
  /** The session that the answer gave to the browser. */
  readonly token: string | undefined
}

/** Somebody whose browser holds a session. */
export type WithSession = { readonly token: string }

/** What differs from the request that a browser with a fresh intention would send. */
export type Asking = {
  /** Null: without the header. */
  readonly origin?: string | null
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads what the wire carries and says itself what it expects
type Any = any

export type Asker = {
  get<B = Any>(path: string, asking?: Asking): Promise<Answer<B>>
  post<B = Any>(path: string, body?: unknown, asking?: Asking): Promise<Answer<B>>
  put<B = Any>(path: string, body?: unknown, asking?: Asking): Promise<Answer<B>>
  delete<B = Any>(path: string, asking?: Asking): Promise<Answer<B>>
}

export type TestApi = {
  readonly url: string
  /** What browsers send as Origin. */
  readonly origin: string
  readonly fresh: FreshDatabase
  /** The same database as the server's, for use cases without HTTP and for moving the server's clock. */
  readonly database: Database
  readonly dataDir: string
  /** Requests of one person, or of somebody without a session (null). */
  as(person: WithSession | null): Asker
  close(): Promise<void>
}

export type TestServerOptions = Pick<ServerOptions, 'jobs' | 'forTests'> & {
  /** A second server on the database of a first one. */
  readonly beside?: TestApi
  readonly env?: Readonly<Record<string, string>>
}

// Threads are opened by the hundred: what they compile is kept, as in the product.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/dandelion', import.meta.url)))

/** Cheap enough for hundreds of hashes in a test; never used outside tests. */
const CHEAP = { memoryKib: 8, passes: 1, parallelism: 1 }

/** The real server on a database of its own, over real HTTP. Jobs, mail and the sequencer run only when asked for. */
export async function openTestServer(options: TestServerOptions = {}): Promise<TestApi> {
  const fresh = options.beside?.fresh ?? (await freshDatabase())
  const dataDir = options.beside?.dataDir ?? (await fs.mkdtemp(path.join(os.tmpdir(), 'dandelion-api-')))
  const config = readConfig({ PORT: '0', DANDELION_DATA: dataDir, LOG_LEVEL: 'silent', ...options.env })
  const server = await openServer({
    config,
    connection: fresh.connection,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    jobs: options.jobs ?? false,
    forTests: { argon2: CHEAP, openDatabase: fresh.open, ...options.forTests },
  })
  const { origin } = server.publicUrl
  return {
    url: server.url,
    origin,
    fresh,
    database: server.database,
    dataDir,
    as: (person) => askerOf(server.url, origin, person),
    close: async () => {
      await server.close()
      if (options.beside) return
      await fresh.drop()
      await fs.rm(dataDir, { recursive: true, force: true })
    },
  }
}

function askerOf(url: string, origin: string, person: WithSession | null): Asker {
  const by = (method: string, to: string, { body, asking = {} }: { body?: unknown; asking?: Asking | undefined }) =>
    ask(new URL(to, url), { method, body, asking, origin, person })
  return {
    get: (to, asking) => by('GET', to, { asking }),
    post: (to, body, asking) => by('POST', to, { body: body ?? {}, asking }),
    put: (to, body, asking) => by('PUT', to, { body: body ?? {}, asking }),
    delete: (to, asking) => by('DELETE', to, { asking }),
  }
}

type Request = { method: string; body: unknown; asking: Asking; origin: string; person: WithSession | null }

function headersOf({ method, body, asking, origin, person }: Request): Record<string, string> {
  const key = asking.key === undefined ? randomUUID() : asking.key
  const from = asking.origin === undefined ? origin : asking.origin
  return {
    ...(method !== 'GET' && from !== null && { origin: from }),
    ...(method !== 'GET' && key !== null && { 'idempotency-key': key }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(person && { cookie: `dandelion=${person.token}` }),
    ...asking.headers,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: see Any
async function ask(url: URL, request: Request): Promise<Answer<any>> {
  const { method, body } = request
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const response = await send(url, { method, headers: headersOf(request), body: text })
  const answer = await readText(response)
  const headers = new Headers(Object.entries(response.headersDistinct).flatMap(([name, all]) => pairsOf(name, all)))
  const isJson = /^application\/json(?:;|$)/.test(headers.get('content-type') ?? '')
  return {
    status: response.statusCode ?? 0,
    body: isJson ? JSON.parse(answer) : undefined,
    text: answer,
    headers,
    token: /(?:^|[ ,])dandelion=([A-Za-z0-9_-]{43})/.exec(headers.get('set-cookie') ?? '')?.[1],
  }
}

const pairsOf = (name: string, all: readonly string[] = []): [string, string][] => all.map((one) => [name, one])
