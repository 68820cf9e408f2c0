import type { Tx } from '../../platform/index.ts'
import type { VenueCounts } from '../contract.ts'

/** One person who wrote or voted in a venue, as a batch of events tells it. */
export type TakingPart = { venueId: string; personId: string; wrote: boolean }
export type ForumStep = { forumId: string; contributions: number; replies: number; lastAt: Date }
export type VenueStep = { venueId: string; contributions: number; replies: number; votes: number }

/** Counts each person of a venue once, and each of their home hubs once. Seeds never come here. */
export async function countPeople(tx: Tx, people: readonly TakingPart[]): Promise<void> {
  if (people.length === 0) return
  await tx.rows(
    `with given as (
       select venue_id, person_id, bool_or(wrote) as wrote
         from json_to_recordset($1) as g (venue_id uuid, person_id uuid, wrote boolean) group by 1, 2),
     before as (select p.venue_id, p.person_id, p.wrote from venue_person as p join given using (venue_id, person_id)),
     kept as (
       insert into venue_person (venue_id, person_id, wrote)
       select g.venue_id, g.person_id, g.wrote from given as g left join before as b using (venue_id, person_id)
        where b.person_id is null or (g.wrote and not b.wrote)
       on conflict (venue_id, person_id) do update set wrote = venue_person.wrote or excluded.wrote returning 1),
     hubs as (
       insert into venue_person_hub (venue_id, hub_id)
       select distinct g.venue_id, p.home_hub_id from given g join person p on p.id = g.person_id
        where p.home_hub_id is not null on conflict do nothing returning venue_id),
     steps as (
       select g.venue_id, count(*) filter (where b.person_id is null) as people,
         count(*) filter (where g.wrote and not coalesce(b.wrote, false)) as writers,
         count(*) filter (where b.person_id is null and p.guest) as guests,
         (select count(*) from hubs where hubs.venue_id = g.venue_id) as hubs
         from given g join person p on p.id = g.person_id left join before b using (venue_id, person_id) group by 1)
     update venue_count as n set people = n.people + s.people, writers = n.writers + s.writers,
       guests = n.guests + s.guests, hubs = n.hubs + s.hubs
       from steps as s where n.venue_id = s.venue_id`,
    [JSON.stringify(people.map((p) => ({ venue_id: p.venueId, person_id: p.personId, wrote: p.wrote })))],
  )
}

export async function countSteps(tx: Tx, venues: readonly VenueStep[], forums: readonly ForumStep[]): Promise<void> {
  await tx.rows(
    `update venue_count as n set contributions = n.contributions + s."contributions", replies = n.replies + s."replies",
       votes = n.votes + s."votes"
       from json_to_recordset($1) as s ("venueId" uuid, "contributions" int, "replies" int, "votes" int)
      where n.venue_id = s."venueId"`,
    [JSON.stringify(venues)],
  )
  if (forums.length === 0) return
  await tx.rows(
    `update forum_count as n set contributions = n.contributions + s."contributions", replies = n.replies + s."replies",
       last_at = greatest(n.last_at, s."lastAt")
       from json_to_recordset($1) as s ("forumId" uuid, "contributions" int, "replies" int, "lastAt" timestamptz)
      where n.forum_id = s."forumId"`,
    [JSON.stringify(forums)],
  )
}

export type CountedVenue = VenueCounts & { venueId: string }

export async function findCounted(tx: Tx, venueIds: readonly string[]): Promise<CountedVenue[]> {
  return tx.rows<CountedVenue>(
    `select venue_id as "venueId", people, writers, guests, hubs, contributions, replies, votes from venue_count
      where venue_id = any ($1)`,
    [venueIds],
  )
}

/** Counts a venue from its rows: after an import, where no events told of them. */
export async function recountVenueRows(tx: Tx, venueId: string): Promise<void> {
  await tx.rows(
    `insert into venue_person (venue_id, person_id, wrote)
     select $1, person_id, bool_or(wrote) from (
       select author_id as person_id, true as wrote from contribution where venue_id = $1 and author_id is not null and not seed
       union all select person_id, false from vote where venue_id = $1) as t group by person_id
     on conflict (venue_id, person_id) do update set wrote = venue_person.wrote or excluded.wrote`,
    [venueId],
  )
  await tx.rows(
    `insert into venue_person_hub (venue_id, hub_id)
     select distinct $1::uuid, p.home_hub_id from venue_person vp join person p on p.id = vp.person_id
      where vp.venue_id = $1 and p.home_hub_id is not null on conflict do nothing`,
    [venueId],
  )
  await tx.rows(
    `insert into forum_count (forum_id, contributions, replies, last_at)
     select f.id, count(c.id) filter (where c.parent_id is null and c.retracted_at is null),
       count(c.id) filter (where c.parent_id is not null and c.retracted_at is null), max(c.posted_at) from forum f left join contribution c on c.forum_id = f.id where f.venue_id = $1 group by f.id
     on conflict (forum_id) do update
       set contributions = excluded.contributions, replies = excluded.replies, last_at = excluded.last_at`,
    [venueId],
  )
  await tx.rows(
    `insert into venue_count (venue_id, people, writers, guests, hubs, contributions, replies, votes)
     select $1, (select count(*) from venue_person where venue_id = $1),
       (select count(*) from venue_person where venue_id = $1 and wrote),
       (select count(*) from venue_person vp join person p on p.id = vp.person_id where vp.venue_id = $1 and p.guest),
       (select count(*) from venue_person_hub where venue_id = $1),
       (select count(*) from contribution where venue_id = $1 and parent_id is null and retracted_at is null),
       (select count(*) from contribution where venue_id = $1 and parent_id is not null and retracted_at is null),
       (select count(*) from vote where venue_id = $1)
     on conflict (venue_id) do update set people = excluded.people, writers = excluded.writers, guests = excluded.guests,
       hubs = excluded.hubs, contributions = excluded.contributions, replies = excluded.replies, votes = excluded.votes`,
    [venueId],
  )
}
