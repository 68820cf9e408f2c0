import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { cookieName } from './session-cookie.ts'

/** One request, in somebody's name. */
export type Asked = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  /** Of the session in whose name it is asked. */
  readonly token: string
  readonly body?: object
}
/** What came back: the status, and the object in its body. */
export type Answered = {
  readonly status: number
  readonly body: Record<string, unknown>
  /** How long it took, in milliseconds. */
  readonly ms: number
}

/** Asks this server as a browser would, with everything but the way over the network. */
export type Ask = (asked: Asked) => Promise<Answered>

/** The way of a server to itself. */
export function askInProcess(app: FastifyInstance, publicUrl: URL): Ask {
  return async ({ method, path, token, body }) => {
    const headers = {
      origin: publicUrl.origin,
      cookie: `${cookieName(publicUrl)}=${token}`,
      ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
    }
    const began = performance.now()
    const { statusCode, payload } = await app.inject({ method, url: path, headers, ...(body && { payload: body }) })
    const ms = performance.now() - began
    return { status: statusCode, body: JSON.parse(payload) as Record<string, unknown>, ms }
  }
}
