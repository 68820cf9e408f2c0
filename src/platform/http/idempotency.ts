import { createHash } from 'node:crypto'
import { Refusal } from '../../kernel/index.ts'
import type { Tx } from '../database.ts'

export const IDEMPOTENCY_HOURS = 24

/** Opaque text chosen by the client, one for each intention: 8 to 64 characters. */
export const KEY_PATTERN = /^[A-Za-z0-9_-]{8,64}$/

export type Intention = { personId: string; route: string; key: string; bodyHash: Buffer }

/** The same request has the same hash: path, query and body after parsing. */
export function hashOf(request: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(request)).digest()
}

/** Claims the intention, or gives the reference of its earlier result. A second request with the same key waits here
 *  until the first has committed. Throws Refusal 422 when the key was used for something else. */
export async function claimIntention(tx: Tx, intention: Intention): Promise<string | undefined> {
  const claimed = await tx.row(
    `insert into idempotency (person_id, route, key, body_hash, at) values ($1, $2, $3, $4, $5)
     on conflict (person_id, route, key) do nothing returning 1`,
    [intention.personId, intention.route, intention.key, intention.bodyHash, tx.now],
  )
  if (claimed) return undefined
  const earlier = await tx.row<{ body_hash: Buffer; reference: string | null }>(
    'select body_hash, reference from idempotency where person_id = $1 and route = $2 and key = $3',
    [intention.personId, intention.route, intention.key],
  )
  if (!earlier?.body_hash.equals(intention.bodyHash)) throw new Refusal('idempotency.other-body', { status: 422 })
  return earlier.reference ?? ''
}

/** Keeps where the result is, never its bytes. */
export async function keepReference(tx: Tx, intention: Intention, reference: string): Promise<void> {
  await tx.rows('update idempotency set reference = $4 where person_id = $1 and route = $2 and key = $3', [
    intention.personId,
    intention.route,
    intention.key,
    reference,
  ])
}

/** Forgets keys older than 24 hours. A job calls it each hour. */
export async function forgetIntentions(tx: Tx): Promise<void> {
  await tx.rows(`delete from idempotency where at < $1::timestamptz - interval '${IDEMPOTENCY_HOURS} hours'`, [tx.now])
}
