import type { Tx } from '../../platform/index.ts'
import type { Standing } from '../rules/material.ts'
import { ANCHORS, type Asked, valuesOf } from './anchors.ts'

/** What is new in every place since the asker's anchor there, from the shared figures: her own words and what she has read
 *  are taken off. One statement. */
export async function findNews(tx: Tx, asked: Asked): Promise<Standing> {
  const row = await tx.row<Standing>(
    `with ${ANCHORS},
     mine as materialized (select coalesce(t.id, c.venue_id) as place_id, c.posted_at from jams as j
       join contribution as c on c.venue_id = j.id and c.author_id = app_person() and c.retracted_at is null and not c.seed
       left join theme_place as w on w.contribution_id = c.thread_id left join theme as t on t.id = w.theme_id and t.gone_at is null),
     mine_here as materialized (select h.place_id, count(*) filter (where m.posted_at >= h.at)::int as new from here as h
       join mine as m on m.place_id = h.place_id group by h.place_id),
     read_here as materialized (select h.place_id, count(*)::int as new from here as h
       join history as r on r.place_id = h.place_id and r.posted_at >= h.at group by h.place_id),
     step as materialized (select h.*, s.* from (select *, date_bin('1 hour', at, 'epoch'::timestamptz) + interval '1 hour' as next_hour,
           date_bin('1 day', at, 'epoch'::timestamptz) + interval '1 day' as next_day from here) as h
         cross join lateral (values (5, h.at, h.next_hour), (60, h.next_hour, h.next_day), (1440, h.next_day, 'infinity'))
           as s (minutes, begins, ends)),
     delta as materialized (select d.*, h.theme_id from step as h cross join lateral (select d.* from catch_up_delta as d
       where d.venue_id = h.venue_id and d.place_id = h.place_id and d.minutes = h.minutes and d.bucket >= h.begins
         and d.bucket < h.ends and (h.done_at is null or d.last_at > h.done_at) offset 0) as d),  -- index catch_up_delta_pkey
     new_here as materialized (select d.place_id, sum(d.said)::int as said, sum(d.people)::int as people, sum(d.hubs)::int as hubs,
         sum(d.languages)::int as languages
       from delta as d group by d.place_id),
     quotes as materialized (select d.place_id, (array_agg(q.id order by d.support desc, d.bucket desc, q.n))[1:5] as ids
       from delta as d cross join lateral unnest(d.quote_ids) with ordinality as q (id, n)
      where d.theme_id is not null and d.quote_ids <> '{}' and not exists (select from history as r where r.contribution_id = q.id)
      group by d.place_id),
     rising as materialized (select (l.value->>'themeId')::uuid as theme_id,
         least(3, greatest(1, (l.value->>'peopleAnHour')::float8 / (1 + (l.value->>'usual')::float8))) as lift
       from jams as j join theme_state as s on s.venue_id = j.id, jsonb_array_elements(s.measures->'lenses'->'rising') as l),
     places as (select h.venue_id as "jamId", h.place_id as "placeId", h.theme_id as "themeId", coalesce(t.name, t.label) as name,
         t.language, iso(greatest(h.at, h.done_at)) as since, n.said - coalesce(m.new, 0) - coalesce(r.new, 0) as said,
         n.people - (coalesce(m.new, 0) > 0)::int as people, n.hubs, n.languages, m.place_id is not null as own, h.met,
         exists (select from follow as f where f.person_id = app_person() and f.kind = 'theme' and f.target = h.theme_id::text) as followed,
         coalesce(k.heard_by, 0) as "heardBy", coalesce(u.lift, 1) as lift, (t.figures->>'agreement')::float8 as agreement,
         (select s.agreement from catch_up_support as s where s.theme_id = h.theme_id and s.at <= h.at
           order by s.at desc limit 1) as before,
         coalesce(q.ids, '{}') as quotes, coalesce(k.builds, '{}') as builds, coalesce(k.objections, '{}') as objections
       from new_here as n join here as h on h.place_id = n.place_id left join theme as t on t.id = h.theme_id
         left join catch_up_theme as k on k.theme_id = h.theme_id left join mine_here as m on m.place_id = h.place_id
         left join read_here as r on r.place_id = h.place_id left join rising as u on u.theme_id = h.theme_id
         left join quotes as q on q.place_id = h.place_id)
     select (select minutes from catch_up_choice where person_id = app_person()) as minutes,
       not exists (select from reading_stopped where person_id = app_person()) as kept,
       (select head::int from event_sequence) as cursor,
       array(select distinct unnest(s.languages) from catch_up_state as s join jams as j on j.id = s.venue_id order by 1) as languages,
       (select coalesce(json_agg(json_build_object('id', j.id, 'title', j.title ) order by j.opened_at desc, j.id), '[]') from jams as j) as jams,
       (select coalesce(json_agg(p), '[]') from places as p) as places`,
    valuesOf(asked),
  )
  return row ?? { minutes: null, kept: true, cursor: 0, languages: [], jams: [], places: [] }
}
