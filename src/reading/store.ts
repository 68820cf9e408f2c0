import type { ContributionView } from '../conversation/contract.ts'
import { JOINS, SEEN, VIEW } from '../conversation/index.ts'
import type { Tx } from '../platform/index.ts'
import type { ReadingView } from './contract.ts'
import { EXPOSURE_FLOOR } from './rules/floor.ts'

/** A contribution is not the asker's own, and not in her reading history: `c` is the contribution. */
export const UNREAD = `c.author_id is distinct from app_person()
  and not exists (select from reading_seen as r where r.person_id = app_person() and r.contribution_id = c.id)`

/** What the asker has read by thread in the venue $1, and when last. */
export const MY_THREADS = `select r.thread_id, max(r.seen_at) as seen_at from reading_seen as r
  where r.person_id = app_person() and r.venue_id = $1 group by r.thread_id` // index reading_seen_venue

/** Remembers what the asker has read, if she wants it kept; raises the exposures and her place in each venue. One
 *  statement; false when nothing is kept of her. Her own words and what she may not see are passed over. */
export async function saveSeen(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const row = await tx.row<{ kept: boolean }>(
    `with me as (select app_person() as id where not exists (select from reading_stopped where person_id = app_person())),
     read as materialized (
       select c.id, c.venue_id, c.thread_id, me.id as person_id, not (c.seed and exists (
           select from venue_host as h where h.venue_id = c.venue_id and h.person_id = me.id)) as counts
         from me join contribution as c on c.id = any ($1::uuid[])
        where c.author_id is distinct from me.id and c.retracted_at is null and ${SEEN}),
     kept as (insert into reading_seen (person_id, contribution_id, venue_id, thread_id, seen_at, counts)
       select person_id, id, venue_id, thread_id, $2, counts from read order by id on conflict do nothing),
     placed as (insert into reading_place as p (person_id, venue_id, position, at, spans, hub_id, language)
       select r.person_id, r.venue_id, coalesce(posted_position(array_agg(r.id)), 0), $2, 1, w.home_hub_id, split_part(w.locale, '-', 1)
         from read as r join person as w on w.id = r.person_id group by r.person_id, r.venue_id, w.home_hub_id, w.locale
       on conflict (person_id, venue_id) do update set position = greatest(p.position, excluded.position), at = excluded.at,
         spans = p.spans + (excluded.at >= p.at + interval '15 seconds')::int, hub_id = coalesce(p.hub_id, excluded.hub_id),
         language = coalesce(p.language, excluded.language))
     select exists (select from me) as kept`,
    [ids, tx.now],
  )
  return row?.kept ?? false
}

/** Counts anew who voted on these contributions or replied to them (role jobs). */
export async function saveActed(tx: Tx, contributionIds: readonly string[]): Promise<void> {
  await tx.rows(
    `insert into exposure as e (contribution_id, venue_id, acted)
     select c.id, c.venue_id, n.acted from contribution as c cross join lateral (select acted_on(c.id, c.author_id) as acted) as n
      where c.id = any ($1::uuid[]) and (n.acted > 0 or exists (select from exposure as x where x.contribution_id = c.id))
      order by c.id
     on conflict (contribution_id) do update set acted = excluded.acted where e.acted <> excluded.acted`, // vote's primary key, contribution_parent
    [contributionIds],
  )
}

/** The same for all of a venue that is just being filled: one pass over its votes and replies (role jobs). */
export async function saveActedIn(tx: Tx, venueId: string): Promise<void> {
  await tx.rows(
    `with acts as (
       select contribution_id as id, person_id from vote where venue_id = $1
       union select parent_id, author_id from contribution where venue_id = $1 and parent_id is not null and author_id is not null)
     insert into exposure as e (contribution_id, venue_id, acted)
     select c.id, $1, least(${EXPOSURE_FLOOR}, count(*))::int from acts as a join contribution as c on c.id = a.id
      where a.person_id is distinct from c.author_id group by c.id order by c.id
     on conflict (contribution_id) do update set acted = excluded.acted`,
    [venueId],
  )
}

/** The asker's reading history in numbers. */
export async function findReading(tx: Tx): Promise<ReadingView> {
  const row = await tx.row<ReadingView>(
    `select not exists (select from reading_stopped where person_id = app_person()) as kept,
       count(*)::int as contributions, iso(min(r.seen_at)) as since from reading_seen as r where r.person_id = app_person()`,
  )
  return row ?? { kept: false, contributions: 0, since: null }
}

/** From now on nothing is kept of the asker. */
export async function saveStopped(tx: Tx): Promise<void> {
  await tx.rows(
    'insert into reading_stopped (person_id, at) select app_person(), $1::timestamptz on conflict (person_id) do nothing',
    [tx.now],
  )
  await forgetReach(tx)
}

/** Whoever wants nothing kept is counted among those who opened and read no more. */
async function forgetReach(tx: Tx): Promise<void> {
  await tx.rows('delete from reading_opened where person_id = app_person()')
  await tx.rows('update reading_place set spans = 0 where person_id = app_person() and spans > 0')
}

/** Notes that the asker opened a venue, once, if she wants such things kept. */
export async function saveOpened(tx: Tx, venueId: string): Promise<void> {
  await tx.rows(
    `insert into reading_opened (person_id, venue_id, hub_id, language)
       select w.id, v.id, w.home_hub_id, split_part(w.locale, '-', 1) from person as w join venue as v on v.id = $1
        where w.id = app_person() and v.id = any ((select seen_venues())::uuid[])
          and not exists (select from reading_stopped as s where s.person_id = w.id)
     on conflict (person_id, venue_id) do nothing`,
    [venueId],
  )
}

/** People of one hub and language who took a step. */
export type ReachCount = {
  readonly step: 'opened' | 'read'
  /** Null: of no hub. */
  readonly hub: string | null
  readonly language: string
  readonly people: number
}

/** How many opened a venue and how many read in it for a minute, by hub and language (role jobs). Who is kept nowhere but with
 *  the person herself. */
export async function findReachCounts(tx: Tx, venueId: string): Promise<ReachCount[]> {
  return tx.rows<ReachCount>(
    `select step, nullif(hub_id, '00000000-0000-0000-0000-000000000000') as hub, language, people from reading_reach
      where venue_id = $1 and people > 0 order by step, hub_id, language`,
    [venueId],
  )
}

/** From now on it is kept again. */
export async function deleteStopped(tx: Tx): Promise<void> {
  await tx.rows('delete from reading_stopped where person_id = app_person()')
}

/** Deletes the asker's reading history; exposures are lowered by what she had read. */
export async function deleteReading(tx: Tx): Promise<void> {
  await tx.rows('delete from reading_seen where person_id = app_person()')
  await tx.rows('delete from reading_place where person_id = app_person()')
  await tx.rows('delete from reading_opened where person_id = app_person()')
}

/** Which of these the asker has read. */
export async function findSeenAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select r.contribution_id as id from reading_seen as r
      where r.person_id = app_person() and r.contribution_id = any ($1::uuid[])`,
    [ids],
  )
  return rows.map(({ id }) => id)
}

/** How far the asker has come in a venue. */
export async function findReadingPlace(tx: Tx, venueId: string): Promise<{ position: number; at: Date } | undefined> {
  return tx.row<{ position: number; at: Date }>(
    `select p.position::int as position, p.at from reading_place as p where p.person_id = app_person() and p.venue_id = $1`,
    [venueId],
  )
}

/** Something a person has read, for herself: `title` is that of the thread, `seenAt` an ISO instant. */
export type SeenItem = { id: string; threadId: string; title: string | null; seenAt: string }

/** What the asker has read in a venue, latest first; `title` is that of the thread. */
export async function findSeenItemsFor(tx: Tx, venueId: string, limit: number): Promise<SeenItem[]> {
  return tx.rows<SeenItem>(
    `select r.contribution_id as id, r.thread_id as "threadId", t.title, iso(r.seen_at) as "seenAt"
       from reading_seen as r join contribution as c on c.id = r.contribution_id join contribution as t on t.id = r.thread_id
      where r.person_id = app_person() and r.venue_id = $1 and c.retracted_at is null and ${SEEN}
      order by r.seen_at desc, r.contribution_id desc limit $2`,
    [venueId, limit],
  )
}

const LOOKED_AT = 40

/** Contributions of a venue that the fewest people have read, and the asker has not. Who asks decides which of the equals
 *  come first: a thousand readers at once are not shown the same five. */
export async function findSeldomReadFor(tx: Tx, venueId: string, most: number): Promise<ContributionView[]> {
  const row = await tx.row<{ items: ContributionView[] }>(
    `with seldom as materialized (
       select c.*, e.people from exposure as e join contribution as c on c.id = e.contribution_id
        where e.venue_id = $1 and e.people < ${EXPOSURE_FLOOR} and c.retracted_at is null and ${SEEN} and ${UNREAD}
        order by e.people, e.contribution_id limit ${LOOKED_AT}),                               -- index exposure_seldom
     few as (select * from seldom order by people, md5(id::text || app_person()::text), id limit $2)
     select coalesce(json_agg(${VIEW} order by c.people, c.id), '[]') as items from few as c ${JOINS}`,
    [venueId, most],
  )
  return row?.items ?? []
}
