import { clearSessionCookie } from '../platform/index.ts'
import { tellEnded } from './keep-session.ts'
import type { Browser } from './sign-in-here.ts'
import { endSessionOfToken } from './store/sessions.ts'

/** Ends the session of this browser, when it has one, and cuts its streams. */
export async function signOut({ request, reply, database, publicUrl }: Browser): Promise<Record<string, never>> {
  const { sessionHash } = request
  if (sessionHash) {
    await database.transaction({ role: 'app' }, async (tx) => {
      const ended = await endSessionOfToken(tx, sessionHash)
      if (ended) await tellEnded(tx, [ended])
    })
  }
  clearSessionCookie(reply, publicUrl)
  return {}
}
