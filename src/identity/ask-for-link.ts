import type { FastifyRequest } from 'fastify'
import { type Attempts, clientOf, type Database, enqueue, type Tx } from '../platform/index.ts'

/** Letters with links in 15 minutes. */
export const LINKS_ASKED = { perAddress: 3, perClient: 20 } as const

/** Writes a link to whoever has or claims an address. */
export const SEND_LINKS = 'send-sign-in-links'
/** Asks a new person to confirm the address they gave. */
export const ASK_TO_CONFIRM = 'ask-to-confirm-address'

/** Has a one-time link sent. A job looks the address up: the request does the same for known and unknown ones.
 *  Throws Refusal 429. */
export async function askForLink(
  given: { request: FastifyRequest; database: Database; attempts: Attempts },
  { email }: { email: string },
): Promise<Record<string, never>> {
  await given.attempts.reserve([
    { kind: 'link', value: email.toLowerCase(), most: LINKS_ASKED.perAddress },
    { kind: 'link-client', value: clientOf(given.request.ip), most: LINKS_ASKED.perClient },
  ])
  await given.database.transaction({ role: 'app' }, (tx) => enqueue(tx, { task: SEND_LINKS, payload: { email } }))
  return {}
}

/** Has a letter sent to the address that a new person gave, exactly if the transaction commits. */
export async function askToConfirm(tx: Tx, personId: string): Promise<void> {
  await enqueue(tx, { task: ASK_TO_CONFIRM, payload: { personId } })
}
