import type { Tx } from '../../platform/index.ts'
import type { Campaign, Fold } from '../contract.ts'
import { LEAST_SUPPORTERS } from '../rules/limits.ts'
import type { FoldText, StandingAct } from '../rules/stand-together.ts'

/** Keeps others from changing the folds of a venue until this transaction has ended. */
export async function holdFolds(tx: Tx, venueId: string): Promise<void> {
  await tx.rows('insert into fold_state (venue_id) values ($1) on conflict do nothing', [venueId])
  await tx.rows('select from fold_state where venue_id = $1 for update', [venueId])
}

/** What people did to the folds of a venue and nobody has undone, in its order. */
export async function findStandingActs(tx: Tx, venueId: string): Promise<StandingAct[]> {
  return tx.rows<StandingAct>(
    'select id, kind, ids from fold_act where venue_id = $1 and undone_at is null order by at, id',
    [venueId],
  )
}

/** `gone`: its words were taken back, so it stands in no fold any more. */
export type PlacedText = FoldText & { foldId: string | null; gone: boolean }

/** The contributions of a venue that may stand in a fold: those that were found to be like another, those they are like,
 *  those that acts name; in the order of writing, with the fold they stand in now. */
export async function findPlacedTexts(tx: Tx, venueId: string, named: readonly string[]): Promise<PlacedText[]> {
  return tx.rows<PlacedText>(
    `with mine as (
       select contribution_id as id from fold_text where venue_id = $1 and origin_id is not null
       union select origin_id from fold_text where venue_id = $1 and origin_id is not null
       union select unnest($2::uuid[])
       union select id from contribution where venue_id = $1 and fold_id is not null)
     select c.id, f.origin_id as origin, c.fold_id as "foldId",
         c.retracted_at is not null as gone
       from mine join contribution as c on c.id = mine.id left join fold_text as f on f.contribution_id = c.id
      where c.venue_id = $1 and c.parent_id is null order by c.posted_at, c.id`,
    [venueId, named],
  )
}

export type FoldMember = { fold: string; id: string; person: string | null; atMs: number }

/** Who wrote the contributions of these folds, and when; seeds nobody. */
export async function findFoldMembers(tx: Tx, foldIds: readonly string[]): Promise<FoldMember[]> {
  return tx.rows<FoldMember>(
    `select fold_id as fold, id, case when seed then null else author_id end as person,
       (extract(epoch from posted_at) * 1000)::float8 as "atMs"
       from contribution where fold_id = any ($1::uuid[]) order by fold_id, posted_at, id`,
    [foldIds],
  )
}

export type FoldCounts = { id: string; texts: number; writers: number; campaign: Campaign | null }

/** Writes the counts that everybody can see for themselves; the people who agreed are counted by the operator. */
export async function saveFoldCounts(tx: Tx, venueId: string, counts: readonly FoldCounts[]): Promise<Fold[]> {
  return tx.rows<Fold>(
    `insert into fold (id, venue_id, texts, writers, campaign)
     select n.id, $1, n.texts, n.writers, n.campaign
       from json_to_recordset($2::json) as n (id uuid, texts int, writers int, campaign jsonb)
     on conflict (id) do update set texts = excluded.texts, writers = excluded.writers, campaign = excluded.campaign,
       revision = fold.revision + 1, stale = true
     returning id, texts, writers, people, campaign, revision`,
    [venueId, JSON.stringify(counts)],
  )
}

export type CountedFold = Fold & { venueId: string; isNew: boolean }

/** Counts the people of folds anew: authors and supporters, each once. `isNew`: the count changed. Only the operator
 *  may read who voted. */
export async function saveFoldPeople(tx: Tx, most: number): Promise<CountedFold[]> {
  return tx.rows<CountedFold>(
    `with due as (select id, people from fold where stale order by id limit $1 for update skip locked),
     said as (select c.fold_id, c.id, case when c.seed then null else c.author_id end as author_id from contribution as c
       where c.fold_id in (select id from due)),
     agreed as (select s.fold_id, v.person_id from said as s join vote as v on v.contribution_id = s.id and v.value = 'agree'),
     counted as (select due.id, due.people as earlier,
         (select count(distinct p.person_id)::int from (select author_id as person_id from said where fold_id = due.id
           union all select person_id from agreed where fold_id = due.id) as p) as people,
         (select count(distinct person_id) from agreed where fold_id = due.id) as supporters from due),
     shown as (select id, earlier, case when supporters >= $2 then people end as people from counted)
     update fold as f set stale = false, people = n.people,
       revision = f.revision + case when n.people is distinct from n.earlier then 1 else 0 end
       from shown as n where f.id = n.id
       returning f.id, f.venue_id as "venueId", f.texts, f.writers, f.people, f.campaign, f.revision,
         n.people is distinct from n.earlier as "isNew"`,
    [most, LEAST_SUPPORTERS],
  )
}
