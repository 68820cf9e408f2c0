import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashToken } from '../src/platform/index.ts'

/** The rows that the benchmarks read: written as superuser, because making them is not what is measured. */
export type BenchWorld = {
  readonly venueId: string
  readonly forumId: string
  readonly threadId: string
  readonly personId: string
  readonly cookies: readonly string[]
  readonly connection: pg.ClientConfig
}

export const REPLIES = 300

/** About 100 words, the mean of published jams. */
const BODY = Array.from(
  { length: 5 },
  (_, n) =>
    `Sentence ${n}: we lost a weekend because the only person who may approve a public answer was on leave, and any two of three would do.`,
).join(' ')

async function inTurn(client: pg.Client, statements: readonly (readonly [string, unknown[]])[]): Promise<void> {
  for (const [text, values] of statements) await client.query(text, values)
}

/** Makes an organisation with `people` people who are signed in, one open venue and one thread of 300 replies. */
export async function makeWorld(admin: pg.ClientConfig, people: number): Promise<BenchWorld> {
  const client = new pg.Client(admin)
  await client.connect()
  const [hub, venueId, forumId, threadId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const tokens = Array.from({ length: people }, () => randomBytes(32).toString('base64url'))
  const ids = tokens.map(() => randomUUID())
  const hashes = tokens.map((token) => hashToken(token))
  await inTurn(client, [
    [`insert into organisation values ($1, 'Bench', 'en', 'UTC', now())`, [randomUUID()]],
    [`insert into hub values ($1, null, 'Bench', '{en}', 'UTC', array[$1::uuid], now())`, [hub]],
    [
      `insert into person (id, name, locale, time_zone, home_hub_id, created_at)
       select id, 'Person ' || n, 'en', 'UTC', $2, now() from unnest($1::uuid[]) with ordinality as t (id, n)`,
      [ids, hub],
    ],
    [`insert into membership select id, $2, 'member', now() from unnest($1::uuid[]) as t (id)`, [ids, hub]],
    [
      `insert into session (id, token_hash, person_id, agent, created_at, seen_at, expires_at)
       select gen_random_uuid(), hash, id, '', now(), now(), now() + interval '1 day'
       from unnest($1::uuid[], $2::bytea[]) as t (id, hash)`,
      [ids, hashes],
    ],
    [
      `insert into venue (id, kind, hub_id, visible, accepts, created_at) values ($1, 'jam', $2, true, 'everything', now())`,
      [venueId, hub],
    ],
    ['insert into venue_hub values ($1, $2)', [venueId, hub]],
    ['insert into venue_count (venue_id) values ($1)', [venueId]],
    [`insert into forum values ($1, $2, 'Forum', '', 0, now())`, [forumId, venueId]],
    ['insert into forum_count (forum_id) values ($1)', [forumId]],
  ])
  await addContributions(client, { venueId, forumId, count: 1, authors: ids, ids: [threadId] })
  await client.query(
    `insert into contribution (id, venue_id, forum_id, thread_id, parent_id, number, path, depth, kind, author_id, body,
       html, language, posted_at)
     select gen_random_uuid(), $1, $2, $3, $3, n, lpad(n::text, 6, '0'), 1, 'plain', ($4::uuid[])[1 + n % $5], $6,
       '<p>' || $6 || '</p>', 'en', now() - interval '1 hour' + n * interval '1 second' from generate_series(1, $7) as n`,
    [venueId, forumId, threadId, ids, people, BODY, REPLIES],
  )
  await client.query('update contribution set replies = $2 where id = $1', [threadId, REPLIES])
  await client.query('analyze')
  await client.end()
  return {
    venueId,
    forumId,
    threadId,
    personId: ids[0] ?? '',
    cookies: tokens.map((token) => `dandelion=${token}`),
    connection: admin,
  }
}

type Contributions = {
  venueId: string
  forumId: string
  count: number
  authors: readonly string[]
  ids?: readonly string[]
}

async function addContributions(client: pg.Client, { venueId, forumId, count, authors, ids }: Contributions) {
  await client.query(
    `insert into contribution (id, venue_id, forum_id, thread_id, number, path, depth, kind, author_id, title, body, html,
       language, posted_at)
     select id, $1, $2, id, 0, '', 0, 'contribution', ($4::uuid[])[1 + n % $5], 'Contribution ' || n || ' of the benchmark', $6,
       '<p>' || $6 || '</p>', 'en', now() - interval '3 days' + n * interval '1 second'
       from (select n, coalesce(($7::uuid[])[n], gen_random_uuid()) as id from generate_series(1, $3) as n) as t`,
    [venueId, forumId, count, authors, authors.length, BODY, ids ?? []],
  )
}

/** Fills the venue up to a number of contributions. */
export async function fillVenue(world: BenchWorld, upTo: number): Promise<void> {
  const client = new pg.Client(world.connection)
  await client.connect()
  const { rows } = await client.query(
    'select count(*)::int as n from contribution where venue_id = $1 and parent_id is null',
    [world.venueId],
  )
  const people = await client.query('select array(select id from person) as ids')
  const count = upTo - Number(rows[0]?.n)
  if (count > 0) await addContributions(client, { ...world, count, authors: people.rows[0]?.ids as string[] })
  await client.query('vacuum analyze contribution')
  await client.end()
}
