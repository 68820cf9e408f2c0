import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { Refusal } from '../src/kernel/index.ts'
import type { Database } from '../src/platform/database.ts'
import { type EventTail, startEventTail } from '../src/platform/event-tail.ts'
import type { SequencedEvent } from '../src/platform/events.ts'
import { openHttp } from '../src/platform/http/app.ts'
import { type Authorise, registerLive } from '../src/platform/live/register-live.ts'
import type { LiveRules } from '../src/platform/live/rules.ts'
import { emit } from '../src/platform/outbox.ts'
import { startSequencer } from '../src/platform/sequencer.ts'
import { freshDatabase } from './database.ts'
import { type LiveReader, openReader } from './live-reader.ts'

/** Rules of a house with pots and cups, for whoever tests streams and not what is told in them. */
export const houseRules: LiveRules = {
  travels: { 'cup.filled': ['n'], 'pot.counted': ['cups'] },
  latest: ['pot.counted'],
  wholeKinds: ['house'],
  counted: ['cup.filled'],
  revocations: {
    'session.ended': (event) => ({ sessionId: event.facts.sessionId as string }),
    'pot.closed': (event) => ({ topics: event.topics }),
  },
}

/** A server that serves nothing but streams, on a database of its own. */
export type LiveServer = {
  /** Sessions that have ended. */
  readonly ended: Set<string>
  /** Topics that are closed to everybody; those of kind `secret` always are. */
  readonly closed: Set<string>
  /** Opens a stream of a session; it is closed with the server. */
  read(topics: string, given?: { after?: number; session?: string; lastId?: string }): Promise<LiveReader>
  tell(topics: string[], n: number, type?: string): Promise<void>
  tellFacts(type: string, facts: Record<string, unknown>, topics?: string[]): Promise<void>
  readonly database: Database
  /** Resolves when the process has heard an event with the number from now on. */
  handedOn(n: number): Promise<void>
  /** Runs once, after a right was read and before the stream is opened. */
  afterAsking(work: () => Promise<void>): void
  /** How many streams are open. */
  count(): number
  /** Ends the process that serves; the database and the order of events go on. */
  stopServing(): Promise<void>
  /** Serves again, as a process that has just started. */
  serve(rules?: LiveRules): Promise<void>
  close(): Promise<void>
}

type Serving = { app: FastifyInstance; tail: EventTail; origin: string; count: () => number }

async function startServing(database: Database, rules: LiveRules, authorise: Authorise): Promise<Serving> {
  const tail = await startEventTail({ database })
  const app = await openHttp({
    publicUrl: new URL('http://127.0.0.1'),
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    sayTo: () => (key) => key,
  })
  const live = registerLive(app, { database, tail, rules, authorise })
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, tail, origin, count: live.count }
}

/** Starts the server with its own database and sequencer. */
export async function openLiveServer(): Promise<LiveServer> {
  const fresh = await freshDatabase()
  const database = fresh.open(fresh.connection)
  const sequencer = startSequencer({ database })
  const readers: LiveReader[] = []
  const ended = new Set<string>()
  const closed = new Set<string>()
  let during: (() => Promise<void>) | undefined

  const authorise: Authorise = async (request, topics) => {
    const sessionId = String(request.headers['x-session'])
    if (ended.has(sessionId)) throw new Refusal('sign-in.needed', { status: 401 })
    const work = during
    during = undefined
    await work?.()
    const open = topics.filter((topic) => !closed.has(topic) && !topic.startsWith('secret:'))
    return { personId: `p-${sessionId}`, sessionId, granted: open.map((topic) => ({ topic, audience: 'all' })) }
  }

  let serving = await startServing(database, houseRules, authorise)
  const tellFacts = (type: string, facts: Record<string, unknown>, topics: string[] = []): Promise<void> =>
    database.transaction({ role: 'app' }, (tx) => emit(tx, { type, topics, facts }))
  const stopServing = async (): Promise<void> => {
    await serving.app.close()
    await serving.tail.stop()
  }
  return {
    ended,
    closed,
    database,
    tellFacts,
    stopServing,
    async read(topics, given = {}) {
      const after = given.after === undefined ? '' : `&after=${given.after}`
      const headers = { 'x-session': given.session ?? 's1', ...(given.lastId && { 'last-event-id': given.lastId }) }
      const reader = await openReader({ url: `${serving.origin}/api/live?topics=${topics}${after}`, headers })
      readers.push(reader)
      return reader
    },
    tell: (topics, n, type = 'cup.filled') => tellFacts(type, { n, cups: n, words: 'not for you' }, topics),
    handedOn: (n) => heardOf(serving.tail, n),
    afterAsking: (work) => {
      during = work
    },
    count: () => serving.count(),
    async serve(rules = houseRules) {
      serving = await startServing(database, rules, authorise)
    },
    async close() {
      for (const reader of readers) reader.close()
      await stopServing()
      await sequencer.stop()
      await database.close()
      await fresh.drop()
    },
  }
}

function heardOf(tail: EventTail, n: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = tail.subscribe((events: readonly SequencedEvent[]) => {
      if (!events.some((event) => event.facts.n === n)) return
      stop()
      resolve()
    })
  })
}

/** All the numbers that these streams of one reader told, each once: a place seen before is not news. */
export function heard(...parts: readonly LiveReader[]): unknown[] {
  const seen = new Set<number>()
  const events = parts.flatMap((reader) => reader.frames.flatMap((frame) => frame.events))
  return events
    .filter(({ position }) => !seen.has(position) && seen.add(position))
    .map((event) => event.n ?? event.cups)
}

/** The numbers from 1 to `last`. */
export function counting(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1)
}
