import type { Tx } from '../transaction.ts'

export type Attempted = { readonly key: string; readonly count: number; readonly oldest: Date }

/** Whoever counts under one of these keys waits until the transaction ends. Keys in one order everywhere: no deadlock. */
export async function lockAttempts(tx: Tx, keys: readonly string[]): Promise<void> {
  const text = 'select pg_advisory_xact_lock(hashtextextended(k.key, 7)) from unnest($1::text[]) as k (key)'
  await tx.rows(text, [keys])
}

export async function countAttempts(tx: Tx, keys: readonly string[], since: Date): Promise<Attempted[]> {
  const text = `select key, sum(count)::integer as count, min(window_at) as oldest from attempt
     where key = any ($1) and window_at > $2 and count > 0 group by key` // primary key
  return tx.rows<Attempted>(text, [keys, since])
}

export async function addAttempts(tx: Tx, keys: readonly string[], at: Date): Promise<void> {
  const text = `insert into attempt (key, window_at, count) select k.key, date_trunc('minute', $2::timestamptz), 1
     from unnest($1::text[]) as k (key) on conflict (key, window_at) do update set count = attempt.count + 1`
  await tx.rows(text, [keys, at])
}

/** Takes back what addAttempts added at the same instant. */
export async function removeAttempts(tx: Tx, keys: readonly string[], at: Date): Promise<void> {
  const text = `update attempt set count = greatest(count - 1, 0)
     where key = any ($1) and window_at = date_trunc('minute', $2::timestamptz)` // primary key
  await tx.rows(text, [keys, at])
}

export async function pruneAttemptRows(tx: Tx, before: Date): Promise<void> {
  await tx.rows('delete from attempt where window_at < $1', [before]) // index attempt_window
}
