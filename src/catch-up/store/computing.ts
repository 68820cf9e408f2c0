import type { Tx } from '../../platform/index.ts'

/** Says that something is new in these venues: later than whatever was said before, which may be what is computed now. */
export async function markStale(tx: Tx, venueIds: readonly string[]): Promise<void> {
  await tx.rows(
    `insert into catch_up_state (venue_id, stale_at) select v.id, $2::timestamptz from venue as v
      where v.id = any ($1::uuid[]) order by v.id
     on conflict (venue_id) do update set stale_at = greatest(catch_up_state.stale_at, excluded.stale_at)`,
    [venueIds, tx.now],
  )
}

/** Takes in venues that were never heard of, such as imported ones, and lists those to compute, longest waiting first. */
export async function findVenuesToCompute(tx: Tx): Promise<string[]> {
  await tx.rows(
    `insert into catch_up_state (venue_id, stale_at) select v.id, $1::timestamptz from venue as v
      where not exists (select from catch_up_state as s where s.venue_id = v.id)
        and exists (select from contribution as c where c.venue_id = v.id)
     on conflict do nothing`,
    [tx.now],
  )
  const rows = await tx.rows<{ id: string }>(
    'select s.venue_id as id from catch_up_state as s where s.stale_at is not null order by s.stale_at, s.venue_id limit 100',
  )
  return rows.map(({ id }) => id)
}

const SAID = `said as materialized (
  select c.id, c.parent_id, coalesce(t.id, $1::uuid) as place_id, t.id as theme_id,
    c.posted_at,
    case when c.seed then null else c.author_id end as author_id, p.home_hub_id as hub_id, c.language, c.kind, c.replies,
    c.agree - c.disagree as support
   from contribution as c left join theme_place as w on w.contribution_id = c.thread_id
     left join theme as t on t.id = w.theme_id and t.gone_at is null left join person as p on p.id = c.author_id
  where c.venue_id = $1 and c.retracted_at is null)`

/** The step of so many minutes in which `at` lies. */
const bucketOf = (at: string): string => `date_bin(make_interval(mins => minutes), ${at}, 'epoch'::timestamptz)`

/** In which step each of `what` was last: summed from an anchor on, these are the distinct ones since. */
const lastOf = (
  what: string,
): string => `select place_id, minutes, ${bucketOf('at')} as bucket, count(*)::int as n from (
    select place_id, ${what}, max(posted_at) as at from said where author_id is not null and ${what} is not null group by 1, 2)
  as x cross join step group by 1, 2, 3`

/** Makes the figures of a venue in steps of five minutes, an hour and a day (a reader adds up to twelve, up to twenty-four
 *  and the days), and writes only those that changed. */
export async function saveDelta(tx: Tx, venueId: string): Promise<void> {
  await tx.rows(
    `with ${SAID}, step as (select unnest(array[5, 60, 1440]) as minutes),
     counted as (select place_id, minutes, ${bucketOf('posted_at')} as bucket, count(*)::int as n, max(posted_at) as last_at
       from said cross join step group by 1, 2, 3),
     people as (${lastOf('author_id')}), hubs as (${lastOf('hub_id')}), languages as (${lastOf('language')}),
     quotes as (select place_id, minutes, ${bucketOf('posted_at')} as bucket,
         (array_agg(id order by support desc, id))[1:3] as ids, max(support) as support
       from said cross join step where parent_id is null group by 1, 2, 3),
     fresh as materialized (select place_id, minutes, bucket, c.n as said, coalesce(p.n, 0) as people,
         coalesce(h.n, 0) as hubs, coalesce(l.n, 0) as languages, coalesce(q.ids, '{}') as quote_ids,
         coalesce(q.support, 0) as support, c.last_at
       from counted as c left join people as p using (place_id, minutes, bucket) left join hubs as h using (place_id, minutes, bucket)
         left join languages as l using (place_id, minutes, bucket) left join quotes as q using (place_id, minutes, bucket)),
     gone as (delete from catch_up_delta as d where d.venue_id = $1
       and not exists (select from fresh as f where f.place_id = d.place_id and f.minutes = d.minutes and f.bucket = d.bucket))
     insert into catch_up_delta as d (venue_id, place_id, minutes, bucket, said, people, hubs, languages, quote_ids, support, last_at)
       select $1, place_id, minutes, bucket, said, people, hubs, languages, quote_ids, support, last_at from fresh
     on conflict (venue_id, place_id, minutes, bucket) do update set said = excluded.said, people = excluded.people,
       hubs = excluded.hubs, languages = excluded.languages, quote_ids = excluded.quote_ids, support = excluded.support,
       last_at = excluded.last_at
      where (d.said, d.people, d.hubs, d.languages, d.support, d.last_at) is distinct from
         (excluded.said, excluded.people, excluded.hubs, excluded.languages, excluded.support, excluded.last_at)
         or d.quote_ids <> excluded.quote_ids`,
    [venueId],
  )
}

/** The strongest answers of each theme, one of each person, and how much it was read: everybody's texts count once, so
 *  that nobody lowers or raises it by writing more. */
export async function saveThemes(tx: Tx, venueId: string): Promise<void> {
  await tx.rows(
    `with ${SAID},
     strongest as (select theme_id, kind, id, row_number() over (partition by theme_id, kind order by support desc, id) as place
       from (select distinct on (theme_id, kind, author_id) * from said
         where theme_id is not null and kind in ('build', 'objection', 'question') and (kind <> 'question' or replies = 0)
         order by theme_id, kind, author_id, support desc, id) as own),
     heard as (select theme_id, avg(mean) as heard_by from (
         select s.theme_id, s.author_id, avg(coalesce(e.people, 0)) as mean from said as s
           left join exposure as e on e.contribution_id = s.id
          where s.theme_id is not null and s.parent_id is null group by s.theme_id, s.author_id) as x group by theme_id),
     gone as (delete from catch_up_theme as o where o.venue_id = $1 and not exists (select from heard where theme_id = o.theme_id))
     insert into catch_up_theme (theme_id, venue_id, heard_by, builds, objections, questions)
       select h.theme_id, $1, h.heard_by, ${topOf('build')}, ${topOf('objection')}, ${topOf('question')}
         from heard as h left join strongest as s on s.theme_id = h.theme_id and s.place <= 3 group by h.theme_id, h.heard_by
     on conflict (theme_id) do update set heard_by = excluded.heard_by, builds = excluded.builds,
       objections = excluded.objections, questions = excluded.questions`,
    [venueId],
  )
}

const topOf = (kind: string): string =>
  `coalesce(array_agg(s.id order by s.place) filter (where s.kind = '${kind}'), '{}')`

/** Keeps how each theme's agreement stands now, where it changed; and that the venue's figures are made. A change that came
 *  after they were read stays to be computed. */
export async function saveState(tx: Tx, venueId: string, staleAt: Date | null): Promise<void> {
  await tx.rows(
    `insert into catch_up_support (theme_id, venue_id, at, agreement)
       select t.id, $1, $2::timestamptz, (t.figures->>'agreement')::real from theme as t
        where t.venue_id = $1 and t.gone_at is null and t.figures->>'agreement' is not null
          and (t.figures->>'agreement')::real is distinct from (select s.agreement from catch_up_support as s
            where s.theme_id = t.id order by s.at desc limit 1)
     on conflict do nothing`,
    [venueId, tx.now],
  )
  await tx.rows(
    `update catch_up_state set
       stale_at = case when $2::timestamptz is null or date_trunc('milliseconds', stale_at) > $2 then stale_at end,
       languages = array(select language from (
         select c.language, count(distinct c.author_id) as n, sum(count(distinct c.author_id)) over () as everybody
           from contribution as c where c.venue_id = $1 and c.retracted_at is null and not c.seed and c.author_id is not null
          group by c.language) as x where n >= everybody * 0.02 order by n desc, language limit 20)
      where venue_id = $1`,
    [venueId, staleAt],
  )
}

/** Since when the figures of a venue are out of date. */
export async function findStaleAt(tx: Tx, venueId: string): Promise<Date | null> {
  const row = await tx.row<{ at: Date | null }>('select stale_at as at from catch_up_state where venue_id = $1', [
    venueId,
  ])
  return row?.at ?? null
}
