import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'

export type WatchedIds = { venues: readonly string[]; forums: readonly string[]; threads: readonly string[] }

/** Which of these venues, forums and threads the asker may read. One statement. */
export async function findWatchableFor(tx: Tx, _actor: Actor, ids: WatchedIds): Promise<WatchedIds> {
  const row = await tx.row<WatchedIds>(
    `select
       array(select v.id from venue as v where v.id = any ($1) and v.id = any ((select seen_venues())::uuid[])) as venues,
       array(select f.id from forum as f where f.id = any ($2) and f.venue_id = any ((select seen_venues())::uuid[])) as forums,
       array(select c.id from contribution as c where c.id = any ($3) and c.parent_id is null
         and c.venue_id = any ((select seen_venues())::uuid[])) as threads`,
    [ids.venues, ids.forums, ids.threads],
  )
  return row ?? { venues: [], forums: [], threads: [] }
}
