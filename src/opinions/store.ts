import type { opinion } from '../analysis/index.ts'
import type { Tx } from '../platform/index.ts'
import type { OwnPlace, Summary } from './rules/summarise.ts'

/** Says that votes changed which the last computation did not know. */
export async function markStale(tx: Tx, venueIds: readonly string[]): Promise<void> {
  await tx.rows(
    `insert into opinion_state (venue_id, stale_at) select v.id, $2 from venue as v where v.id = any ($1::uuid[]) order by v.id
     on conflict (venue_id) do update set stale_at = excluded.stale_at`,
    [venueIds, tx.now],
  )
}

/** Takes in venues with votes that were never heard of, such as imported ones, and lists what is to be computed. */
export async function findVenuesToCompute(tx: Tx): Promise<string[]> {
  await tx.rows(
    `insert into opinion_state (venue_id, stale_at)
       select v.id, $1 from venue as v
        where not exists (select from opinion_state as s where s.venue_id = v.id)
          and exists (select from vote as o where o.venue_id = v.id)
     on conflict (venue_id) do nothing`,
    [tx.now],
  )
  const rows = await tx.rows<{ venueId: string }>(
    `select s.venue_id as "venueId" from opinion_state as s where s.stale_at is not null
      order by s.stale_at, s.venue_id limit 100`,
  )
  return rows.map(({ venueId }) => venueId)
}

export type VoteRow = { readonly person: string; readonly statement: string; readonly value: number }
export type Loaded = {
  readonly votes: readonly VoteRow[]
  readonly memory: opinion.OpinionMemory | null
  readonly staleAt: Date | null
}

/** All votes of a venue with what the former computation left for this one. */
export async function loadVotes(tx: Tx, venueId: string): Promise<Loaded> {
  const state = await tx.row<{ memory: opinion.OpinionMemory | null; staleAt: Date | null }>(
    'select memory, stale_at as "staleAt" from opinion_state where venue_id = $1',
    [venueId],
  )
  const votes = await tx.rows<VoteRow>(
    `select o.person_id as person, o.contribution_id as statement,
       case o.value when 'agree' then 1 when 'disagree' then -1 else 0 end as value
       from vote as o join contribution as c on c.id = o.contribution_id
      where o.venue_id = $1 order by o.contribution_id, o.person_id      -- index vote_venue`,
    [venueId],
  )
  return { votes, memory: state?.memory ?? null, staleAt: state?.staleAt ?? null }
}

export type Kept = {
  readonly venueId: string
  /** `stale_at` as it was when the votes were read: a later one stays. */
  readonly staleAt: Date | null
  readonly memory: opinion.OpinionMemory | null
  readonly summary: Partial<Summary> & { voters: number; counted: number; statements: number }
  readonly places: readonly OwnPlace[]
}

/** Keeps a computation in place of the former one, and gives its number. */
export async function saveOpinions(tx: Tx, { venueId, staleAt, memory, summary, places }: Kept): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    `update opinion_state set revision = revision + 1, computed_at = $2, memory = $3, summary = $4,
       stale_at = case when stale_at > $5::timestamptz then stale_at end
      where venue_id = $1 returning revision`,
    [venueId, tx.now, memory && JSON.stringify(memory), JSON.stringify(summary), staleAt],
  )
  await tx.rows('delete from opinion_place where venue_id = $1', [venueId])
  await tx.rows(
    `insert into opinion_place (venue_id, person_id, group_name, x, y)
       select $1, p.person_id, p.group_name, p.x, p.y
         from unnest($2::uuid[], $3::text[], $4::float8[], $5::float8[]) as p (person_id, group_name, x, y)`,
    [
      venueId,
      places.map(({ id }) => id),
      places.map(({ group }) => group),
      places.map(({ x }) => x),
      places.map(({ y }) => y),
    ],
  )
  return row?.revision ?? 0
}

export type Shown = {
  readonly revision: number
  readonly computedAt: string | null
  readonly summary: Partial<Kept['summary']>
}

/** What everybody who sees the venue may see of its opinion groups; undefined before anybody voted. */
export async function findOpinionsFor(tx: Tx, venueId: string): Promise<Shown | undefined> {
  return tx.row<Shown>(
    `select s.revision, iso(s.computed_at) as "computedAt", s.summary from opinion_state as s
      where s.venue_id = $1 and s.venue_id = any ((select seen_venues())::uuid[])`,
    [venueId],
  )
}

export type OwnRow = {
  readonly votes: number
  readonly group: string | null
  readonly x: number | null
  readonly y: number | null
}

/** The asker's own place and number of votes: nobody else's can be asked for. */
export async function findOwnPlace(tx: Tx, venueId: string): Promise<OwnRow | undefined> {
  return tx.row<OwnRow>(
    `select (select count(*)::int from vote as o where o.venue_id = $1 and o.person_id = app_person()) as votes,
       p.group_name as "group", p.x, p.y
       from (select app_person() as id) as me
       left join opinion_place as p on p.venue_id = $1 and p.person_id = me.id`,
    [venueId],
  )
}
