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

/** Which of these ids are taken: what an import makes must be new. */
export async function findTaken(
  tx: Tx,
  what: 'venue' | 'forum' | 'contribution' | 'idea' | 'meeting' | 'theme' | 'poll' | 'report_edition',
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(`select id from ${what} where id = any ($1)`, [ids]) // primary key
  return new Set(rows.map((row) => row.id))
}

export async function findHubPaths(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.rows<{ id: string; path: string[] }>('select id, path from hub where id = any ($1)', [ids])
  return new Map(rows.map((row) => [row.id, row.path]))
}

/** The core, or undefined in an installation without any hub. */
export async function findCore(tx: Tx): Promise<{ id: string; path: string[] } | undefined> {
  return tx.row('select id, path from hub where parent_id is null') // index hub_one_root
}

export type PlacedHub = Pick<HubLine, 'id' | 'name' | 'locales' | 'timeZone'> & {
  parentId: string | null
  path: string[]
}

/** False when a hub beside it has the name. */
export async function insertHubWithId(tx: Tx, hub: PlacedHub): Promise<boolean> {
  const row = await tx.row(
    `insert into hub (id, parent_id, name, locales, time_zone, path, created_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (parent_id, lower(name)) do nothing returning 1`, // index hub_name_among_siblings
    [hub.id, hub.parentId, hub.name, hub.locales, hub.timeZone, hub.path, tx.now],
  )
  return row !== undefined
}

/** People who are here already stay as they are. The others speak the language of their hub, as far as we know, and are
 *  counted there as people of imported jams. */
export async function insertPeople(tx: Tx, people: readonly PersonLine[]): Promise<void> {
  await tx.rows(
    `with added as (insert into person (id, name, locale, time_zone, home_hub_id, guest, created_at)
     select r.id, r.name, coalesce(h.locales[1], o.locale, 'en'), coalesce(h.time_zone, o.time_zone, 'UTC'), r.hub,
       r.guest, $2
       from json_to_recordset($1) as r (id uuid, name text, hub uuid, guest boolean)
       left join hub as h on h.id = r.hub
       left join (select locale, time_zone from organisation limit 1) as o on true
     on conflict (id) do nothing returning home_hub_id)
     insert into hub_step (hub_id, people, guests, imported)
     select home_hub_id, 0, 0, count(*) from added where home_hub_id is not null group by home_hub_id`,
    [JSON.stringify(people), tx.now],
  )
}

/** The jam in preparation, with its venue, audience, hosts and course; the phase machine sets phase and dates after it. */
export async function insertWholeJam(tx: Tx, jam: JamLine): Promise<void> {
  const { id, promise } = jam
  await tx.rows(`insert into venue (id, kind, hub_id, guests, lobby, created_at) values ($1, 'jam', $2, $3, $4, $5)`, [
    id,
    jam.hub,
    jam.audience.guests,
    jam.lobby,
    tx.now,
  ])
  await tx.rows('insert into venue_hub (venue_id, hub_id) select $1, unnest($2::uuid[])', [id, jam.audience.hubs])
  await tx.rows('insert into venue_host (venue_id, person_id) select $1, unnest($2::uuid[])', [id, jam.hosts])
  await tx.rows(
    `insert into jam (id, title, question, promise_decides, promise_by, promise_text, phase, created_at)
     values ($1, $2, $3, $4, $5, $6, 'prepare', $7)`,
    [id, jam.title, jam.question, promise?.decides, promise?.by, promise?.text, tx.now],
  )
}

export async function insertChanges(
  tx: Tx,
  jamId: string,
  changes: readonly (JamLine['changes'][number] & { id: string })[],
): Promise<void> {
  await tx.rows(
    `insert into jam_change (id, jam_id, at, kind, phase, until, reason, by_person)
     select r.id, $2, r.at, r.kind, r.phase, r.until, r.reason, r.by
       from json_to_recordset($1) as r (id uuid, at timestamptz, kind text, phase text, until timestamptz, reason text, by uuid)`,
    [JSON.stringify(changes), jamId],
  )
}

export async function insertForums(tx: Tx, jamId: string, forums: readonly ForumLine[]): Promise<void> {
  await tx.rows(
    `insert into forum (id, venue_id, title, question, position, created_at)
     select r.id, $2, r.title, r.question, r.position, $3
       from json_to_recordset($1) as r (id uuid, title text, question text, position integer)`,
    [JSON.stringify(forums), jamId, tx.now],
  )
  const hosts = forums.flatMap((forum) => forum.hosts.map((host) => ({ forum: forum.id, host })))
  await tx.rows(
    'insert into forum_host (forum_id, person_id) select r.forum, r.host from json_to_recordset($1) as r (forum uuid, host uuid)',
    [JSON.stringify(hosts)],
  )
}

/** A line with its place in the thread and what is made of its words. */
export type NewContributionRow = ContributionLine & { thread: string; path: string; depth: number; html: string }

export async function insertContributions(tx: Tx, jamId: string, rows: readonly NewContributionRow[]): Promise<void> {
  await tx.rows(
    `insert into contribution (id, venue_id, forum_id, thread_id, parent_id, number, path, depth, kind, author_id, title,
       body, html, language, seed, posted_at, version, edited_at, retracted_at)
     select r.id, $2, r.forum, r.thread, r.parent, r.number, r.path, r.depth, r.kind, r.author, r.title, r.body, r.html,
       r.language, r.seed, r."postedAt", r.version, r."editedAt", r."retractedAt"
       from json_to_recordset($1) as r (id uuid, forum uuid, thread uuid, parent uuid, number integer, path text,
         depth integer, kind text, author uuid, title text, body text, html text, language text, seed boolean,
         "postedAt" timestamptz, version integer, "editedAt" timestamptz, "retractedAt" timestamptz)`,
    [JSON.stringify(rows), jamId],
  )
}

export async function insertVersions(tx: Tx, versions: readonly (VersionLine & { html: string })[]): Promise<void> {
  await tx.rows(
    `insert into contribution_version (contribution_id, version, title, body, html, at)
     select r.contribution, r.version, r.title, r.body, r.html, r.at from json_to_recordset($1)
       as r (contribution uuid, version integer, title text, body text, html text, at timestamptz)`,
    [JSON.stringify(versions)],
  )
}

export async function insertVotes(tx: Tx, jamId: string, votes: readonly VoteLine[]): Promise<void> {
  await tx.rows(
    `insert into vote (contribution_id, person_id, venue_id, value, at)
     select r.contribution, r.person, $2, r.value, r.at
       from json_to_recordset($1) as r (contribution uuid, person uuid, value text, at timestamptz)`,
    [JSON.stringify(votes), jamId],
  )
}

/** Editions of the report, still without what they say; their files are made afterwards, from what was imported. */
export async function insertEditions(tx: Tx, jamId: string, editions: readonly EditionLine[]): Promise<void> {
  await tx.rows(
    `insert into report_edition (id, jam_id, number, kind, made_at, model)
     select r.id, $2, r.number, r.kind, r."madeAt", '' from json_to_recordset($1)
       as r (id uuid, number integer, kind text, "madeAt" timestamptz)`,
    [JSON.stringify(editions), jamId],
  )
}

/** The pieces of editions, in their order. */
export async function appendPieces(tx: Tx, pieces: readonly PieceLine[]): Promise<void> {
  await tx.rows(
    `update report_edition as e set model = e.model || p.text from (
       select r.edition, string_agg(r.text, '' order by r.number) as text from json_to_recordset($1)
         as r (edition uuid, number integer, text text) group by r.edition) as p where e.id = p.edition`,
    [JSON.stringify(pieces)],
  )
}

/** Counts votes and replies of every contribution from their rows, as the writing of each would have counted them. */
export async function countContributions(tx: Tx, jamId: string): Promise<void> {
  await tx.rows(
    `update contribution as c set agree = n.agree, disagree = n.disagree, pass = n.pass
       from (select contribution_id, count(*) filter (where value = 'agree') as agree,
               count(*) filter (where value = 'disagree') as disagree, count(*) filter (where value = 'pass') as pass
               from vote where venue_id = $1 group by contribution_id) as n
      where c.id = n.contribution_id`, // index vote_venue
    [jamId],
  )
  await tx.rows(
    `update contribution as c set replies = n.replies, last_reply_at = n.last_at
       from (select r.above, count(*) as replies, max(r.posted_at) as last_at
               from (select thread_id as above, posted_at from contribution where venue_id = $1 and parent_id is not null
                 union all select parent_id, posted_at from contribution
                   where venue_id = $1 and parent_id is not null and parent_id <> thread_id) as r
              group by r.above) as n
      where c.id = n.above`,
    [jamId],
  )
}

/** Tells the planner what is in the tables now. */
export async function analyzeConversation(tx: Tx): Promise<void> {
  await tx.rows('select analyze_conversation()')
}

/** What the machine found in the jam before; whatever it did not find waits to be looked at. */
export async function insertNear(tx: Tx, jamId: string, lines: readonly NearLine[]): Promise<void> {
  await tx.rows(
    `insert into fold_text (contribution_id, venue_id, origin_id, waiting)
     select r.contribution, $2, r.origin, false from json_to_recordset($1) as r (contribution uuid, origin uuid)`,
    [JSON.stringify(lines), jamId],
  )
}

export async function insertFoldActs(tx: Tx, jamId: string, lines: readonly FoldActLine[]): Promise<void> {
  await tx.rows(
    `insert into fold_act (id, venue_id, kind, ids, by_person, at, undone_at, undone_by)
     select r.id, $2, r.kind, array(select json_array_elements_text(r.contributions)::uuid), r."by", r.at, r."undoneAt", r."undoneBy"
       from json_to_recordset($1) as r (id uuid, kind text, contributions json, "by" uuid, at timestamptz,
         "undoneAt" timestamptz, "undoneBy" uuid)`,
    [JSON.stringify(lines), jamId],
  )
}
