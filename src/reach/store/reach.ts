import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { ReachView } from '../contract.ts'

export type Figures = Pick<ReachView, 'all' | 'hubs' | 'languages' | 'missing'>

/** What was counted of a jam that the asker runs. */
export async function findFiguresFor(
  tx: Tx,
  _actor: Actor,
  jamId: string,
): Promise<{ at: string; figures: Figures } | undefined> {
  return tx.row('select iso(at) as at, figures from reach_state where jam_id = $1', [jamId])
}

/** Hubs of a jam that were nudged. */
export async function findNudgesFor(tx: Tx, _actor: Actor, jamId: string): Promise<ReachView['nudged']> {
  return tx.rows('select hub_id as id, iso(at) as at from reach_nudge where jam_id = $1 order by at desc limit 500', [
    jamId,
  ])
}

export type HubToNudge = { readonly takesPart: boolean; readonly hosts: number; readonly nudgedAt: Date | null }

/** A hub as far as nudging goes: whether it takes part, how many hosts it has, when it was nudged last. */
export async function findHubToNudge(tx: Tx, jamId: string, hubId: string): Promise<HubToNudge | undefined> {
  return tx.row<HubToNudge>(
    `select h.path && array(select a.hub_id from venue_hub as a where a.venue_id = $1) as "takesPart",
       (select count(*)::int from membership as m where m.hub_id = h.id and m.role = 'host') as hosts,
       (select n.at from reach_nudge as n where n.jam_id = $1 and n.hub_id = h.id) as "nudgedAt"
       from hub as h where h.id = $2`,
    [jamId, hubId],
  )
}

/** Notes a nudge; false when another host was faster. */
export async function saveNudge(
  tx: Tx,
  nudge: { jamId: string; hubId: string; by: string; before: Date },
): Promise<boolean> {
  const row = await tx.row(
    `insert into reach_nudge (jam_id, hub_id, by_person, at) values ($1, $2, $3, $4)
     on conflict (jam_id, hub_id) do update set by_person = excluded.by_person, at = excluded.at
       where reach_nudge.at <= $5 returning 1`,
    [nudge.jamId, nudge.hubId, nudge.by, tx.now, nudge.before],
  )
  return row !== undefined
}
