import { randomUUID } from 'node:crypto'

/** Asks the running server as a browser would: with a cookie, an origin, and a key for each intention. */
export type DemoBrowser = {
  /** The answer's body; throws an Error with the server's sentence when it refuses. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>
}

export type Answer = Record<string, unknown>

export type DemoServer = {
  /** Where it listens. */
  readonly base: string
  /** Where people reach it: its own pages come from there. */
  readonly origin: string
}

/** Opens a browser; with the token of a session it is in that one. */
export function openBrowser({ base, origin }: DemoServer, token?: string): DemoBrowser {
  const name = origin.startsWith('https:') ? '__Host-dandelion' : 'dandelion'
  let cookie = token && `${name}=${token}`
  return {
    async ask(method, path, body) {
      const headers = {
        origin,
        ...(cookie && { cookie }),
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      }
      const payload = body === undefined ? {} : { body: JSON.stringify(body) }
      const response = await fetch(new URL(path, base), { method, headers, ...payload })
      const given = response.headers.getSetCookie().find((line) => line.startsWith(`${name}=`))
      cookie = given?.split(';')[0] ?? cookie
      const answer = (await response.json()) as Answer
      if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
      return answer
    },
  }
}
