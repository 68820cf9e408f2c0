import type { Since } from '../rules/anchor.ts'

/** What a catch-up is asked for: `at` is the chosen instant (yesterday evening), or the one by time where no history is kept;
 *  `jamId` null: every jam the person belongs to. */
export type Asked = { readonly jamId: string | null; readonly since: Since; readonly at: Date; readonly now: Date }

export const valuesOf = ({ jamId, since, at, now }: Asked): unknown[] => [jamId, since, at, now]

/** Reading without a longer pause is one visit; what is read in it does not move the anchor until it is over. */
const VISIT_ENDS_AFTER = `interval '30 minutes'`

/** Common to the reads of one catch-up ($1 to $4: see Asked): `jams` she belongs to; `anchor` of each venue: the newest thing
 *  that she had read when her visit began; `here`: each place (a theme; the venue itself for what stands in none) with
 *  its own anchor, which is the newest thing read there or when she was done with its card. All are in steps of
 *  five minutes, as the figures are. No history yet: the beginning. */
export const ANCHORS = `jams as materialized (
  select j.id, j.title, j.phase, j.rate_at, j.closes_at, j.archive_at, j.opened_at, greatest(j.opened_at, m.since) as joined_at
    from jam as j left join lateral (select min(b.since) as since from membership as b where b.person_id = app_person()) as m on true
   where j.id = any ((select seen_venues())::uuid[]) and case when $1::uuid is not null then j.id = $1
     else j.phase in ('discuss', 'rate', 'report') and (
       exists (select from venue_hub as x where x.venue_id = j.id
         and (x.hub_id = any (app_ids('app.reach')) or x.hub_id = any (app_ids('app.guest_reach'))))
       or exists (select from venue_host as x where x.venue_id = j.id and x.person_id = app_person())) end
   order by j.opened_at desc nulls last, j.id limit 50),
 history as materialized (
  select r.contribution_id, r.seen_at, c.posted_at, r.venue_id, coalesce(t.id, r.venue_id) as place_id
    from reading_seen as r join jams as j on j.id = r.venue_id join contribution as c on c.id = r.contribution_id
      left join theme_place as w on w.contribution_id = r.thread_id left join theme as t on t.id = w.theme_id and t.gone_at is null
   where r.person_id = app_person()),
 visit as materialized (
  select case when max(seen_at) > $4::timestamptz - ${VISIT_ENDS_AFTER}
      then max(seen_at) filter (where before is null or seen_at - before > ${VISIT_ENDS_AFTER}) else $4::timestamptz end as began
    from (select seen_at, lag(seen_at) over (order by seen_at) as before from history) as x),
 anchor as materialized (
  select j.id as venue_id, date_bin('5 minutes', case $2::text
      when 'all' then 'epoch' when 'joined' then coalesce(j.joined_at, 'epoch') when 'yesterday' then $3::timestamptz
      else case when exists (select from reading_stopped as s where s.person_id = app_person()) then $3::timestamptz
        else coalesce((select max(h.posted_at) from history as h, visit as v where h.venue_id = j.id and h.seen_at < v.began), 'epoch')
      end end, 'epoch'::timestamptz) as at
    from jams as j),
 here as materialized (
  select p.venue_id, p.place_id, p.theme_id, r.at is not null as met, s.at as done_at,
    case when s.at is null then date_bin('5 minutes', coalesce(r.at, a.at), 'epoch'::timestamptz)
      else date_bin('5 minutes', greatest(r.at, a.at, s.at), 'epoch'::timestamptz) end as at
    from (select t.venue_id, t.id as place_id, t.id as theme_id from theme as t join jams as j on j.id = t.venue_id where t.gone_at is null
      union all select id, id, null from jams) as p
    join anchor as a on a.venue_id = p.venue_id
    left join (select h.place_id, max(h.posted_at) as at from history as h, visit as v where h.seen_at < v.began and $2::text = 'seen'
      group by h.place_id) as r on r.place_id = p.place_id
    left join catch_up_seen as s on s.theme_id = p.theme_id and s.person_id = app_person() and $2::text = 'seen')`
