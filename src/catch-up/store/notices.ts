import { SEEN } from '../../conversation/index.ts'
import type { Tx } from '../../platform/index.ts'
import { UNREAD } from '../../reading/index.ts'
import type { NoticeRow } from '../rules/material.ts'
import { ANCHORS, type Asked, valuesOf } from './anchors.ts'

const MOST = 100

/** Everything that is told beside the themes: what is addressed to the asker, phases, followed things, turns, what few have
 *  read and what waits for an answer. One statement; every text in it is one that she may see and has not read. */
export async function findNotices(tx: Tx, asked: Asked): Promise<NoticeRow[]> {
  const row = await tx.row<{ notices: NoticeRow[] }>(
    `with ${ANCHORS}, ${TO_YOU}, ${ASKED}, ${MOVED}, ${CLOCKS}, ${FOLLOWED}, ${TURNS}, ${SMALL}, ${SELDOM}, ${WAYS_IN}, ${BRIDGES},
     told as (select * from to_you union all select * from asked union all select * from moved union all select * from clocks union all select * from followed
       union all select * from turns union all select * from small union all select * from seldom union all select * from ways_in union all select * from bridges)
     select coalesce(json_agg(json_build_object('section', section, 'reason', reason, 'key', key, 'jamId', venue_id,
       'themeId', theme_id, 'id', id, 'at', iso(at), 'values', values) order by place, at desc, key), '[]') as notices from told`,
    valuesOf(asked),
  )
  return row?.notices ?? []
}

/** Answers to the asker's texts and in her threads, the latest of each person in a thread; questions first. */
const TO_YOU = `to_you as (
  select 'to-you' as section, case when kind = 'question' then 'question-to-you' else 'reply-to-you' end as reason,
    'reply:' || id as key, venue_id, null::uuid as theme_id, id, posted_at as at, '{}'::jsonb as values,
    case when kind = 'question' then 0 else 1 end as place
   from (select distinct on (c.author_id, c.thread_id) c.* from contribution as mine join anchor as a on a.venue_id = mine.venue_id
       join contribution as c on (c.parent_id = mine.id or (mine.parent_id is null and c.thread_id = mine.id and c.parent_id is not null))
      where mine.author_id = app_person() and c.posted_at >= a.at and c.retracted_at is null and ${SEEN} and ${UNREAD}
      order by c.author_id, c.thread_id, c.posted_at desc) as latest
  order by posted_at desc limit ${MOST})`

/** Ideas that come from what she wrote and wait for her answer, until it would come too late: when rating begins; for a place
 *  that was kept for her words, when it ends. */
const ASKED = `asked as (
  select distinct on (i.id) 'to-you' as section, case when i.by_person is null then 'place-kept' else 'consent-asked' end as reason,
    'consent:' || i.id as key, i.venue_id, null::uuid as theme_id, null::uuid as id, i.made_at as at,
    jsonb_build_object('sentence', i.sentence) as values, 0 as place
   from jams as j join idea_source as s on s.venue_id = j.id and s.consent = 'asked'
     join contribution as mine on mine.id = s.contribution_id and mine.author_id = app_person() and mine.retracted_at is null
     join idea as o on o.id = s.idea_id and o.withdrawn_at is null
     join idea as i on i.id = coalesce(o.merged_into, o.id) and i.withdrawn_at is null
  where j.phase = 'discuss' or (j.phase = 'rate' and i.by_person is null) limit ${MOST})`

/** Hosts moved a text of hers into another theme, or put it together with texts that say nearly the same. */
const MOVED = `moved as (
  select 'to-you' as section, 'moved' as reason, 'act:' || x.id || ':' || c.id as key, x.venue_id, x.theme_id, c.id, x.at,
    jsonb_build_object('theme', coalesce(t.name, t.label, '')) as values, 2 as place
   from theme_act as x join anchor as a on a.venue_id = x.venue_id left join theme as t on t.id = x.theme_id
     cross join lateral jsonb_array_elements(x.facts->'moved') as m cross join lateral jsonb_array_elements_text(m->'ids') as i
     join contribution as c on c.id = i::uuid and c.author_id = app_person() and c.retracted_at is null
  where x.kind = 'move' and x.undone_at is null and x.at >= a.at and x.by_person <> app_person()
  union all
  select 'to-you', 'folded', 'fold:' || x.id || ':' || c.id, x.venue_id, null, c.id, x.at,
    jsonb_build_object('count', cardinality(x.ids)), 2
   from fold_act as x join anchor as a on a.venue_id = x.venue_id join contribution as c on c.id = any (x.ids)
  where x.kind = 'fold' and x.undone_at is null and x.at >= a.at and x.by_person <> app_person()
    and c.author_id = app_person() and c.retracted_at is null limit ${MOST})`

/** Of each jam whose phase changed since, what happened last, with the phase it is in now; polls that came out; and what of
 *  both ends within a day. */
const CLOCKS = `timed as (
  select j.id, j.phase, case j.phase when 'discuss' then coalesce(j.rate_at, j.closes_at) when 'rate' then j.closes_at
    when 'report' then j.archive_at end as ends_at from jams as j),
 clocks as (
  select 'clocks' as section, 'phase-' || h.kind as reason, 'change:' || h.id as key, j.id as venue_id, null::uuid as theme_id,
    null::uuid as id, h.at, jsonb_strip_nulls(jsonb_build_object('phase', j.phase, 'until', iso(j.ends_at), 'reason', h.reason)) as values,
    3 as place
   from timed as j join anchor as a on a.venue_id = j.id cross join lateral (select x.id, x.at, x.kind, x.reason from jam_change as x
     where x.jam_id = j.id and x.at >= a.at order by x.at desc, x.id desc limit 1) as h             -- index jam_change_jam
  union all
  select 'clocks', 'phase-ends', 'ends:' || j.id, j.id, null, null, $4::timestamptz,
    jsonb_build_object('phase', j.phase, 'until', iso(j.ends_at)), 3
   from timed as j where j.phase in ('discuss', 'rate') and j.ends_at between $4::timestamptz and $4::timestamptz + interval '24 hours'
  union all
  select 'clocks', 'poll-' || w.what, 'poll-' || w.what || ':' || p.id, p.venue_id,
    null, null, w.at,
    jsonb_strip_nulls(jsonb_build_object('question', p.question, 'until', iso(p.ends_at),
      'count', case when p.result is not null then p.people end)), 3
   from poll as p join anchor as a on a.venue_id = p.venue_id
     cross join lateral (select case when p.counted_at is null then 'ends' when p.result is null then 'few' else 'ended' end as what,
       coalesce(p.ended_at, $4::timestamptz) as at) as w
  where p.ended_by is distinct from 'withdrawn' and case when p.counted_at is null
    then p.ends_at between $4::timestamptz and $4::timestamptz + interval '24 hours' else p.ended_at >= a.at end)`

/** New texts in followed forums, by followed people, of followed hubs, or with a followed word in them. */
const FOLLOWED = `followed as (
  select 'followed' as section, 'followed-' || f.kind as reason, 'followed:' || c.id as key, c.venue_id, null::uuid as theme_id,
    c.id, c.posted_at as at, jsonb_build_object('what', case f.kind when 'forum' then o.title when 'person' then p.name
      when 'hub' then h.name else f.target end) as values, 4 as place
   from (select * from follow where person_id = app_person() and kind <> 'theme' offset 0) as f cross join anchor as a
     cross join lateral (select c.*, w.home_hub_id from contribution as c left join person as w on w.id = c.author_id
       where c.venue_id = a.venue_id and c.posted_at >= a.at and c.retracted_at is null and not c.seed and ${SEEN} and ${UNREAD}
         and case f.kind when 'forum' then c.forum_id::text = f.target and c.parent_id is null
           when 'person' then c.author_id::text = f.target when 'hub' then w.home_hub_id::text = f.target and c.parent_id is null
           else position(f.target in lower(coalesce(c.title, '') || ' ' || c.body)) > 0 end
       order by c.posted_at desc limit ${MOST}) as c
     left join person as p on p.id = c.author_id left join hub as h on h.id = p.home_hub_id left join forum as o on o.id = c.forum_id
  order by c.posted_at desc limit ${MOST})`

/** Objections that three agree with, and what became of themes, with the reason. */
const TURNS = `turns as (
  select 'turns' as section, 'new-objection' as reason, 'objection:' || c.id as key, c.venue_id, k.theme_id, c.id, c.posted_at as at,
    jsonb_build_object('count', c.agree) as values, 5 as place
   from here as h join catch_up_theme as k on k.theme_id = h.theme_id cross join lateral unnest(k.objections) as o (id)
     join contribution as c on c.id = o.id
  where c.posted_at >= h.at and c.agree >= 3 and c.retracted_at is null and ${SEEN} and ${UNREAD}
  union all
  select 'turns', 'theme-' || x.kind, 'theme-change:' || x.id, x.venue_id, x.theme_id, null, x.at,
    jsonb_build_object('name', coalesce(x.from_words, x.name), 'count', jsonb_array_length(x.parts),
      'to', coalesce(x.to_words, (select string_agg(coalesce(o.name, o.label), ', ') from jsonb_array_elements(x.parts) as part
        join theme as o on o.id = (part.value->>'themeId')::uuid), '')), 5
   from theme_change as x join anchor as a on a.venue_id = x.venue_id
  where x.at >= a.at and x.kind in ('split', 'merged', 'renamed')
    and (x.kind <> 'renamed' or x.from_words <> x.to_words))`

/** Small voices, found by themes: one text of each that she has not read. */
const SMALL = `small as (
  select 'seldom' as section, 'small-voice' as reason, 'small:' || c.id as key, c.venue_id, null::uuid as theme_id, c.id,
    c.posted_at as at, '{}'::jsonb as values, 6 as place
   from jams as j join theme_state as s on s.venue_id = j.id cross join jsonb_array_elements(s.measures->'small') with ordinality as v
     cross join lateral (select array(select jsonb_array_elements_text(v.value->'ids')::uuid) as ids offset 0) as o
     cross join lateral (select c.* from contribution as c where c.id = any (o.ids) and c.retracted_at is null and ${SEEN} and ${UNREAD}
       order by array_position(o.ids, c.id) limit 1) as c)`

/** What the fewest have read: one of each person, and not the same ones first for everybody. */
const SELDOM = `seldom as (
  select 'seldom' as section, 'seldom-read' as reason, 'seldom:' || s.id as key, s.venue_id, null::uuid as theme_id, s.id,
    s.posted_at as at, '{}'::jsonb as values, 6 + s.turn as place
   from (select own.*, row_number() over (order by own.people, md5(own.id::text || app_person()::text))::int as turn
     from (select distinct on (c.author_id) c.id, c.venue_id, c.posted_at, e.people
       from (select x.contribution_id, x.people from exposure as x join jams as j on j.id = x.venue_id
         where x.people < 8 order by x.people, x.contribution_id limit 400) as e join contribution as c on c.id = e.contribution_id
      where c.retracted_at is null and ${SEEN} and ${UNREAD} order by c.author_id, e.people, c.id) as own) as s
  where s.turn <= 40)`

/** Somebody of another hub or language who writes about the same, with a text of theirs in that theme. */
const BRIDGES = `bridges as (
  select 'way-in' as section, 'bridge' as reason, 'bridge:' || c.id as key, b.venue_id, b.theme_id, c.id, b.at,
    jsonb_build_object('name', coalesce(p.name, ''), 'hub', coalesce(h.name, '')) as values, 99 as place
   from bridge as b join here as k on k.theme_id = b.theme_id
     join person as p on p.id = case when b.one_id = app_person() then b.other_id else b.one_id end
     left join hub as h on h.id = p.home_hub_id
     cross join lateral (select c.* from contribution as c join theme_place as w on w.contribution_id = c.id
       where w.theme_id = b.theme_id and c.author_id = p.id and c.retracted_at is null and ${SEEN} and ${UNREAD}
       order by c.posted_at desc limit 1) as c
  where app_person() in (b.one_id, b.other_id) order by b.at desc limit 1)`

/** Questions without an answer: in themes where she wrote first, then by people of other hubs. */
const WAYS_IN = `ways_in as (
  select 'way-in' as section, case when w.own then 'way-in-own' else 'way-in-other' end as reason, 'way-in:' || w.id as key,
    w.venue_id, w.theme_id, w.id, w.posted_at as at, '{}'::jsonb as values, 100 + w.turn as place
   from (select q.*, row_number() over (order by q.own desc, q.elsewhere desc, q.id desc)::int as turn from (
     select distinct on (c.author_id) c.id, c.venue_id, k.theme_id, c.posted_at,
       exists (select from contribution as m join theme_place as mp on mp.contribution_id = m.thread_id
         where m.author_id = app_person() and mp.theme_id = k.theme_id) as own,
       p.home_hub_id is distinct from (select me.home_hub_id from person as me where me.id = app_person()) as elsewhere
      from jams as j join catch_up_theme as k on k.venue_id = j.id cross join lateral unnest(k.questions) as o (id)
        join contribution as c on c.id = o.id left join person as p on p.id = c.author_id
     where j.phase in ('discuss', 'rate') and c.replies = 0 and c.retracted_at is null and ${SEEN} and ${UNREAD}
     order by c.author_id, own desc, c.id) as q) as w where w.turn <= 12)`
