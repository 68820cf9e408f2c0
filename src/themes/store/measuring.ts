import type { Tx } from '../../platform/index.ts'
import type { GroupVotes, Measured, MeasuredText, MeasuredWords } from '../worker/measure-asked.ts'

/** Everything of a venue that still has words, with what is measured of it, in the order of writing. */
export async function findMeasuredTexts(tx: Tx, venueId: string): Promise<MeasuredText[]> {
  return tx.rows<MeasuredText>(
    `select c.id, c.thread_id as root, c.parent_id as parent, c.kind, case when c.seed then null else c.author_id end as author,
       case when not c.seed then p.home_hub_id end as hub, p.time_zone as zone, split_part(p.locale, '-', 1) as spoken, t.id as theme, c.seed,
       (extract(epoch from c.posted_at) * 1000)::float8 as "atMs", c.agree, c.disagree, coalesce(e.people, 0) as people
       from contribution as c left join person as p on p.id = c.author_id
         left join theme_place as w on w.contribution_id = c.thread_id left join theme as t on t.id = w.theme_id and t.gone_at is null
         left join exposure as e on e.contribution_id = c.id
      where c.venue_id = $1 and c.retracted_at is null order by c.posted_at, c.id`,
    [venueId],
  )
}

/** The words of its contributions, without those of hosts' seeds. */
export async function findWords(tx: Tx, venueId: string): Promise<MeasuredWords[]> {
  return tx.rows<MeasuredWords>(
    `select c.id, case when c.title is null then c.body else c.title || e'\\n' || c.body end as text,
       split_part(c.language, '-', 1) as language from contribution as c
      where c.venue_id = $1 and c.parent_id is null and c.retracted_at is null and not c.seed order by c.posted_at, c.id`,
    [venueId],
  )
}

/** How hubs, languages and time zones voted on what at least ten people voted on. */
export async function findGroupVotes(tx: Tx, venueId: string): Promise<GroupVotes[]> {
  return tx.rows<GroupVotes>(
    `select v.contribution_id as id, g.way, g."group", count(*) filter (where v.value = 'agree')::int as agree,
       count(*)::int as seen
       from vote as v join contribution as c on c.id = v.contribution_id join person as p on p.id = v.person_id
         cross join lateral (values ('hub', p.home_hub_id::text), ('spoken', split_part(p.locale, '-', 1)),
           ('zone', p.time_zone)) as g (way, "group")
      where v.venue_id = $1 and c.retracted_at is null and c.agree + c.disagree + c.pass >= 10 and g."group" is not null
      group by v.contribution_id, g.way, g."group"`,
    [venueId],
  )
}

/** When small voices were last looked for. */
export async function findMeasuredAt(tx: Tx, venueId: string): Promise<Date | null> {
  const row = await tx.row<{ at: Date | null }>(
    `select (measures->>'smallAt')::timestamptz as at from theme_state where venue_id = $1`,
    [venueId],
  )
  return row?.at ?? null
}

/** Keeps what was measured; small voices that were not looked for stay. The new revision, null when nothing is another. */
export async function saveMeasures(tx: Tx, venueId: string, { small, ...measured }: Measured): Promise<number | null> {
  const row = await tx.row<{ revision: number }>(
    `update theme_state as s set measures = s.measures || $2::jsonb || $3::jsonb,
       revision = s.revision + case when s.measures @> $2::jsonb and s.measures @> ($3::jsonb - 'smallAt') then 0 else 1 end
       from theme_state as before where before.venue_id = s.venue_id and s.venue_id = $1
      returning case when s.revision > before.revision then s.revision end as revision`,
    [venueId, JSON.stringify(measured), JSON.stringify(small ? { small, smallAt: tx.now.toISOString() } : {})],
  )
  return row?.revision ?? null
}
