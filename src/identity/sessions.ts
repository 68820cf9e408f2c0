import { type AnswerOf, notFound } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { identityContract } from './contract.ts'
import { tellEnded } from './keep-session.ts'
import { endSessionOfPerson, findSessions } from './store/sessions.ts'

type Sessions = AnswerOf<(typeof identityContract)['GET /api/sessions']>

/** Where the asker is signed in, the session seen last first. */
export async function listSessions({ tx, actor }: Ctx): Promise<Sessions> {
  const sessions = await findSessions(tx, actor.personId)
  return {
    sessions: sessions.map(({ id, agent, createdAt, seenAt }) => ({
      id,
      agent,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      current: id === actor.sessionId,
    })),
  }
}

/** Ends one of the asker's sessions and cuts its streams. Another person's session is as absent as none. */
export async function endSession({ tx, actor }: Ctx, { sessionId }: { sessionId: string }): Promise<string> {
  const ended = await endSessionOfPerson(tx, actor.personId, sessionId)
  if (!ended) throw notFound()
  await tellEnded(tx, [ended])
  return sessionId
}
