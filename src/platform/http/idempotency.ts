import { createHash } from 'node:crypto'
import { Refusal } from '../../kernel/index.ts'
import type { Statement } from '../statement.ts'
import type { Tx } from '../transaction.ts'

export const IDEMPOTENCY_HOURS = 24

/** Opaque text chosen by the client, one for each intention: 8 to 64 characters. */
export const KEY_PATTERN = /^[A-Za-z0-9_-]{8,64}$/

export type Intention = { readonly route: string; readonly key: string; readonly bodyHash: Buffer }

/** The same request has the same hash: path, query and body after parsing. */
export function hashOf(request: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(request)).digest()
}

export type Earlier = { body_hash: Buffer; reference: string }

/** The statement that finds what the same key of the same person led to before; for the opening of a transaction. */
export function findEarlier({ route, key }: Intention): Statement {
  const text = `select body_hash, reference from idempotency
    where person_id = app_person() and route = $1 and key = $2` // primary key
  return { text, values: [route, key] }
}

/** The reference of the earlier result. Throws Refusal 422 when the key was used for something else. */
export function referenceOf(earlier: Earlier, bodyHash: Buffer): string {
  if (!earlier.body_hash.equals(bodyHash)) throw new Refusal('idempotency.other-body', { status: 422 })
  return earlier.reference
}

/** What somebody wanted and where its result is. */
export type Kept = Intention & { readonly personId: string; readonly reference: string }

/** Keeps where the results are, never their bytes, in the commit itself: of two requests with one key at the same time the
 *  second fails there as a whole (unique violation of idempotency_pkey) and is then answered like any later one. */
export function keepReferences(tx: Tx, kept: readonly Kept[]): void {
  tx.later(
    `insert into idempotency (person_id, route, key, body_hash, reference, at)
     select u.*, $6 from unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::text[]) as u`,
    [
      ...[kept.map(({ personId }) => personId), kept.map(({ route }) => route), kept.map(({ key }) => key)],
      ...[kept.map(({ bodyHash }) => bodyHash), kept.map(({ reference }) => reference), tx.now],
    ],
  )
}

/** Can a transaction have failed because the same intention was committed before or meanwhile? A second effect breaks
 *  a constraint (SQLSTATE class 23): the key of intentions itself, or one that the first effect already holds. */
export function mayBeRepeated(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code?.startsWith('23') === true || (error instanceof Refusal && error.status !== 401)
}

/** Forgets keys older than 24 hours. A job calls it each hour. */
export async function forgetIntentions(tx: Tx): Promise<void> {
  await tx.rows(`delete from idempotency where at < $1::timestamptz - interval '${IDEMPOTENCY_HOURS} hours'`, [tx.now])
}
