import type { FastifyRequest } from 'fastify'
import { watchableTopics } from '../conversation/index.ts'
import type { Actor } from '../kernel/index.ts'
import type { Database, registerLive } from '../platform/index.ts'
import { whoAsks } from './who-asks.ts'

type Authorise = Parameters<typeof registerLive>[1]['authorise']

/** Topics of oneself: one's own person and session. */
function own(actor: Actor, topics: readonly string[]): string[] {
  return topics.filter((topic) => topic === `person:${actor.personId}` || topic === `session:${actor.sessionId}`)
}

/** Who asks for a stream and which topics they may hear: decided by the same sight as every read. */
export function authoriseLive(database: Database): Authorise {
  return async (request: FastifyRequest, topics) =>
    database.transaction(
      { role: 'app', opening: [whoAsks.opening(request)] },
      async (tx) => {
        const actor = whoAsks.actorOf(tx.opened[0])
        const allowed = [...own(actor, topics), ...(await watchableTopics(tx, actor, topics))]
        const granted = allowed.map((topic) => ({ topic, audience: 'readers' }))
        return { personId: actor.personId, sessionId: actor.sessionId, granted }
      },
      { readOnly: true },
    )
}
