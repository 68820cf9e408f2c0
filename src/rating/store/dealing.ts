import type { Tx } from '../../platform/index.ts'
import type { Deal, Dealt, DealtOnce } from '../rules/deal-all.ts'
import { HAND_SIZE } from '../rules/limits.ts'

// The server's own work (role jobs): no ballot is seen or written here.

/** As many of the least dealt ideas are looked at: more than anybody had before, with a choice left. */
const CANDIDATES = 120

/** How often ideas were dealt, those dealt least: enough for all who ask. Nobody else deals in this jam until this transaction
 *  has ended. */
export async function holdDealt(tx: Tx, jamId: string, deals: readonly Deal[]): Promise<Dealt[]> {
  const hubs = [...new Set(deals.flatMap(({ hubId }) => hubId ?? []))]
  const [, dealt] = await Promise.all([
    tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 20))', [jamId]),
    tx.rows<Dealt>(
      `with least as materialized (select i.idea_id, i.shown, i.places from ballot_idea as i where i.jam_id = $1
           order by i.shown, random() limit $3)
       select i.idea_id as id, i.shown, i.places, coalesce(json_object_agg(h.hub_id, h.shown) filter (where h.hub_id is not null), '{}') as hubs
         from least as i left join ballot_hub as h on h.jam_id = $1 and h.hub_id = any ($2) and h.idea_id = i.idea_id
        group by i.idea_id, i.shown, i.places`,
      [jamId, hubs, CANDIDATES + HAND_SIZE * deals.length],
    ),
  ])
  return dealt
}

/** Tells the planner how the tables of ratings have grown. */
export async function analyzeRating(tx: Tx): Promise<void> {
  await tx.rows('select analyze_rating()')
}

/** Counts what was dealt. */
export async function saveDealt(tx: Tx, jamId: string, dealt: readonly DealtOnce[]): Promise<void> {
  if (dealt.length === 0) return
  const inHubs = dealt.filter(({ hubId }) => hubId !== null)
  await Promise.all([
    tx.rows(
      `update ballot_idea as i set shown = i.shown + d.times, places = i.places + d.places
         from (select u.id, count(*)::int as times, sum(u.place)::int as places
           from unnest($2::uuid[], $3::integer[]) as u (id, place) group by u.id) as d
        where i.jam_id = $1 and i.idea_id = d.id`,
      [jamId, dealt.map(({ id }) => id), dealt.map(({ place }) => place)],
    ),
    tx.rows(
      `insert into ballot_hub (jam_id, hub_id, idea_id, shown) select $1, u.hub, u.id, count(*)::int
         from unnest($2::uuid[], $3::uuid[]) as u (hub, id) group by u.hub, u.id
       on conflict (jam_id, hub_id, idea_id) do update set shown = ballot_hub.shown + excluded.shown`,
      [jamId, inHubs.map(({ hubId }) => hubId), inHubs.map(({ id }) => id)],
    ),
  ])
}
