import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Database, setSessionCookie, type Tx } from '../platform/index.ts'
import { startSession, tellEnded } from './keep-session.ts'
import { endSessionOfToken } from './store/sessions.ts'

/** The browser that asks, and what its answer is given. */
export type Browser = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly database: Database
  readonly publicUrl: URL
}

/** Does the work and signs the person it answers in, in one transaction; the cookie is given once that is durable. The
 *  session that this browser had before is over: none is left behind that nobody can reach. */
export async function signInHere<R extends { personId: string }>(
  { request, reply, database, publicUrl }: Browser,
  work: (tx: Tx) => Promise<R>,
): Promise<R> {
  const done = await database.transaction({ role: 'app' }, async (tx) => {
    const result = await work(tx)
    const earlier = request.sessionHash ? await endSessionOfToken(tx, request.sessionHash) : undefined
    if (earlier) await tellEnded(tx, [earlier])
    const session = await startSession(tx, { personId: result.personId, agent: request.headers['user-agent'] })
    return { result, session }
  })
  setSessionCookie(reply, publicUrl, done.session)
  return done.result
}
