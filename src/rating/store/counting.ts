import type { Tx } from '../../platform/index.ts'
import { type Answers, type Counted, KINDS, talliesOf } from '../rules/count-ratings.ts'
import type { IdeaTallies } from '../rules/measure-idea.ts'
import type { Pair } from '../rules/rank-ideas.ts'
import type { IdeaResult } from '../rules/rating-contract.ts'
import { SMALL_IDS } from './ideas.ts'

// The operator's own work: making the box, giving back what nobody goes on with, and counting.

/** Ideas that stand, with a source that does. $1 the jam. */
const RATED = `select i.id from idea as i where i.venue_id = $1 and i.merged_into is null and i.withdrawn_at is null
  and exists (select from idea as o join idea_source as s on s.idea_id = o.id join contribution as c on c.id = s.contribution_id
    where (o.id = i.id or (o.merged_into = i.id and o.withdrawn_at is null)) and s.consent <> 'declined' and c.retracted_at is null)`

/** The ideas of a jam that stand, with a source that does. */
export async function findStandingIdeas(tx: Tx, jamId: string): Promise<{ id: string; sentence: string }[]> {
  return tx.rows(`select i.id, i.sentence from idea as i where i.id in (${RATED}) order by i.id limit 900`, [jamId]) // IDEAS_MAX and kept places
}

/** Makes the box of a jam that is being rated, with every idea that stands; does nothing where there is one. */
export async function insertBox(tx: Tx, jamId: string, salt: Buffer): Promise<void> {
  const made = await tx.row(
    `insert into ballot_box (jam_id, salt, ideas) select j.id, $2, (select count(*) from (${RATED}) as n)
       from jam as j where j.id = $1 and j.phase = 'rate' on conflict (jam_id) do nothing returning 1`,
    [jamId, salt],
  )
  if (made) await tx.rows(`insert into ballot_idea (jam_id, idea_id) select $1, r.id from (${RATED}) as r`, [jamId])
}

/** How many ideas of a jam would be rated, and how many of them small voices carry. Nobody else makes its ballot until this
 *  transaction has ended; undefined where there is one. */
export async function holdRated(tx: Tx, jamId: string): Promise<{ rated: number; small: number } | undefined> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 20))', [jamId])
  return tx.row(
    `select count(*)::int as rated, count(*) filter (where exists (select from idea as o join idea_source as s on s.idea_id = o.id
         where (o.id = r.id or (o.merged_into = r.id and o.withdrawn_at is null)) and s.consent <> 'declined'
           and s.contribution_id in (${SMALL_IDS})))::int as small
       from (${RATED}) as r having not exists (select from ballot_box as b where b.jam_id = $1)`,
    [jamId],
  )
}

/** A contribution that a small voice carries, with what an idea of it needs. `voice`: its place among the small voices. */
export type Unheard = {
  readonly voice: number
  readonly id: string
  readonly title: string | null
  readonly body: string
  readonly language: string
  readonly themeId: string | null
  readonly free: boolean
}

/** The small voices that no idea to be rated comes from, first ones first, each with its best supported contributions. What its
 *  author would not have as an idea before is not among them. */
export async function findUnheard(tx: Tx, jamId: string): Promise<Unheard[]> {
  return tx.rows<Unheard>(
    `select v.at::int as voice, c.id, c.title, c.body, c.language, p.theme_id as "themeId", c.seed or c.author_id is null as free
       from theme_state as t cross join jsonb_array_elements(t.measures->'small') with ordinality as v (voice, at)
         cross join lateral (select c.* from contribution as c
           where c.id = any (array(select jsonb_array_elements_text(v.voice->'ids')::uuid)) and c.venue_id = $1 and c.retracted_at is null
             and not exists (select from idea_source as s where s.contribution_id = c.id and s.consent = 'declined')
           order by c.agree - c.disagree desc, c.posted_at, c.id limit 5) as c
         left join theme_place as p on p.contribution_id = c.id
      where t.venue_id = $1 and not exists (select from idea_source as s join idea as o on o.id = s.idea_id
          where s.venue_id = $1 and s.contribution_id in (select jsonb_array_elements_text(v.voice->'ids')::uuid)
            and s.consent <> 'declined' and o.withdrawn_at is null and coalesce(o.merged_into, o.id) in (${RATED}))
      order by v.at, c.agree - c.disagree desc, c.posted_at, c.id`,
    [jamId],
  )
}

/** The jams whose ballots lie open and hold an idea that comes from a contribution just taken back. */
export async function findBallotsOf(tx: Tx, contributionIds: readonly string[]): Promise<string[]> {
  const jams = await tx.rows<{ jam: string }>(
    `select distinct s.venue_id as jam from idea_source as s join contribution as c on c.id = s.contribution_id
       join ballot_box as b on b.jam_id = s.venue_id and b.counted_at is null
      where s.contribution_id = any ($1) and c.retracted_at is not null`,
    [contributionIds],
  )
  return jams.map(({ jam }) => jam)
}

/** Takes what no source stands behind any more from a ballot that lies open. */
export async function dropUnsourced(tx: Tx, jamId: string): Promise<void> {
  const dropped = await tx.rows(
    `delete from ballot_idea where jam_id = $1 and idea_id not in (${RATED})
       and exists (select from ballot_box as b where b.jam_id = $1 and b.counted_at is null) returning 1`,
    [jamId],
  )
  if (dropped.length === 0) return
  await tx.rows(
    'update ballot_box set ideas = (select count(*) from ballot_idea as i where i.jam_id = $1) where jam_id = $1',
    [jamId],
  )
}

/** Jams that wait for their box, boxes that are open or to be counted, and those counted elsewhere without results here. */
export async function findWork(tx: Tx): Promise<Record<'make' | 'count' | 'open' | 'arrange', string[]>> {
  const rows = await tx.rows<{ id: string; what: string }>(
    `select j.id, case when b.jam_id is null then 'make' when b.counted_at is not null then 'arrange'
         when j.phase = 'rate' then 'open' else 'count' end as what
       from jam as j left join ballot_box as b on b.jam_id = j.id
      where (j.phase = 'rate' and b.jam_id is null) or (b.jam_id is not null and (b.counted_at is null
        or exists (select from rating_tally as t where t.jam_id = j.id) and not exists (select from rating_result as r
          where r.jam_id = j.id))) limit 500`,
  )
  const of = (wanted: string): string[] => rows.filter(({ what }) => what === wanted).map(({ id }) => id)
  return { make: of('make'), count: of('count'), open: of('open'), arrange: of('arrange') }
}

/** Gives back what lies in hands that nobody touched since the last time, and notes which ones lie there now. Where an idea
 *  stood in a ballot is not known any more: the middle is taken. Whose ballot is held just now rates: she is passed over, as she
 *  may wait for the dealer, who waits for this. */
export async function giveBack(tx: Tx, jamId: string): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 20))', [jamId])
  await tx.rows(
    `with resting as (select name, hand from ballot where jam_id = $1 and resting and hand <> '{}' for update skip locked),
     emptied as (update ballot as b set hand = '{}', resting = false from resting as r where b.jam_id = $1 and b.name = r.name),
     back as (select u.id, count(*)::int as times from resting as r cross join unnest(r.hand) as u (id) group by u.id)
     update ballot_idea as i set shown = greatest(i.shown - k.times, 0), places = greatest(i.places - 500 * k.times, 0)
       from back as k where i.jam_id = $1 and i.idea_id = k.id`,
    [jamId],
  )
  await tx.rows(
    `update ballot set resting = true where jam_id = $1 and name in (select b.name from ballot as b
       where b.jam_id = $1 and not b.resting and b.hand <> '{}' for no key update skip locked)`,
    [jamId],
  )
}

/** Holds a box that is to be counted and gives its salt; undefined when it is counted already or still open. */
export async function holdBoxToCount(tx: Tx, jamId: string): Promise<Buffer | undefined> {
  // One count at a time, of hundreds of thousands of ratings: in memory, and without sorting all of them to find their ideas.
  await tx.rows(`select set_config('work_mem', '128MB', true), set_config('enable_mergejoin', 'off', true)`)
  const row = await tx.row<{ salt: Buffer }>(
    `select b.salt from ballot_box as b join jam as j on j.id = b.jam_id
      where b.jam_id = $1 and b.counted_at is null and j.phase not in ('prepare', 'discuss', 'rate') for update of b`,
    [jamId],
  )
  return row?.salt
}

/** Everybody who may have rated, with hub and opinion group. */
export type Voter = {
  readonly id: string
  readonly hub: string | null
  readonly group: string | null
  readonly simulated: boolean
}

/** A hub has its parent's name with its own where another one is named like it: they are not one. */
export async function findVoters(tx: Tx, jamId: string): Promise<Voter[]> {
  return tx.rows<Voter>(
    `with named as materialized (select h.id, case when count(*) over (partition by h.name) > 1 and u.name is not null
         then u.name || ' / ' || h.name else h.name end as name from hub as h left join hub as u on u.id = h.parent_id)
     select p.id, h.name as hub, o.group_name as "group", p.simulated from person as p left join named as h on h.id = p.home_hub_id
       left join opinion_place as o on o.venue_id = $1 and o.person_id = p.id`,
    [jamId],
  )
}

/** The ideas that are rated, in the order of their ids. */
export async function findRatedIdeas(tx: Tx, jamId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    'select idea_id as id from ballot_idea where jam_id = $1 order by idea_id',
    [jamId],
  )
  return rows.map(({ id }) => id)
}

/** A ballot with an answer in it. */
export type Answered = { readonly name: string; readonly answers: Answers }

/** Names are spread evenly (they are hashes): as many are read at once as take a few megabytes. */
const BALLOTS_AT_ONCE = 20_000

/** All ballots with their answers, in slices of about `atOnce` ballots. */
export async function readAnswers(
  tx: Tx,
  jamId: string,
  { ideas, atOnce = BALLOTS_AT_ONCE }: { readonly ideas: readonly string[]; readonly atOnce?: number },
): Promise<Answered[][]> {
  const row = await tx.row<{ ballots: number }>('select count(*)::int as ballots from ballot where jam_id = $1', [
    jamId,
  ])
  const slices = Math.ceil(Math.max(1, row?.ballots ?? 0) / atOnce)
  const firstOf = (slice: number): string =>
    `${Math.floor((slice * 2 ** 32) / slices)
      .toString(16)
      .padStart(8, '0')}-0000-0000-0000-000000000000`
  const answered: Answered[][] = []
  for (let slice = 0; slice < slices; slice++) {
    const next = slice + 1 < slices ? firstOf(slice + 1) : null
    const rows = await tx.rows<{ name: string; packed: Buffer }>(
      `select r.ballot as name, string_agg(int4send(coalesce(n.at::int - 1, cardinality($2::uuid[])) * ${KINDS}
             + coalesce(r.impact, 0) * 12 + coalesce(r.feasibility, 0) * 2 + coalesce(r.helps, false)::int), '') as packed
           from rating as r left join unnest($2::uuid[]) with ordinality as n (id, at) on n.id = r.idea_id
          where r.jam_id = $1 and r.ballot >= $3 and ($4::uuid is null or r.ballot < $4) group by r.ballot`,
      [jamId, ideas, firstOf(slice), next],
    )
    answered.push(rows.map(({ name, packed }) => ({ name, answers: unpacked(packed) })))
  }
  return answered
}

const BYTES = 4

function unpacked(packed: Buffer): Answers {
  return Uint32Array.from({ length: packed.length / BYTES }, (_, at) => packed.readUInt32BE(at * BYTES))
}

/** Keeps how many gave each idea each of the ratings. */
export async function saveTallies(tx: Tx, jamId: string, counted: readonly Counted[]): Promise<void> {
  await tx.rows(
    `insert into rating_tally (jam_id, idea_id, counts)
     select $1, t.idea, ($3::int[])[(t.at - 1) * ${KINDS} + 1 : t.at * ${KINDS}] from unnest($2::uuid[]) with ordinality as t (idea, at)`,
    [jamId, counted.map(({ idea }) => idea), counted.flatMap(({ counts }) => counts)],
  )
}

/** Keeps how those who rated both of two level ideas put them. */
export async function savePairs(tx: Tx, jamId: string, pairs: readonly Pair[]): Promise<void> {
  await tx.rows(
    `insert into rating_pair (jam_id, idea_id, other_id, before, after)
     select $1, p.* from unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[]) as p`,
    [
      ...[jamId, pairs.map(({ idea }) => idea), pairs.map(({ other }) => other)],
      ...[pairs.map(({ before }) => before), pairs.map(({ after }) => after)],
    ],
  )
}

/** What was counted: here before, or elsewhere when the jam came from a file. */
export async function findCounted(
  tx: Tx,
  jamId: string,
): Promise<{ tallies: IdeaTallies[]; pairs: Pair[]; people: number }> {
  const counted = await tx.rows<Counted>('select idea_id as idea, counts from rating_tally where jam_id = $1', [jamId])
  const tallies = counted.map(({ idea, counts }) => ({ idea, tallies: talliesOf(counts) }))
  const pairs = await tx.rows<Pair>(
    'select idea_id as idea, other_id as other, before, after from rating_pair where jam_id = $1',
    [jamId],
  )
  const row = await tx.row<{ people: number }>('select people from ballot_box where jam_id = $1', [jamId])
  return { tallies, pairs, people: row?.people ?? 0 }
}

type Result = Omit<IdeaResult, 'sentence'>

/** Keeps what everybody may see, in its order. */
export async function saveResults(tx: Tx, jamId: string, results: readonly Result[]): Promise<void> {
  await tx.rows(
    `insert into rating_result (jam_id, idea_id, place, result)
       select $1, (r.value->>'id')::uuid, r.ordinality, r.value - 'id' from jsonb_array_elements($2::jsonb) with ordinality as r`,
    [jamId, JSON.stringify(results)],
  )
}

/** Forgets ballots and single ratings: from here on nobody can say who rated what. */
export async function forgetBallots(tx: Tx, jamId: string): Promise<void> {
  const tables = ['rating', 'ballot', 'ballot_hub']
  await Promise.all(tables.map((table) => tx.rows(`delete from ${table} where jam_id = $1`, [jamId])))
}

/** Closes the box, and forgets its salt. */
export async function closeBox(tx: Tx, jamId: string, of: { people: number; simulated: number }): Promise<void> {
  await tx.rows('update ballot_box set salt = null, people = $2, simulated = $3, counted_at = $4 where jam_id = $1', [
    ...[jamId, of.people, of.simulated, tx.now],
  ])
}
