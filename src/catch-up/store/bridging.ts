import type { Tx } from '../../platform/index.ts'

/** Tells pairs of people of each other who write in one theme, are of different hubs or write in different languages, and
 *  have never answered one another; nobody who wants no bridges. Each person is in at most one pair of a theme; who meets whom is the same on
 *  every computation. Seeds bring nobody together. */
export async function saveBridges(tx: Tx, venueId: string): Promise<void> {
  await tx.rows(
    `with writers as materialized (
       select t.id as theme_id, c.author_id, p.home_hub_id as hub_id, min(c.language) as language,
         row_number() over (partition by t.id order by md5(c.author_id::text || t.id::text)) as turn
        from theme as t join theme_place as w on w.theme_id = t.id join contribution as c on c.id = w.contribution_id
          join person as p on p.id = c.author_id
       where t.venue_id = $1 and t.gone_at is null and c.retracted_at is null and not c.seed
         and not exists (select from catch_up_choice as o where o.person_id = c.author_id and not o.bridges)
         and not exists (select from bridge as b where b.theme_id = t.id and c.author_id in (b.one_id, b.other_id))
       group by t.id, c.author_id, p.home_hub_id),
     pairs as (select a.theme_id, least(a.author_id, b.author_id) as one_id, greatest(a.author_id, b.author_id) as other_id
       from writers as a join writers as b on b.theme_id = a.theme_id and b.turn = a.turn + 1
      where a.turn % 2 = 1 and (a.hub_id is distinct from b.hub_id or a.language <> b.language))
     insert into bridge (theme_id, venue_id, one_id, other_id, at)
       select x.theme_id, $1, x.one_id, x.other_id, $2::timestamptz from pairs as x
        where not exists (select from contribution as answer join contribution as root
          on root.id = answer.thread_id or root.id = answer.parent_id
          where answer.venue_id = $1 and answer.author_id = x.one_id and answer.parent_id is not null and root.author_id = x.other_id)
         and not exists (select from contribution as answer join contribution as root
          on root.id = answer.thread_id or root.id = answer.parent_id
          where answer.venue_id = $1 and answer.author_id = x.other_id and answer.parent_id is not null and root.author_id = x.one_id)
     on conflict do nothing`,
    [venueId, tx.now],
  )
}
