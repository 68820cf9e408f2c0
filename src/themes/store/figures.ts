import type { Tx } from '../../platform/index.ts'

// All counts of themes, made when they are computed or shaped.

/** Below this many voters nobody may learn how they voted. */
const LEAST_VOTERS = 5

const SAID = `said as materialized (
  select p.theme_id, c.id, coalesce(c.fold_id, c.id) as statement, c.parent_id, c.kind, c.replies, case when c.seed then null else c.author_id end as author_id,
    c.posted_at
   from theme_place as p join contribution as c on c.thread_id = p.contribution_id
  where p.venue_id = $1 and p.theme_id is not null and c.retracted_at is null)`

/** Counts some themes anew as a host may who shaped them: agreement and split stay as they were counted last, because who
 *  acts for a host may not read others' votes. */
export async function saveShapedFigures(tx: Tx, themeIds: readonly string[]): Promise<void> {
  await tx.rows(
    `with counted as (select p.theme_id, count(*) filter (where c.parent_id is null)::int as contributions,
         count(*) filter (where c.parent_id is not null)::int as replies,
         count(distinct c.author_id) filter (where not c.seed)::int as people,
         count(distinct h.home_hub_id) filter (where not c.seed)::int as hubs
       from theme_place as p join contribution as c on c.thread_id = p.contribution_id
         left join person as h on h.id = c.author_id
      where p.theme_id = any ($1::uuid[]) and c.retracted_at is null group by p.theme_id)
     update theme as t set figures = t.figures || jsonb_build_object('contributions', coalesce(c.contributions, 0),
       'replies', coalesce(c.replies, 0), 'people', coalesce(c.people, 0), 'hubs', coalesce(c.hubs, 0))
       from theme as me left join counted as c on c.theme_id = me.id where t.id = me.id and me.id = any ($1::uuid[])`,
    [themeIds],
  )
}

/** Themes that were just found: nothing of them has been counted. */
export async function findUncounted(tx: Tx, venueId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select id from theme where venue_id = $1 and gone_at is null and not figures ? 'contributions'`,
    [venueId],
  )
  return rows.map(({ id }) => id)
}

/** Makes the counts of all themes of a venue anew. */
export async function saveThemeFigures(tx: Tx, venueId: string): Promise<void> {
  await tx.rows(
    `with ${SAID},
     -- Who votes on many texts of a fold has one voice on what they say: the one that most of these votes have.
     voices as (select s.theme_id, s.statement, v.person_id, sum(case v.value when 'agree' then 1 else -1 end) as voice from said as s
       join vote as v on v.venue_id = $1 and v.contribution_id = s.id where v.value <> 'pass' group by 1, 2, 3),
     statements as (select theme_id, statement, count(*) filter (where voice > 0)::int as agree,
         count(*) filter (where voice < 0)::int as disagree from voices group by 1, 2),
     opinions as (select theme_id, sum(agree) as agree, sum(agree + disagree) as both, sum(2 * least(agree, disagree)) as divided
       from statements group by theme_id),
     voted as (select theme_id, count(distinct person_id)::int as voters from voices group by theme_id),
     counted as (select s.theme_id, count(*) filter (where s.parent_id is null)::int as contributions,
         count(*) filter (where s.parent_id is not null)::int as replies, count(distinct s.author_id)::int as people,
         count(distinct h.home_hub_id)::int as hubs
       from said as s left join person as h on h.id = s.author_id group by s.theme_id),
     hours as (select theme_id, floor(extract(epoch from $2::timestamptz - posted_at) / 3600)::int as ago,
         count(distinct author_id)::int as n
       from said where posted_at > $2::timestamptz - interval '24 hours' group by 1, 2),
     hourly as (select t.theme_id, json_agg(coalesce(h.n, 0) order by t.ago desc) as list
       from (select distinct theme_id, ago from said cross join generate_series(0, 23) as ago) as t
       left join hours as h on h.theme_id = t.theme_id and h.ago = t.ago group by t.theme_id)
     update theme as t set figures = json_build_object('contributions', coalesce(c.contributions, 0),
       'replies', coalesce(c.replies, 0), 'people', coalesce(c.people, 0), 'hubs', coalesce(c.hubs, 0),
       'agreement', case when v.voters >= $3 and o.both > 0 then round(o.agree::numeric / o.both, 3) end,
       'split', case when v.voters >= $3 and o.both > 0 then round(o.divided::numeric / o.both, 3) end,
       'hourly', coalesce(h.list, '[]'))
       from theme as me left join counted as c on c.theme_id = me.id left join voted as v on v.theme_id = me.id
         left join opinions as o on o.theme_id = me.id
         left join hourly as h on h.theme_id = me.id
      where t.id = me.id and t.venue_id = $1 and t.gone_at is null`,
    [venueId, tx.now, LEAST_VOTERS],
  )
}

/** Makes the figures of the list anew (contributions, unsorted, shared people), and gives the new revision. */
export async function saveListFigures(tx: Tx, venueId: string): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    `with ${SAID},
     -- Pairs are made of each person's own themes: joined, a planner that knows nothing of them would compare all with all.
     people as (select array_agg(distinct theme_id) as themes from said where author_id is not null group by author_id),
     ties as (select json_build_object('a', a.id, 'b', b.id, 'people', count(*)::int) as tie
       from people as p cross join unnest(p.themes) as a (id) cross join unnest(p.themes) as b (id) where a.id < b.id
      group by a.id, b.id order by count(*) desc, a.id, b.id limit 1000),
     roots as (select count(*)::int as n, count(*) filter (where t.id is not null)::int as placed from contribution as c
       left join theme_place as p on p.contribution_id = c.id left join theme as t on t.id = p.theme_id and t.gone_at is null
      where c.venue_id = $1 and c.parent_id is null and c.retracted_at is null)
     update theme_state set revision = revision + 1, figures = json_build_object(
       'contributions', (select n from roots), 'unsorted', (select n - placed from roots),
       'ties', (select coalesce(json_agg(tie), '[]') from ties))
      where venue_id = $1 returning revision`,
    [venueId],
  )
  return row?.revision ?? 0
}
