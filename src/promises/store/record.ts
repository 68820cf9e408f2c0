import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { StateCounts } from '../contract.ts'

/** The earlier jams of the same sponsor that the asker may see: where the card names the same who decide, or somebody decides
 *  who is named here too, or which belong to the same hub. Newest first, at most 100. */
export async function findEarlierJamsFor(tx: Tx, _actor: Actor, jamId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `with here as (
       select j.id, j.created_at, lower(trim(j.promise_decides)) as decides, v.hub_id,
         coalesce((select x.people from deciders as x where x.jam_id = j.id order by x.version desc limit 1), '{}') as people
         from jam as j join venue as v on v.id = j.id where j.id = $1 and j.id = any ((select seen_venues())::uuid[]))
     select j.id from here as h join jam as j on j.id <> h.id and j.created_at <= h.created_at
         and j.id = any ((select seen_venues())::uuid[]) join venue as v on v.id = j.id
      where (v.hub_id = h.hub_id or lower(trim(j.promise_decides)) = h.decides or h.people && coalesce(
         (select x.people from deciders as x where x.jam_id = j.id order by x.version desc limit 1), '{}'))
        and exists (select from promise as p where p.jam_id = j.id)
      order by j.created_at desc, j.id limit 100`,
    [jamId],
  )
  return rows.map(({ id }) => id)
}

export type CheckRow = { readonly days: number; readonly at: string; readonly counts: StateCounts }

/** The checks of a jam that were made, the first one first. */
export async function findChecksFor(tx: Tx, _actor: Actor, jamId: string): Promise<CheckRow[]> {
  return tx.rows<CheckRow>(
    `select c.days, iso(c.at) as at, c.states as counts from promise_check as c
      where c.jam_id = $1 and c.jam_id = any ((select seen_venues())::uuid[]) order by c.days limit 3`,
    [jamId],
  )
}
