import type { Tx } from '../../platform/index.ts'
import type { Digesting } from '../rules/digest-due.ts'

export type DigestRow = Digesting & { personId: string }

/** Everybody who wants a digest (role jobs). */
export async function findDigests(tx: Tx): Promise<DigestRow[]> {
  return tx.rows<DigestRow>(
    `select c.person_id as "personId", c.digest_hour as "digestHour", c.quiet_from as "quietFrom", c.quiet_to as "quietTo",
       p.time_zone as "timeZone", c.digested_at as "digestedAt"
      from catch_up_choice as c join person as p on p.id = c.person_id where c.digest`, // index catch_up_choice_digest
  )
}

/** Takes a person's turn for this day: false when another worker has. A secret of one use opens her own view. */
export async function takeDigest(
  tx: Tx,
  { personId, before, hash }: { personId: string; before: Date | null; hash: Buffer },
): Promise<boolean> {
  const taken = await tx.row(
    `update catch_up_choice set digested_at = $3::timestamptz
      where person_id = $1 and digest and digested_at is not distinct from $2::timestamptz returning 1 as taken`,
    [personId, before, tx.now],
  )
  if (!taken) return false
  await tx.rows(`delete from catch_up_secret where person_id = $1 and purpose = 'digest'`, [personId])
  await tx.rows(`insert into catch_up_secret (token_hash, person_id, purpose, at) values ($1, $2, 'digest', $3)`, [
    hash,
    personId,
    tx.now,
  ])
  return true
}
