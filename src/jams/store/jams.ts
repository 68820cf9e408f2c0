import type { Author } from '../../identity/contract.ts'
import type { Actor } from '../../kernel/index.ts'
import type { Tx } from '../../platform/index.ts'
import type { JamSummary, Lobby, PromiseCard } from '../contract.ts'
import type { JamClock } from '../rules/phase.ts'

/** A jam with its venue as the asker sees it. */
export type JamRow = {
  id: string
  title: string
  question: string
  phase: JamClock['phase']
  opensAt: Date | null
  rateAt: Date | null
  closesAt: Date | null
  archiveAt: Date | null
  openedAt: Date | null
  closedAt: Date | null
  nextAt: Date | null
  guests: boolean
  hubId: string
  hubName: string
  hubPath: string[]
  hosting: boolean
  counts: JamSummary['counts'] | null
}

/** What the set-up, the phase machine and the page need beside it. */
export type WholeJamRow = JamRow & {
  promise: PromiseCard | null
  lobby: Lobby
  linkSealed: Buffer | null
  hubs: { id: string; name: string }[]
  hosts: Author[]
  forums: number
}

const COLUMNS = `j.id, j.title, j.question, j.phase, j.opens_at as "opensAt", j.rate_at as "rateAt",
  j.closes_at as "closesAt", j.archive_at as "archiveAt", j.opened_at as "openedAt", j.closed_at as "closedAt",
  j.next_at as "nextAt", v.guests, v.hub_id as "hubId", h.name as "hubName", h.path as "hubPath",
  exists (select from venue_host x where x.venue_id = j.id and x.person_id = app_person()) as hosting,
  (select json_build_object('people', n.people, 'writers', n.writers, 'guests', n.guests, 'hubs', n.hubs,
     'contributions', n.contributions, 'replies', n.replies, 'votes', n.votes)
     from venue_count n where n.venue_id = j.id) as counts`

const WHOLE = `${COLUMNS}, v.lobby, j.link_sealed as "linkSealed",
  case when j.promise_decides is null then null else json_build_object('decides', j.promise_decides,
    'by', to_char(j.promise_by, 'YYYY-MM-DD'), 'text', j.promise_text) end as promise,
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name, a.id), '[]')
     from venue_hub x join hub a on a.id = x.hub_id where x.venue_id = j.id) as hubs,
  (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'hub', b.name, 'guest', p.guest)
     order by p.name, p.id), '[]')
     from venue_host x join person p on p.id = x.person_id left join hub b on b.id = p.home_hub_id
    where x.venue_id = j.id) as hosts,
  (select count(*)::int from forum f where f.venue_id = j.id) as forums`

const FROM = 'from jam as j join venue as v on v.id = j.id join hub as h on h.id = v.hub_id'
const SEEN = 'j.id = any ((select seen_venues())::uuid[])'

/** A jam that the asker may see, whole. Row-level security says the same again. */
export async function findJamFor(tx: Tx, _actor: Actor, jamId: string): Promise<WholeJamRow | undefined> {
  return tx.row<WholeJamRow>(`select ${WHOLE} ${FROM} where j.id = $1 and ${SEEN}`, [jamId]) // index jam_pkey
}

/** Holds a jam until the end of the transaction: two hosts, or a host and the clock, move it one after the other. False
 *  when it is gone, or not the asker's to change. */
export async function holdJam(tx: Tx, jamId: string): Promise<boolean> {
  return Boolean(await tx.row('select 1 from jam where id = $1 for update', [jamId]))
}

/** The jam for the operator's own work (role jobs), where there is no asker. */
export async function findJamOfOperator(tx: Tx, jamId: string): Promise<WholeJamRow | undefined> {
  return tx.row<WholeJamRow>(`select ${WHOLE} ${FROM} where j.id = $1`, [jamId])
}

/** The jams that are due, the longest overdue first. */
export async function findDueJams(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const text = 'select id from jam where next_at <= $1 order by next_at limit $2' // index jam_next
  return (await tx.rows<{ id: string }>(text, [now, limit])).map((row) => row.id)
}

export type JamPlace = { rank: number; at: string; id: string }
export type ListedJam = JamRow & { rank: number; at: string }

/** A page of the jams the asker may see, without the copies of rehearsals: running, in preparation, closed; newest first in each. One statement with the
 *  counts. Jams are few (thousands at most): they are sorted as they are, without an index. */
export async function findJamsFor(
  tx: Tx,
  _actor: Actor,
  page: { after: JamPlace | undefined; limit: number },
): Promise<ListedJam[]> {
  const { after, limit } = page
  const past = after ? `where l.rank > $2 or (l.rank = $2 and (l.sort_at, l.id) < ($3::timestamptz, $4::uuid))` : ''
  return tx.rows<ListedJam>(
    `with listed as (
       select j.*, case when j.phase in ('discuss', 'rate') then 0 when j.phase = 'prepare' then 1 else 2 end as rank,
         coalesce(j.closed_at, j.opened_at, j.created_at) as sort_at
         from jam as j where ${SEEN} and not exists (select from venue as r where r.id = j.id and r.rehearsal_id is not null)),
     page as materialized (select l.* from listed as l ${past} order by l.rank, l.sort_at desc, l.id desc limit $1)
     select ${COLUMNS}, j.rank, iso(j.sort_at) as at
       from page as j join venue as v on v.id = j.id join hub as h on h.id = v.hub_id
      order by j.rank, j.sort_at desc, j.id desc`,
    after ? [limit, after.rank, after.at, after.id] : [limit],
  )
}

/** The hubs in which the actor may start a jam: those they host and all below; for an owner every hub. */
export async function findHubsToStartIn(tx: Tx, actor: Actor, limit: number): Promise<string[]> {
  const hosted = Object.entries(actor.roles).flatMap(([hubId, role]) => (role === 'host' ? [hubId] : []))
  if (!actor.owner && hosted.length === 0) return []
  const text = 'select id from hub where $1 or path && $2::uuid[] order by name, id limit $3'
  return (await tx.rows<{ id: string }>(text, [actor.owner, hosted, limit])).map((row) => row.id)
}

export async function findHubPath(tx: Tx, hubId: string): Promise<string[] | undefined> {
  return (await tx.row<{ path: string[] }>('select path from hub where id = $1', [hubId]))?.path
}

/** How many of these hubs exist, and how many of these people could run a jam: members, not guests. */
export async function countExisting(
  tx: Tx,
  ids: { hubs: readonly string[]; people: readonly string[] },
): Promise<{ hubs: number; people: number }> {
  const row = await tx.row<{ hubs: number; people: number }>(
    `select (select count(*)::int from hub where id = any ($1)) as hubs,
       (select count(*)::int from person where id = any ($2) and not guest and not simulated) as people`,
    [ids.hubs, ids.people],
  )
  return row ?? { hubs: 0, people: 0 }
}

export type NewJam = { id: string; title: string; question: string; createdBy: string }

/** The venue must be there. */
export async function insertJam(tx: Tx, jam: NewJam): Promise<void> {
  await tx.rows(
    `insert into jam (id, title, question, phase, created_by, created_at) values ($1, $2, $3, 'prepare', $4, $5)`,
    [jam.id, jam.title, jam.question, jam.createdBy, tx.now],
  )
}

export type JamSettings = {
  id: string
  title: string
  question: string
  promise: PromiseCard | null
  link: { readonly hash: Buffer; readonly sealed: Buffer } | null
}

export async function saveSettings(tx: Tx, jam: JamSettings): Promise<void> {
  const { promise } = jam
  await tx.rows(
    `update jam set title = $2, question = $3, promise_decides = $4, promise_by = $5, promise_text = $6, link_hash = $7,
       link_sealed = $8, link_token = null where id = $1`,
    [
      jam.id,
      jam.title,
      jam.question,
      promise?.decides ?? null,
      promise?.by ?? null,
      promise?.text ?? null,
      jam.link?.hash ?? null,
      jam.link?.sealed ?? null,
    ],
  )
}

/** Writes where the phase machine stands. */
export async function saveClock(tx: Tx, jamId: string, jam: JamClock): Promise<void> {
  const { opensAt, rateAt, closesAt, archiveAt } = jam.plan
  await tx.rows(
    `update jam set phase = $2, opens_at = $3, rate_at = $4, closes_at = $5, archive_at = $6, opened_at = $7,
       closed_at = $8, next_at = $9 where id = $1`,
    [jamId, jam.phase, opensAt, rateAt, closesAt, archiveAt, jam.openedAt, jam.closedAt, jam.nextAt],
  )
}
