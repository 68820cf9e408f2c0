import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

/** Asks the running server as a browser would: with a cookie, an origin, and a key for each intention. */
export type DemoBrowser = {
  /** The answer's body; throws an Error with the server's sentence when it refuses. A server that is too busy is asked again
   *  in a moment, as it asks for, for a minute or two. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>
}

export type Answer = Record<string, unknown>

export type DemoServer = {
  /** Where it listens. */
  readonly base: string
  /** Where people reach it: its own pages come from there. */
  readonly origin: string
  /** Nothing is asked again once it comes. */
  readonly signal?: AbortSignal
}

const BUSY = 503
/** How long it waits before each further try. */
const WAITS_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000]

/** Opens a browser; with the token of a session it is in that one. */
export function openBrowser({ base, origin, signal }: DemoServer, token?: string): DemoBrowser {
  const name = origin.startsWith('https:') ? '__Host-dandelion' : 'dandelion'
  let cookie = token && `${name}=${token}`
  async function askPatiently(path: string, request: RequestInit): Promise<Response> {
    for (const ms of WAITS_MS) {
      const response = await fetch(new URL(path, base), request)
      if (response.status !== BUSY) return response
      await response.body?.cancel()
      await wait(ms, undefined, { signal })
    }
    return fetch(new URL(path, base), request)
  }
  return {
    async ask(method, path, body) {
      const headers = {
        origin,
        ...(cookie && { cookie }),
        // One key for all tries: what the server did before it failed to say so is not done twice.
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      }
      const payload = body === undefined ? {} : { body: JSON.stringify(body) }
      const response = await askPatiently(path, { method, headers, ...payload })
      const given = response.headers.getSetCookie().find((line) => line.startsWith(`${name}=`))
      cookie = given?.split(';')[0] ?? cookie
      const answer = (await response.json()) as Answer
      if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
      return answer
    },
  }
}
