import type { Tx } from '../../platform/index.ts'
import type { PollKind, PollResult } from '../contract.ts'

// The operator's own work (role jobs): polls that are over are counted without anybody asking.

/** Polls that are over and wait to be counted: ended by a host, by their own end, or with their jam. */
export async function findOver(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select p.id from poll as p join venue as v on v.id = p.venue_id where p.counted_at is null
        and (p.ended_at is not null or p.ends_at <= $1 or v.accepts = 'nothing' or v.accepts_until <= $1)
      order by p.id limit $2`, // index poll_uncounted
    [tx.now, limit],
  )
  return rows.map(({ id }) => id)
}

export type PollToCount = {
  readonly venueId: string
  readonly kind: PollKind
  readonly options: number
  readonly withdrawn: boolean
}

/** Held until the end of the transaction; undefined when it is counted already. */
export async function holdPollToCount(tx: Tx, pollId: string): Promise<PollToCount | undefined> {
  return tx.row<PollToCount>(
    `select venue_id as "venueId", kind, cardinality(options) as options, ended_by is not distinct from 'withdrawn' as withdrawn
       from poll where id = $1 and counted_at is null for update`,
    [pollId],
  )
}

export async function findBallots(tx: Tx, pollId: string): Promise<number[][]> {
  const text = 'select choices from poll_ballot where poll_id = $1'
  return (await tx.rows<{ choices: number[] }>(text, [pollId])).map(({ choices }) => choices)
}

/** Keeps what may be shown; ballots and salt are forgotten: from here on nobody can say who chose what. A jam that is over
 *  ends its polls, and their own end is told before the jam's. */
export async function saveCounted(
  tx: Tx,
  counted: { pollId: string; people: number; result: PollResult | null },
): Promise<void> {
  const { pollId, people, result } = counted
  await tx.rows('delete from poll_ballot where poll_id = $1', [pollId])
  await tx.rows(
    `update poll set salt = null, counted_at = clock_timestamp(), people = $3, result = $4,
       ended_by = coalesce(ended_by, case when ends_at <= $2 then 'clock' else 'jam' end),
       ended_at = coalesce(ended_at, least(ends_at, $2)) where id = $1`,
    [pollId, tx.now, people, result && JSON.stringify(result)],
  )
}
