import type { Tx } from '../../platform/index.ts'
import type { CountedPoll, HeldMeeting, Written } from '../rules/corpus.ts'
import type { Material, MaterialTheme } from '../rules/material.ts'
import type { Report, Vote } from '../rules/report.ts'

// Everything of a jam that an edition is made of, read as the operator in one snapshot. The order of every list is said
// here, so that the same rows give the same report.

export type JamRow = Report['jam'] & { readonly phase: string }

export async function findJam(tx: Tx, jamId: string): Promise<JamRow | undefined> {
  return tx.row<JamRow>(
    `select j.id, j.title, j.question, h.name as hub, h.time_zone as "timeZone", j.phase, iso(j.opened_at) as "openedAt",
       iso(j.closed_at) as "closedAt", case when j.promise_decides is null then null else json_build_object(
         'decides', j.promise_decides, 'by', to_char(j.promise_by, 'YYYY-MM-DD'), 'text', j.promise_text) end as promise
       from jam as j join venue as v on v.id = j.id join hub as h on h.id = v.hub_id where j.id = $1`,
    [jamId],
  )
}

/** In the order of a jam's file. */
export async function findWritten(tx: Tx, jamId: string): Promise<Written[]> {
  return tx.rows<Written>(
    `select c.id, c.thread_id as root, c.parent_id as parent, c.kind, c.title, c.body, c.language, c.seed, c.version,
       case when c.retracted_at is null then c.author_id end as author, iso(c.posted_at) as "postedAt",
       iso(c.retracted_at) as "retractedAt"
       from contribution as r join contribution as c on c.thread_id = r.id
      where r.venue_id = $1 and r.parent_id is null
      order by r.posted_at, r.id, c.number`, // index contribution_venue_recent, contribution_thread_number
    [jamId],
  )
}

export type EarlierRow = { id: string; version: number; title: string | null; body: string }

export async function findEarlierVersions(tx: Tx, jamId: string): Promise<EarlierRow[]> {
  return tx.rows<EarlierRow>(
    `select v.contribution_id as id, v.version, v.title, v.body from contribution_version as v
       join contribution as c on c.id = v.contribution_id where c.venue_id = $1 order by v.contribution_id, v.version`,
    [jamId],
  )
}

export async function findVotes(tx: Tx, jamId: string): Promise<Vote[]> {
  return tx.rows<Vote>(
    `select person_id as person, contribution_id as contribution, value from vote where venue_id = $1
      order by contribution_id, person_id`, // index vote_venue
    [jamId],
  )
}

/** Polls that are over and counted, by the time they were asked. */
export async function findPolls(tx: Tx, jamId: string): Promise<CountedPoll[]> {
  return tx.rows<CountedPoll>(
    `select p.id, p.place, p.place_id as of, p.kind, p.question, p.options, iso(p.ended_at) as "endedAt",
       iso(p.counted_at) as "countedAt", p.result
       from poll as p where p.venue_id = $1 and p.counted_at is not null and p.ended_by <> 'withdrawn'
      order by p.asked_at, p.id limit 200`,
    [jamId],
  )
}

/** Meetings whose sheets hosts entered, by the time they did. */
export async function findMeetings(tx: Tx, jamId: string): Promise<HeldMeeting[]> {
  return tx.rows<HeldMeeting>(
    `select m.people, iso(m.at) as at, array(select c.id from contribution as c where c.meeting_id = m.id order by c.id) as contributions
       from meeting as m where m.venue_id = $1 order by m.at, m.id`,
    [jamId],
  )
}

const INVITED = `invited as materialized (
  select distinct m.person_id, p.home_hub_id from membership as m join hub as h on h.id = m.hub_id
    join person as p on p.id = m.person_id join venue as v on v.id = $1
   where (m.role <> 'guest' or v.guests) and h.path && array(select a.hub_id from venue_hub as a where a.venue_id = $1)),
 took_part as materialized (
  select c.author_id as person_id from contribution as c where c.venue_id = $1 and not c.seed and c.author_id is not null
  union select o.person_id from vote as o where o.venue_id = $1)`

type Population = Pick<Material, 'people' | 'hubs' | 'invited'>

/** Who took part, by id, and the hubs they and the invited are of. `invited` is null where nobody is known to be a member:
 *  a jam that came from a file. */
export async function findPopulation(tx: Tx, jamId: string): Promise<Population> {
  const row = await tx.row<Population>(
    `with ${INVITED},
     whole as (select person_id, home_hub_id from invited
       union select t.person_id, p.home_hub_id from took_part as t join person as p on p.id = t.person_id),
     known as (select count(*) > 0 as members, (select count(*)::int from whole) as people from invited)
     select (select coalesce(json_agg(json_build_object('id', p.id, 'hub', p.home_hub_id, 'guest', p.guest) order by p.id), '[]')
         from took_part as t join person as p on p.id = t.person_id) as people,
       (select coalesce(json_agg(json_build_object('id', h.id, 'name', h.name, 'invited', case when k.members then
           (select count(*)::int from whole as w where w.home_hub_id = h.id) end) order by h.name, h.id), '[]')
         from hub as h where h.id in (select home_hub_id from whole)) as hubs,
       case when k.members then k.people end as invited from known as k`,
    [jamId],
  )
  return row ?? { people: [], hubs: [], invited: null }
}

/** The themes that stand, those born first first, each with its contributions in the order of writing. */
export async function findThemes(tx: Tx, jamId: string): Promise<MaterialTheme[]> {
  return tx.rows<MaterialTheme>(
    `select t.id, t.name, t.label, t.voices,
       (select coalesce(json_agg(json_build_object('id', c.id, 'part', p.subtheme) order by c.posted_at, c.id), '[]')
          from theme_place as p join contribution as c on c.id = p.contribution_id where p.theme_id = t.id) as ideas
       from theme as t where t.venue_id = $1 and t.gone_at is null
        and exists (select from theme_place as p where p.theme_id = t.id)
      order by t.born_at, t.id limit 500`,
    [jamId],
  )
}

/** What says nearly the same, in the order of writing; what was taken back stands in no fold. */
export async function findFolds(tx: Tx, jamId: string): Promise<Material['folds']> {
  return tx.rows<Material['folds'][number]>(
    `select json_agg(c.id order by c.posted_at, c.id) as ids, coalesce(f.campaign is not null, false) as campaign
       from contribution as c left join fold as f on f.id = c.fold_id
      where c.venue_id = $1 and c.fold_id is not null and c.retracted_at is null
      group by c.fold_id, f.id having count(*) > 1 order by c.fold_id`,
    [jamId],
  )
}

/** Families of the themes that stand, in the order in which they were found. */
export async function findFamilies(tx: Tx, jamId: string): Promise<Material['families']> {
  return tx.rows<Material['families'][number]>(
    `select f.value->'themes' as themes from theme_families as s
       cross join jsonb_array_elements(s.families) with ordinality as f (value, at)
      where s.venue_id = $1 order by f.at limit 500`,
    [jamId],
  )
}

/** Groups of opinion as the jam showed them; null before they were computed. */
export async function findOpinions(tx: Tx, jamId: string): Promise<Material['opinions']> {
  const row = await tx.row<{ summary: Summary }>('select summary from opinion_state where venue_id = $1', [jamId])
  const groups = row?.summary.groups
  if (!row || !groups || groups.length === 0) return null
  const { counted, hiddenPeople, commonGround, splits } = row.summary
  return { counted, groups, hidden: hiddenPeople ?? 0, common: commonGround ?? [], splits: splits ?? [] }
}

type Opinions = NonNullable<Material['opinions']>
type Summary = {
  readonly counted: number
  readonly groups?: Opinions['groups']
  readonly hiddenPeople?: number
  readonly commonGround?: Opinions['common']
  readonly splits?: Opinions['splits']
}

/** What hosts did about themes and about the course, without names of people. */
export async function findLog(tx: Tx, jamId: string): Promise<Report['log']> {
  return tx
    .rows<Report['log'][number]>(
      `select * from (
       select iso(a.at) as at, case when a.kind <> 'moved' then a.kind when a.to_words is null then 'unplaced' else 'placed' end
           as what, a.name, 0 as contributions, null as reason, null as phase, a.id
         from theme_change as a where a.venue_id = $1 and a.by_person is not null
       union all select iso(c.at), c.kind || case when c.by_person is null and c.kind in ('opened', 'moved') then '-by-clock'
           else '' end, null, 0, c.reason, c.phase, c.id from jam_change as c where c.jam_id = $1) as l
      order by l.at, l.id limit 500`,
      [jamId],
    )
    .then((rows) =>
      rows.map(({ at, what, name, contributions, reason, phase }) => {
        return { at, what, name, contributions, reason, ...(phase && { phase }) }
      }),
    )
}

/** Voices that ranking would pass over, as they were measured after the last computation. */
export async function findVoices(tx: Tx, jamId: string): Promise<Material['voices']> {
  return tx.rows<Material['voices'][number]>(
    `select v.value->>'reason' as reason, t.id as theme, (v.value->>'people')::int as people, h.name as "group",
       array(select i.id from jsonb_array_elements_text(v.value->'ids') with ordinality as i (id, at) order by i.at) as ids
       from theme_state as s cross join jsonb_array_elements(s.measures->'small') with ordinality as v
       left join hub as h on h.id = (v.value->>'hub')::uuid
       left join theme as t on t.id = (v.value->>'theme')::uuid and t.gone_at is null
      where s.venue_id = $1 order by v.ordinality`,
    [jamId],
  )
}

/** How many others have read each contribution, at least as many as voted on it or replied to it; null where nobody's reading was counted, as in
 *  a jam from a file. */
export async function findExposure(tx: Tx, jamId: string): Promise<Material['exposure']> {
  const rows = await tx.rows<{ id: string; people: number; readers: number }>(
    `select e.contribution_id as id, greatest(e.people, c.agree + c.disagree + c.pass - (o.person_id is not null)::int)
         as people, e.readers
       from exposure as e join contribution as c on c.id = e.contribution_id
         left join vote as o on o.contribution_id = c.id and o.person_id = c.author_id
      where e.venue_id = $1 and c.retracted_at is null order by e.contribution_id`,
    [jamId],
  )
  return rows.some(({ readers }) => readers > 0) ? rows.map(({ id, people }) => ({ id, people })) : null
}

/** Whether themes and groups know everything that was written, and polls and ratings are counted, or that is still to be done. */
export async function isSettled(tx: Tx, jamId: string): Promise<boolean> {
  const row = await tx.row<{ settled: boolean }>(
    `select coalesce((select s.stale_at is null and s.computed_at is not null from theme_state as s where s.venue_id = $1), false)
       and not exists (select from opinion_state as o where o.venue_id = $1 and o.stale_at is not null)
       and not exists (select from theme_place as p where p.venue_id = $1 and p.waiting)
       and not exists (select from poll as p where p.venue_id = $1 and p.counted_at is null)
       and not exists (select from ballot_box as b where b.jam_id = $1 and b.counted_at is null) as settled`,
    [jamId],
  )
  return row?.settled ?? false
}
