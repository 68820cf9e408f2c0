import type { Tx } from '../../platform/index.ts'
import type { Change } from '../rules/phase.ts'

/** Writes one line of a jam's course. */
export async function insertChange(
  tx: Tx,
  change: Change & { id: string; jamId: string; personId: string | null },
): Promise<void> {
  await tx.rows(
    `insert into jam_change (id, jam_id, at, kind, phase, until, reason, by_person)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      change.id,
      change.jamId,
      change.at,
      change.kind,
      change.phase,
      change.until,
      change.reason,
      change.byClock ? null : change.personId,
    ],
  )
}

export type ChangeRow = {
  at: string
  kind: Change['kind']
  phase: Change['phase']
  until: string | null
  reason: string | null
  by: string | null
}

/** The last 200 steps of a jam's course, oldest first. */
export async function findChanges(tx: Tx, jamId: string): Promise<ChangeRow[]> {
  return tx.rows<ChangeRow>(
    `select iso(c.at) as at, c.kind, c.phase, iso(c.until) as until, c.reason, c.by from (
       select c.id, c.at, c.kind, c.phase, c.until, c.reason, p.name as by from jam_change as c
         left join person as p on p.id = c.by_person
        where c.jam_id = $1 order by c.at desc, c.id desc limit 200) as c   -- index jam_change_jam
      order by c.at, c.id`,
    [jamId],
  )
}
