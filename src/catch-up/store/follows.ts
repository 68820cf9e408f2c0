import { SEEN } from '../../conversation/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { Follow } from '../contract.ts'

/** Says of a thing (`kind` and `target` of the alias) what it is called, as far as the asker may see it; null otherwise. People
 *  and hubs are known by what the asker can read of them. */
const NAMED = (of: string): string => `case ${of}.kind
  when 'word' then json_build_object('name', ${of}.target, 'jamId', null)
  when 'theme' then (select json_build_object('name', left(coalesce(t.name, t.label), 200), 'jamId', t.venue_id) from theme as t
    where t.id::text = ${of}.target and t.gone_at is null and t.venue_id = any ((select seen_venues())::uuid[]))
  when 'forum' then (select json_build_object('name', o.title, 'jamId', o.venue_id) from forum as o
    where o.id::text = ${of}.target and o.venue_id = any ((select seen_venues())::uuid[]))
  when 'person' then (select json_build_object('name', coalesce(p.name, ''), 'jamId', null) from person as p
    where p.id::text = ${of}.target and exists (select from contribution as c where c.author_id = p.id and ${SEEN}))
  when 'hub' then (select json_build_object('name', h.name, 'jamId', null) from hub as h
    where h.id::text = ${of}.target and (h.id = any (app_ids('app.reach')) or exists (select from person as p
      join contribution as c on c.author_id = p.id where p.home_hub_id = h.id and ${SEEN}))) end`

/** What the asker follows and may still see, latest first. */
export async function findFollows(tx: Tx): Promise<Follow[]> {
  return tx.rows<Follow>(
    `select f.kind, f.target, left(n.it->>'name', 200) as name, n.it->>'jamId' as "jamId" from follow as f
       cross join lateral (select ${NAMED('f')} as it) as n
      where f.person_id = app_person() and n.it is not null order by f.at desc, f.kind, f.target`,
  )
}

/** Whether a thing can be followed by the asker, and how many she follows already. */
export async function findFollowable(
  tx: Tx,
  { kind, target }: Pick<Follow, 'kind' | 'target'>,
): Promise<{ there: boolean; count: number }> {
  const row = await tx.row<{ there: boolean; count: number }>(
    `select (${NAMED('x')}) is not null as there,
       (select count(*)::int from follow as f where f.person_id = app_person()) as count
      from (select $1::text as kind, $2::text as target) as x`,
    [kind, target],
  )
  return row ?? { there: false, count: 0 }
}

export async function saveFollow(tx: Tx, { kind, target }: Pick<Follow, 'kind' | 'target'>): Promise<void> {
  await tx.rows(
    `insert into follow (person_id, kind, target, at) select app_person(), $1, $2, $3::timestamptz on conflict do nothing`,
    [kind, target, tx.now],
  )
}

export async function deleteFollow(tx: Tx, { kind, target }: Pick<Follow, 'kind' | 'target'>): Promise<void> {
  await tx.rows('delete from follow where person_id = app_person() and kind = $1 and target = $2', [kind, target])
}
