import type { Tx } from '../../platform/index.ts'
import type {
  ContributionLine,
  EditionLine,
  FoldActLine,
  ForumLine,
  HubLine,
  JamLine,
  NearLine,
  PersonLine,
  PieceLine,
  VersionLine,
  VoteLine,
} from '../rules/jam-format.ts'
import { PIECE_MAX } from '../rules/jam-format.ts'
import { ANSWERING } from './answers.ts'

/** As many rows are held at once. */
const AT_ONCE = 500

type Stream = { readonly cursor: string; readonly text: string }

/** The rows of a statement, some at a time, all of one instant: the transaction must be a snapshot. */
async function* streamed<R>(tx: Tx, jamId: string, { cursor, text }: Stream): AsyncGenerator<R> {
  await tx.rows(`declare ${cursor} no scroll cursor for ${text}`, [jamId])
  const next = `fetch ${AT_ONCE} from ${cursor}`
  for (let rows = await tx.rows<R>(next); rows.length > 0; rows = await tx.rows<R>(next)) yield* rows
  await tx.rows(`close ${cursor}`)
}

/** Whoever took their words back is named no more for having let them stand alone. */
const ACT_SHOWN = `not (a.kind = 'alone' and exists (
  select from contribution as g where g.id = a.ids[1] and g.retracted_at is not null))`

/** The people that a jam's words, hosts and course name ($1 the jam). A retracted contribution names nobody. */
const NAMED = `select c.author_id from contribution as c
    where c.venue_id = $1 and c.author_id is not null and c.retracted_at is null
  union select v.person_id from venue_host as v where v.venue_id = $1
  union select f.person_id from forum_host as f join forum as g on g.id = f.forum_id where g.venue_id = $1
  union select unnest(array[a.by_person, a.undone_by]) from fold_act as a where a.venue_id = $1 and ${ACT_SHOWN}
  union select i.by_person from idea as i where i.venue_id = $1 and i.by_person is not null
  union select m.by_person from meeting as m where m.venue_id = $1 and m.by_person is not null
  union select o.by_person from poll as o where o.venue_id = $1 and o.by_person is not null
    and o.ended_by is distinct from 'withdrawn'
  union select j.by_person from jam_change as j where j.jam_id = $1 and j.by_person is not null
  union select a.id from (${ANSWERING}) as a (id) where a.id is not null`

const VOTED = 'select distinct v.person_id from vote as v where v.venue_id = $1'

/** The hubs that a jam, its audience and its people name. */
const HUBS = `select v.hub_id from venue as v where v.id = $1
  union select a.hub_id from venue_hub as a where a.venue_id = $1
  union select p.home_hub_id from person as p where p.home_hub_id is not null and p.id in (${NAMED})`

const CHANGES = `select coalesce(json_agg(json_build_object('at', iso(c.at), 'kind', c.kind, 'phase', c.phase,
    'until', iso(c.until), 'reason', c.reason, 'by', c.by_person) order by c.at, c.id), '[]')
  from jam_change as c where c.jam_id = $1`

/** The jam's own line; undefined when there is no such jam. */
export async function findJamLine(tx: Tx, jamId: string): Promise<JamLine | undefined> {
  const row = await tx.row<{ line: JamLine }>(
    `select json_build_object('type', 'jam', 'format', 1, 'id', j.id, 'title', j.title, 'question', j.question,
       'hub', v.hub_id, 'audience', json_build_object('hubs', array(select a.hub_id from venue_hub as a
         where a.venue_id = $1 order by a.hub_id), 'guests', v.guests), 'lobby', v.lobby,
       'promise', case when j.promise_decides is null then null else json_build_object('decides', j.promise_decides,
         'by', to_char(j.promise_by, 'YYYY-MM-DD'), 'text', j.promise_text) end, 'phase', j.phase,
       'dates', json_build_object('opensAt', iso(j.opens_at), 'rateAt', iso(j.rate_at), 'closesAt', iso(j.closes_at),
         'archiveAt', iso(j.archive_at)), 'openedAt', iso(j.opened_at), 'closedAt', iso(j.closed_at),
       'hosts', array(select h.person_id from venue_host as h where h.venue_id = $1 order by h.person_id),
       'changes', (${CHANGES})) as line
      from jam as j join venue as v on v.id = j.id where j.id = $1`,
    [jamId],
  )
  return row?.line
}

/** The parent is the nearest hub above that is in the file as well: what lies between and above is not the jam's. */
export async function findHubLines(tx: Tx, jamId: string): Promise<HubLine[]> {
  return tx.rows<HubLine>(
    `with own as (select id, name, locales, time_zone, path from hub where id in (${HUBS}))
     select 'hub' as type, o.id, (select u.id from own as u where u.id <> o.id and u.id = any (o.path)
         order by cardinality(u.path) desc limit 1) as parent,
       o.name, o.locales, o.time_zone as "timeZone"
       from own as o order by cardinality(o.path), o.id`,
    [jamId],
  )
}

/** Everybody whom the file names, by id. `voters`: those who only voted too. */
export function streamPeople(tx: Tx, jamId: string, { voters }: { voters: boolean }): AsyncGenerator<PersonLine> {
  const text = `select 'person' as type, p.id, p.name, p.home_hub_id as hub, p.guest from person as p
    where p.id in (${voters ? `${NAMED} union ${VOTED}` : NAMED}) order by p.id`
  return streamed(tx, jamId, { cursor: voters ? 'export_all_people' : 'export_people', text })
}

export async function findVoters(tx: Tx, jamId: string): Promise<string[]> {
  return (await tx.rows<{ person_id: string }>(VOTED, [jamId])).map((row) => row.person_id) // index vote_venue
}

export async function findForumLines(tx: Tx, jamId: string): Promise<ForumLine[]> {
  return tx.rows<ForumLine>(
    `select 'forum' as type, f.id, f.title, f.question, f.position,
       array(select h.person_id from forum_host as h where h.forum_id = f.id order by h.person_id) as hosts
       from forum as f where f.venue_id = $1 order by f.position, f.id`, // index forum_venue
    [jamId],
  )
}

/** Threads in the order in which they began, each in the order of its numbers: parents stand above their answers. */
export function streamContributions(tx: Tx, jamId: string): AsyncGenerator<ContributionLine> {
  const text = `select 'contribution' as type, c.id, c.forum_id as forum, c.parent_id as parent, c.number, c.kind,
      case when c.retracted_at is null then c.author_id end as author, c.title, c.body, c.language,
      iso(c.posted_at) as "postedAt", c.seed, c.version, iso(c.edited_at) as "editedAt",
      iso(c.retracted_at) as "retractedAt"
      from contribution as r join contribution as c on c.thread_id = r.id
     where r.venue_id = $1 and r.parent_id is null
     order by r.posted_at, r.id, c.number` // index contribution_venue_recent, contribution_thread_number
  return streamed(tx, jamId, { cursor: 'export_contributions', text })
}

export function streamVersions(tx: Tx, jamId: string): AsyncGenerator<VersionLine> {
  const text = `select 'version' as type, v.contribution_id as contribution, v.version, v.title, v.body, iso(v.at) as at
      from contribution_version as v join contribution as c on c.id = v.contribution_id
     where c.venue_id = $1 order by v.contribution_id, v.version`
  return streamed(tx, jamId, { cursor: 'export_versions', text })
}

export function streamVotes(tx: Tx, jamId: string): AsyncGenerator<VoteLine> {
  const text = `select 'vote' as type, v.contribution_id as contribution, v.person_id as person, v.value, iso(v.at) as at
      from vote as v where v.venue_id = $1 order by v.contribution_id, v.person_id` // index vote_venue
  return streamed(tx, jamId, { cursor: 'export_votes', text })
}

/** The published editions of its report; the live draft is none. One that was refused is not passed on. */
const PUBLISHED = 'e.jam_id = $1 and e.number > 0 and e.refused is null'

export async function findEditionLines(tx: Tx, jamId: string): Promise<EditionLine[]> {
  return tx.rows<EditionLine>(
    `select 'edition' as type, e.id, e.number, e.kind, iso(e.made_at) as "madeAt",
       ceil(char_length(e.model)::numeric / ${PIECE_MAX})::int as pieces
       from report_edition as e where ${PUBLISHED} order by e.number`,
    [jamId],
  )
}

/** What the editions say, cut into lines. */
export function streamPieces(tx: Tx, jamId: string): AsyncGenerator<PieceLine> {
  const text = `select 'piece' as type, e.id as edition, n as number,
      substr(e.model, (n - 1) * ${PIECE_MAX} + 1, ${PIECE_MAX}) as text
      from report_edition as e
      cross join generate_series(1, ceil(char_length(e.model)::numeric / ${PIECE_MAX})::int) as n
     where ${PUBLISHED} order by e.number, n`
  return streamed(tx, jamId, { cursor: 'export_pieces', text })
}

/** Every jam of the installation, newest first: for the operator who does not know its id. */
export async function listAllJams(tx: Tx, limit: number): Promise<{ id: string; title: string; phase: string }[]> {
  return tx.rows('select id, title, phase from jam order by created_at desc, id desc limit $1', [limit])
}

/** What the machine found, while both have their words. */
export function streamNear(tx: Tx, jamId: string): AsyncGenerator<NearLine> {
  const text = `select 'near-duplicate' as type, f.contribution_id as contribution, f.origin_id as origin
    from fold_text as f join contribution as c on c.id = f.contribution_id
   where f.venue_id = $1 and f.origin_id is not null and not f.waiting and c.retracted_at is null order by f.contribution_id`
  return streamed(tx, jamId, { cursor: 'export_near', text })
}

export function streamActs(tx: Tx, jamId: string): AsyncGenerator<FoldActLine> {
  const text = `select 'fold-act' as type, a.id, a.kind, a.ids as contributions, a.by_person as "by", iso(a.at) as at,
      iso(a.undone_at) as "undoneAt", a.undone_by as "undoneBy"
    from fold_act as a where a.venue_id = $1 and ${ACT_SHOWN} order by a.at, a.id`
  return streamed(tx, jamId, { cursor: 'export_acts', text })
}
