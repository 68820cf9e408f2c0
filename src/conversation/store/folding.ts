import type { Tx } from '../../platform/index.ts'

export type Folded = { id: string; venueId: string; forumId: string; threadId: string; revision: number }

/** Writes the folds of contributions, and gives those that changed. */
export async function saveFolds(
  tx: Tx,
  places: readonly { readonly id: string; readonly fold: string | null }[],
): Promise<Folded[]> {
  return tx.rows<Folded>(
    `update contribution as c set fold_id = n.fold, revision = c.revision + 1
       from unnest($1::uuid[], $2::uuid[]) as n (id, fold)
      where c.id = n.id and c.parent_id is null and c.fold_id is distinct from n.fold
      returning c.id, c.venue_id as "venueId", c.forum_id as "forumId", c.thread_id as "threadId", c.revision`,
    [places.map(({ id }) => id), places.map(({ fold }) => fold)],
  )
}
