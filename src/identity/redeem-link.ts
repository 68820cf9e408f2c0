import { Refusal } from '../kernel/index.ts'
import { type Attempts, clientOf, hashToken, type Tx } from '../platform/index.ts'
import { tellEnded } from './keep-session.ts'
import { type Browser, signInHere } from './sign-in-here.ts'
import { useLink } from './store/links.ts'
import { confirmAddress, lockAddress, savePassword } from './store/people.ts'
import { endSessionsBut, findPersonOfToken } from './store/sessions.ts'

/** Tries with links that do not hold, in 15 minutes from one client. */
export const WRONG_LINKS_PER_CLIENT = 20

/** Signs in with a one-time link and confirms the address it was sent to, unless somebody else has that confirmed.
 *  Throws one Refusal 403 for unknown, used and expired links. */
export async function redeemLink(
  given: Browser & { readonly attempts: Attempts },
  { token }: { token: string },
): Promise<{ personId: string }> {
  const client = { kind: 'link-redeem-client', value: clientOf(given.request.ip), most: WRONG_LINKS_PER_CLIENT }
  const reservation = await given.attempts.reserve([client])
  const signedIn = await signInHere(given, async (tx) => {
    const personId = await useLink(tx, hashToken(token))
    if (!personId) throw new Refusal('sign-in.link-over', { status: 403 })
    await takeAddress(tx, personId, given.request.sessionHash)
    return { personId }
  })
  await reservation.release()
  return signedIn
}

/** Anybody with an invitation may claim an address. Whoever shows that it is theirs, in a browser that is not signed in
 *  as this person, takes the account over from whoever claimed it: password and sessions from before the proof end. */
async function takeAddress(tx: Tx, personId: string, sessionHash: Buffer | undefined): Promise<void> {
  await lockAddress(tx, personId)
  if (!(await confirmAddress(tx, personId))) return
  const here = sessionHash ? await findPersonOfToken(tx, sessionHash) : undefined
  if (here === personId) return
  await savePassword(tx, personId, null)
  await tellEnded(tx, await endSessionsBut(tx, personId, null))
}
