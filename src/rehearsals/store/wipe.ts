import type { Tx } from '../../platform/index.ts'

/** Up to where every reader has come, against what has been given a position: true when all have heard everything. */
export async function isAllHeard(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ heard: boolean }>(
    `select not exists (select from event where position is null)
       and not exists (select from event_consumer as c, event_sequence as s where c.position < s.head) as heard`,
  )
  return row?.heard ?? true
}

/** What no foreign key leads to. */
const BY_JAM = ['rating', 'ballot', 'ballot_hub'] as const

/** Deletes every row of a rehearsal's copy and its crowd: what hangs on the venue goes with it. */
export async function deleteCopies(tx: Tx, rehearsalId: string): Promise<string[]> {
  const venues = await tx.rows<{ id: string }>('select id from venue where rehearsal_id = $1', [rehearsalId])
  const ids = venues.map(({ id }) => id)
  for (const table of BY_JAM) await tx.rows(`delete from ${table} where jam_id = any ($1)`, [ids])
  await tx.rows('delete from venue where id = any ($1)', [ids])
  const crowd = 'select id from person where rehearsal_id = $1'
  for (const table of ['session', 'idempotency', 'draft'])
    await tx.rows(`delete from ${table} where person_id in (${crowd})`, [rehearsalId])
  await tx.rows('delete from person where rehearsal_id = $1', [rehearsalId])
  return ids
}

/** Deletes what was told of these copies, and the work that waits for them. */
export async function deleteTraces(tx: Tx, copyIds: readonly string[]): Promise<void> {
  const told = `select id from event where topics && array(select 'venue:' || u.id from unnest($1::text[]) as u (id))`
  await tx.rows(`delete from event_failure where event_id in (${told})`, [copyIds])
  await tx.rows(`delete from event where id in (${told})`, [copyIds])
  await tx.rows(`delete from graphile_worker._private_jobs where locked_at is null and payload->>'jamId' = any ($1)`, [
    copyIds,
  ])
}
