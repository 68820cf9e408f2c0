import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from '../../kernel/index.ts'
import { type LiveQuery, liveContract } from '../contract.ts'
import type { Database } from '../database.ts'
import type { EventTail } from '../event-tail.ts'
import type { FindMissed } from './catch-up.ts'
import { type FanOut, openFanOut } from './fan-out.ts'
import { findMissedIn } from './find-missed.ts'
import { encodeMessage } from './frames.ts'
import { limitStreams, type StreamLimits } from './limit-streams.ts'
import { isConcerned, openRecheck } from './recheck.ts'
import type { LiveRules } from './rules.ts'
import type { LiveStream, Reader } from './stream.ts'

/** Who asks for a stream, and which of the topics they may hear, each with its audience. Throws when nobody may. */
export type Authorise = (request: FastifyRequest, topics: readonly string[]) => Promise<Reader>

export type LiveOptions = {
  readonly database: Database
  readonly tail: EventTail
  readonly rules: LiveRules
  readonly authorise: Authorise
}

/** The streams of this process, for its figures. */
export type Live = {
  /** Open streams of this process. */
  count(): number
}

const TICK_MS = 250
/** Every so many ticks the topics that a whole jam watches are sent as well. */
const WHOLE_EVERY = 4
const SWEEP_MS = 5_000
/** A stream is asked to come back after about half an hour, spread out, so that rights which ran out are noticed. */
const AGE_MIN_MS = 25 * 60_000
const AGE_SPREAD_MS = 10 * 60_000

/** Serves `GET /api/live`. Streams end when the server closes. */
export function registerLive(app: FastifyInstance, options: LiveOptions): Live {
  const { tail, rules, authorise, database } = options
  const findMissed: FindMissed = findMissedIn(database)
  const fanOut = openFanOut({ rules, findMissed, start: tail.position(), nowMs: () => performance.now() })
  const limits = limitStreams()
  const askAgain = (stream: LiveStream) => authorise(stream.request, topicsOf(stream.reader))
  const recheck = openRecheck({ fanOut, rules, askAgain })
  const unsubscribe = tail.subscribe((events) => {
    fanOut.hear(events)
    recheck.hear(events)
  })
  const stopClocks = startClocks(fanOut)
  const { summary, query } = liveContract
  app.route<{ Querystring: LiveQuery }>({
    method: 'GET',
    url: '/api/live',
    schema: { summary, querystring: query } as object,
    config: { contract: liveContract },
    handler: async (request, reply) => {
      const topics = [...new Set(request.query.topics.split(','))]
      const reader = await authoriseNow({ fanOut, rules, ask: () => authorise(request, topics) })
      if (reader.granted.length === 0) throw notFound()
      limits.ensureRoom(reader)
      openStream({ request, reply, reader, fanOut, limits })
    },
  })
  app.addHook('preClose', async () => {
    stopClocks()
    unsubscribe()
    for (const stream of [...fanOut.streams]) {
      fanOut.remove(stream)
      stream.response.end()
    }
  })
  return { count: () => fanOut.streams.size }
}

function topicsOf(reader: Reader): string[] {
  return reader.granted.map(({ topic }) => topic)
}

function startClocks(fanOut: FanOut): () => void {
  let ticks = 0
  const ticking = setInterval(() => fanOut.tick(++ticks % WHOLE_EVERY === 0), TICK_MS)
  const sweeping = setInterval(fanOut.sweep, SWEEP_MS)
  for (const timer of [ticking, sweeping]) timer.unref()
  return () => {
    clearInterval(ticking)
    clearInterval(sweeping)
  }
}

/** Asks for the right until no event that might have taken it came in between. */
async function authoriseNow(given: { fanOut: FanOut; rules: LiveRules; ask: () => Promise<Reader> }): Promise<Reader> {
  for (;;) {
    const before = given.fanOut.head()
    const reader = await given.ask()
    const since = given.fanOut.recentAfter(before)
    if (since && !isConcerned(given.rules, since, reader)) return reader
  }
}

type Opening = {
  request: FastifyRequest<{ Querystring: LiveQuery }>
  reply: FastifyReply
  reader: Reader
  fanOut: FanOut
  limits: StreamLimits
}

function openStream({ request, reply, reader, fanOut, limits }: Opening): void {
  const now = performance.now()
  const stream: LiveStream = {
    request,
    response: reply.raw,
    reader,
    endsAtMs: now + AGE_MIN_MS + Math.random() * AGE_SPREAD_MS,
    state: 'held',
    sentTo: placeOf(request) ?? fanOut.sentTo(),
    heldSinceMs: now,
    sentAtMs: now,
    checking: false,
    catching: false,
    next: undefined,
  }
  startResponse(reply)
  reply.raw.on('error', () => {}) // a reader who has gone; `close` follows
  reply.raw.on('close', () => {
    fanOut.remove(stream)
    limits.gave(stream)
  })
  limits.took(stream)
  const hello = { cursor: stream.sentTo, topics: topicsOf(reader) }
  reply.raw.write(encodeMessage(hello, { event: 'hello', id: stream.sentTo }))
  fanOut.add(stream)
}

/** The place the browser comes back to (it sends this header by itself), else the cursor it asks for. */
function placeOf(request: FastifyRequest<{ Querystring: LiveQuery }>): number | undefined {
  const last = request.headers['last-event-id']
  if (typeof last === 'string' && /^\d{1,15}$/.test(last)) return Number(last)
  return request.query.after
}

/** The response ends with the connection, so that the bytes of a frame are the same for all and need no framing of HTTP. */
function startResponse(reply: FastifyReply): void {
  reply.hijack()
  const response = reply.raw
  response.removeHeader('transfer-encoding')
  response.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
    'x-accel-buffering': 'no',
  })
  response.flushHeaders()
}
