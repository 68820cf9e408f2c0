import type { Tx } from '../../platform/index.ts'
import type { AskedText, FoundText } from '../worker/asked.ts'

const TEXT = `case when c.title is null then c.body else c.title || e'\\n' || c.body end as text`

/** New contributions of a conversation wait to be looked at; what is a reply is left out. */
export async function addWaiting(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows(
    `insert into fold_text (contribution_id, venue_id) select c.id, c.venue_id from contribution as c
      where c.id = any ($1::uuid[]) and c.parent_id is null on conflict do nothing`,
    [ids],
  )
}

/** Contributions whose words changed wait again, and with them those that were found to be like them. */
export async function markWaiting(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows(
    `update fold_text set waiting = true where contribution_id = any ($1::uuid[]) or origin_id = any ($1::uuid[])`,
    [ids],
  )
}

/** All contributions of venues that nobody has looked at yet (an import) wait. */
export async function addUnknownVenues(tx: Tx): Promise<void> {
  await tx.rows(
    `with fresh as (insert into fold_state (venue_id) select v.id from venue as v
       where not exists (select from fold_state as s where s.venue_id = v.id) on conflict do nothing returning venue_id)
     insert into fold_text (contribution_id, venue_id) select c.id, c.venue_id from fresh
       join contribution as c on c.venue_id = fresh.venue_id and c.parent_id is null on conflict do nothing`,
  )
}

export type WaitingText = AskedText & { venueId: string }

/** Contributions that wait, in the order of writing within each venue; what was taken back has no words. */
export async function findWaiting(tx: Tx, most: number): Promise<WaitingText[]> {
  return tx.rows<WaitingText>(
    `select c.id, c.venue_id as "venueId", ${TEXT} from fold_text as f join contribution as c on c.id = f.contribution_id
      where f.waiting order by c.venue_id, c.posted_at, c.id limit $1`,
    [most],
  )
}

/** The contributions of a venue that stand for themselves and do not wait, in the order of writing. */
export async function findStanding(tx: Tx, venueId: string): Promise<AskedText[]> {
  return tx.rows<AskedText>(
    `select c.id, ${TEXT} from fold_text as f join contribution as c on c.id = f.contribution_id
      where f.venue_id = $1 and f.origin_id is null and not f.waiting and c.retracted_at is null order by c.posted_at, c.id`,
    [venueId],
  )
}

/** Writes what was found. */
export async function saveFound(tx: Tx, found: readonly FoundText[]): Promise<void> {
  await tx.rows(
    `update fold_text as f set origin_id = n.origin, waiting = false
       from unnest($1::uuid[], $2::uuid[]) as n (id, origin) where f.contribution_id = n.id`,
    [found.map(({ id }) => id), found.map(({ origin }) => origin)],
  )
}

/** The venues of these contributions stand in a fold whose people may be others now. */
export async function markVoted(tx: Tx, contributionIds: readonly string[]): Promise<void> {
  await tx.rows(
    `update fold set stale = true
      where id in (select c.fold_id from contribution as c where c.id = any ($1::uuid[]) and c.fold_id is not null)`,
    [contributionIds],
  )
}
