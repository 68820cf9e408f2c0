import type { Actor } from '../../kernel/index.ts'
import type { Statement, Tx } from '../../platform/index.ts'
import type { ForumView, VenueCounts } from '../contract.ts'
import type { Venue } from '../rules/may.ts'

type VenueRow = {
  id: string
  visible: boolean
  guests: boolean
  accepts: Venue['accepts']
  accepts_until: Date | null
  hubs: string[]
  hosting: boolean
  locales: string[]
}

const VENUE = `v.id, v.visible, v.guests, v.accepts, v.accepts_until,
  array(select vh.hub_id from venue_hub vh where vh.venue_id = v.id) as hubs,
  exists (select from venue_host h where h.venue_id = v.id and h.person_id = app_person()) as hosting,
  (select h.locales from hub as h where h.id = v.hub_id) as locales`

function venueOf(row: VenueRow): Venue {
  const { id, visible, guests, accepts, hubs, hosting, locales } = row
  return { id, visible, guests, accepts, hubs, hosting, locales, acceptsUntil: row.accepts_until }
}

/** What findVenueFor asks. */
export function venueStatement(venueId: string): Statement {
  return {
    text: `select ${VENUE} from venue as v where v.id = $1 and v.id = any ((select seen_venues())::uuid[])`,
    values: [venueId],
  }
}

/** A venue that the asker may see. */
export async function findVenueFor(tx: Tx, _actor: Actor, venueId: string): Promise<Venue | undefined> {
  const { text, values } = venueStatement(venueId)
  const row = await tx.row<VenueRow>(text, values)
  return row && venueOf(row)
}

/** What findForumVenueFor asks. */
export function forumVenueStatement(forumId: string): Statement {
  const text = `select ${VENUE}, f.title from forum as f join venue as v on v.id = f.venue_id
    where f.id = $1 and f.venue_id = any ((select seen_venues())::uuid[])`
  return { text, values: [forumId] }
}

/** The venue of a forum that the asker may see, with the forum's title. */
export async function findForumVenueFor(
  tx: Tx,
  _actor: Actor,
  forumId: string,
): Promise<{ venue: Venue; title: string } | undefined> {
  const { text, values } = forumVenueStatement(forumId)
  const row = await tx.row<VenueRow & { title: string }>(text, values)
  return row && { venue: venueOf(row), title: row.title }
}

/** What the asker may see has changed within this transaction. */
async function seeAnew(tx: Tx): Promise<void> {
  await tx.rows('select find_visible_venues()')
}

/** `hostId` null: nobody looks after it, and only owners see it until it is shown. */
export type NewVenue = { id: string; kind: 'jam' | 'ledger'; hubId: string; hostId: string | null }

/** Makes a venue that only its first host sees and that accepts nothing. */
export async function insertVenue(tx: Tx, venue: NewVenue): Promise<void> {
  await tx.rows('insert into venue (id, kind, hub_id, created_at) values ($1, $2, $3, $4)', [
    venue.id,
    venue.kind,
    venue.hubId,
    tx.now,
  ])
  await tx.rows('insert into venue_hub (venue_id, hub_id) values ($1, $2)', [venue.id, venue.hubId])
  if (venue.hostId)
    await tx.rows('insert into venue_host (venue_id, person_id) values ($1, $2)', [venue.id, venue.hostId])
  await tx.rows('insert into venue_count (venue_id) values ($1)', [venue.id])
  await seeAnew(tx)
}

export type VenueChange = {
  id: string
  visible?: boolean
  accepts?: Venue['accepts']
  acceptsUntil?: Date | null
  guests?: boolean
  lobby?: 'members' | 'link' | 'public'
}

/** Changes what is given, and what the asker sees within this transaction. */
export async function updateVenue(tx: Tx, change: VenueChange): Promise<void> {
  await tx.rows(
    `update venue set visible = coalesce($2, visible), accepts = coalesce($3, accepts),
       accepts_until = case when $4 then $5 else accepts_until end,
       guests = coalesce($6, guests), lobby = coalesce($7, lobby) where id = $1`,
    [
      change.id,
      change.visible ?? null,
      change.accepts ?? null,
      change.acceptsUntil !== undefined,
      change.acceptsUntil ?? null,
      change.guests ?? null,
      change.lobby ?? null,
    ],
  )
  await seeAnew(tx)
}

export async function replaceVenueHubs(tx: Tx, venueId: string, hubs: readonly string[]): Promise<void> {
  await tx.rows('delete from venue_hub where venue_id = $1 and not hub_id = any ($2)', [venueId, hubs])
  await tx.rows(
    'insert into venue_hub (venue_id, hub_id) select $1, id from hub where id = any ($2) on conflict do nothing',
    [venueId, hubs],
  )
  await seeAnew(tx)
}

export async function replaceVenueHosts(tx: Tx, venueId: string, people: readonly string[]): Promise<void> {
  await tx.rows(
    'insert into venue_host (venue_id, person_id) select $1, id from person where id = any ($2) on conflict do nothing',
    [venueId, people],
  )
  await tx.rows('delete from venue_host where venue_id = $1 and not person_id = any ($2)', [venueId, people])
  await seeAnew(tx)
}

/** Removes a venue that never opened, with everything in it. False when it is open, gone or not the asker's. */
export async function deleteVenue(tx: Tx, venueId: string): Promise<boolean> {
  return Boolean(await tx.row('delete from venue where id = $1 and not visible returning 1', [venueId]))
}

/** How many people, hubs, contributions and votes each venue has; one without a row is absent. Read, never counted. Who
 *  may see the venues has been decided by the caller. */
export async function findVenueCounts(tx: Tx, venueIds: readonly string[]): Promise<Map<string, VenueCounts>> {
  const rows = await tx.rows<VenueCounts & { venue_id: string }>(
    `select venue_id, people, writers, guests, hubs, contributions, replies, votes from venue_count
      where venue_id = any ($1)`,
    [venueIds],
  )
  return new Map(rows.map(({ venue_id, ...counts }) => [venue_id, counts]))
}

export type ForumRow = Omit<ForumView, 'may'>

/** The forums of a venue in their order, with their hosts and counts. */
export async function findForums(tx: Tx, venueId: string): Promise<ForumRow[]> {
  const rows = await tx.rows<{ forum: ForumRow }>(
    `select json_build_object('id', f.id, 'venueId', f.venue_id, 'title', f.title, 'question', f.question,
       'position', f.position, 'contributions', coalesce(n.contributions, 0), 'replies', coalesce(n.replies, 0),
       'lastAt', iso(n.last_at), 'hosts', coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name,
         'hub', h.name, 'guest', p.guest) order by p.name, p.id)
         from forum_host fh join person p on p.id = fh.person_id left join hub h on h.id = p.home_hub_id
         where fh.forum_id = f.id), '[]')) as forum
      from forum as f left join forum_count as n on n.forum_id = f.id
     where f.venue_id = $1 and f.venue_id = any ((select seen_venues())::uuid[])  -- index forum_venue
     order by f.position, f.id limit 100`,
    [venueId],
  )
  return rows.map((row) => row.forum)
}

export type ForumChange = { id: string; title: string; question: string; hosts: readonly string[] }

/** Puts a forum after the others of its venue. Hosts who do not exist are left out. The caller has decided that the
 *  actor may. */
export async function insertForum(tx: Tx, forum: ForumChange & { venueId: string }): Promise<void> {
  await tx.rows(
    `insert into forum (id, venue_id, title, question, position, created_at)
     select $1, $2, $3, $4, coalesce(max(position) + 1, 0), $5 from forum where venue_id = $2`,
    [forum.id, forum.venueId, forum.title, forum.question, tx.now],
  )
  await tx.rows('insert into forum_count (forum_id) values ($1)', [forum.id])
  await replaceForumHosts(tx, forum.id, forum.hosts)
}

/** Gives a forum its title, question and exactly these hosts. A forum that is not there stays absent. */
export async function updateForum(tx: Tx, forum: ForumChange): Promise<void> {
  await tx.rows('update forum set title = $2, question = $3 where id = $1', [forum.id, forum.title, forum.question])
  await replaceForumHosts(tx, forum.id, forum.hosts)
}

async function replaceForumHosts(tx: Tx, forumId: string, people: readonly string[]): Promise<void> {
  await tx.rows('delete from forum_host where forum_id = $1 and not person_id = any ($2)', [forumId, people])
  await tx.rows(
    'insert into forum_host (forum_id, person_id) select $1, id from person where id = any ($2) on conflict do nothing',
    [forumId, people],
  )
}

/** True when it was removed; false when somebody has written in it. */
export async function deleteForum(tx: Tx, forumId: string): Promise<boolean> {
  const used = await tx.row('select 1 from contribution where forum_id = $1 limit 1', [forumId])
  if (used) return false
  await tx.rows('delete from forum_host where forum_id = $1', [forumId])
  await tx.rows('delete from forum_count where forum_id = $1', [forumId])
  await tx.rows('delete from forum where id = $1', [forumId])
  return true
}

/** Puts the forums of a venue into this order; ids of other venues are passed over. */
export async function saveForumOrder(tx: Tx, venueId: string, forums: readonly string[]): Promise<void> {
  await tx.rows(
    `update forum set position = o.position - 1 from unnest($2::uuid[]) with ordinality as o (id, position)
      where forum.id = o.id and forum.venue_id = $1`,
    [venueId, forums],
  )
}
