import type { AnswerOf, Contract, Contracts, InputOf } from '../kernel/index.ts'
import { learnServerTime } from './clock.ts'

/** The server understood and said no: `sentence` is for the person, `key` for code, `details` for forms. */
export class RefusalError extends Error {
  readonly key: string
  readonly sentence: string
  readonly status: number
  readonly details: unknown

  constructor(status: number, error: { key: string; sentence: string; details?: unknown }) {
    super(error.sentence)
    this.name = 'RefusalError'
    this.key = error.key
    this.sentence = error.sentence
    this.status = status
    this.details = error.details
  }
}

/** No answer that can be trusted: the network, a proxy, a server that is starting. The same intention may be sent again. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause })
    this.name = 'Unreachable'
  }
}

/** What every call may fail with. */
export type CallError = RefusalError | Unreachable

type At<C extends Contracts, R extends keyof C> = C[R] extends Contract ? C[R] : never

/** All that a route takes in one object (path, query and body have no names in common). */
export type Input<C extends Contracts, R extends keyof C> = InputOf<At<C, R>>
/** What a route answers when it does not refuse. */
export type Answer<C extends Contracts, R extends keyof C> = AnswerOf<At<C, R>>

/** The input may be left out when a route takes none. */
export type Given<C extends Contracts, R extends keyof C> =
  Record<never, never> extends Input<C, R> ? [input?: Input<C, R>] : [input: Input<C, R>]

export type CallOptions = {
  readonly signal?: AbortSignal | undefined
  /** The Idempotency-Key: keep it when the same intention is sent again. Made anew when absent. */
  readonly intention?: string | undefined
  /** Sent also when the page goes away meanwhile. */
  readonly keepalive?: boolean | undefined
  readonly transport?: Transport
}

/** The way to the server; tests hand in their own and wait for nothing. */
export type Transport = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly wait: (ms: number) => Promise<void>
}

const browser: Transport = {
  fetch: (url, init) => fetch(url, init),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

const RETRY_DELAYS_MS = [300, 1200]
const UNSURE = new Set([502, 503, 504])

/** Calls any route by its contract key. Mutations carry an Idempotency-Key and are sent again with the same key when no
 *  trustworthy answer came, so that nothing is lost and nothing is done twice. */
export async function request(
  route: string,
  input: Readonly<Record<string, unknown>>,
  options: CallOptions = {},
): Promise<unknown> {
  const { signal, transport = browser } = options
  const sent = requestFor(route, input, options)
  for (let attempt = 0; ; attempt++) {
    try {
      return await answered(await transport.fetch(sent.url, sent.init))
    } catch (error) {
      if (error instanceof RefusalError || signal?.aborted) throw error
      const delay = RETRY_DELAYS_MS[attempt]
      if (delay === undefined) throw error instanceof Unreachable ? error : new Unreachable(error)
      await transport.wait(delay * (0.5 + Math.random()))
    }
  }
}

/** Fills the path, and puts the rest into the query (GET, DELETE) or the JSON body (POST, PUT). */
export function requestFor(
  route: string,
  input: Readonly<Record<string, unknown>>,
  options: CallOptions = {},
): { url: string; init: RequestInit & { headers: Record<string, string> } } {
  const [method = 'GET', pattern = '/'] = route.split(' ')
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined))
  const path = pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encodeURIComponent(String(value))
  })
  const headers: Record<string, string> = { accept: 'application/json' }
  const lasting = options.keepalive ? { keepalive: true } : {}
  const init = { method, headers, credentials: 'same-origin' as const, signal: options.signal ?? null, ...lasting }
  if (method === 'GET') return { url: path + queryOf(rest), init }
  headers['idempotency-key'] = options.intention ?? newIntention()
  if (method === 'DELETE') return { url: path + queryOf(rest), init }
  headers['content-type'] = 'application/json'
  return { url: path, init: { ...init, body: JSON.stringify(Object.fromEntries(rest)) } }
}

function queryOf(values: ReadonlyMap<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of values) for (const one of [value].flat()) query.append(name, String(one))
  return query.size > 0 ? `?${query}` : ''
}

async function answered(response: Response): Promise<unknown> {
  learnServerTime(response.headers.get('date'))
  if (response.status === 204) return {}
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  if (UNSURE.has(response.status) || !isJson) throw new Unreachable(response.status)
  const answer: unknown = await response.json()
  if (response.ok) return answer
  throw refusalFrom(response.status, answer)
}

function refusalFrom(status: number, answer: unknown): CallError {
  const error = (answer as { error?: { key?: unknown; sentence?: unknown; details?: unknown } } | null)?.error
  if (typeof error?.key !== 'string' || typeof error.sentence !== 'string') return new Unreachable(status)
  return new RefusalError(status, { key: error.key, sentence: error.sentence, details: error.details })
}

/** The key of one intention of the person: two presses are two intentions, a retry is not. */
export function newIntention(): string {
  // randomUUID is there only on https and localhost; a plain http address of a local network has random values alone.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{3}).(.{3}).(.{3}).*(.{12})$/, '$1-$2' + '4$3-8$4-$5')
}
