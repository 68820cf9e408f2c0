import { emit, hashToken, newId, newToken, type Tx } from '../platform/index.ts'
import type { IdentityEvent } from './events.ts'
import { type EndedSession, insertSession, touchSession } from './store/sessions.ts'

export const SESSION_DAYS = 30
const DAY_MS = 86_400_000
const SEEN_EVERY_MS = 5 * 60_000
const AGENT_MAX = 200
const KNOWN_MAX = 10_000

/** What the browser is given: the secret of the session and when it ends by itself. */
export type StartedSession = { readonly token: string; readonly expiresAt: Date }

/** Starts a session of 30 days. Only the hash of its token is stored. */
export async function startSession(
  tx: Tx,
  given: { personId: string; agent: string | undefined },
): Promise<StartedSession> {
  const token = newToken()
  const expiresAt = new Date(tx.now.getTime() + SESSION_DAYS * DAY_MS)
  const agent = (given.agent ?? '').slice(0, AGENT_MAX)
  await insertSession(tx, { id: newId(), tokenHash: hashToken(token), personId: given.personId, agent, expiresAt })
  return { token, expiresAt }
}

/** Tells that sessions are over, so that their streams are cut. */
export async function tellEnded(tx: Tx, sessions: readonly EndedSession[]): Promise<void> {
  for (const { id, personId } of sessions) {
    const event: IdentityEvent = { type: 'session.ended', facts: { sessionId: id, personId } }
    await emit(tx, { ...event, topics: [`session:${id}`, `person:${personId}`], personId })
  }
}

/** Notes when a session was last used for a change: at most every five minutes, so that writing costs no extra statement. */
export function openSeenNotes(): (tx: Tx, sessionId: string | null) => void {
  const notedAt = new Map<string, number>()
  return (tx, sessionId) => {
    const nowMs = tx.now.getTime()
    if (!sessionId || nowMs - (notedAt.get(sessionId) ?? 0) < SEEN_EVERY_MS) return
    if (notedAt.size >= KNOWN_MAX) notedAt.clear()
    touchSession(tx, sessionId, new Date(nowMs - SEEN_EVERY_MS))
    tx.afterCommit(() => notedAt.set(sessionId, nowMs))
  }
}
