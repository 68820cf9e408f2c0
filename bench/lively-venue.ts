import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { enlarge, type RealText, readBarcelona, readTitles, shuffle } from './real-texts.ts'
import type { BenchWorld } from './world.ts'

/** A venue that people write in, written as superuser; the asker of the benchmark is its host. */
export type LivelyVenue = { readonly venueId: string; readonly forumId: string }

const AT_ONCE = 5_000
const TITLE = 80

/** Real texts mixed, or undefined where this machine has none. */
export function mixedTexts(count: number): RealText[] | undefined {
  const [titles, barcelona] = [readTitles(), readBarcelona()]
  return titles && barcelona && enlarge(shuffle([...titles, ...barcelona], 1), count).slice(0, count)
}

/** Opens a venue and fills it with contributions by people in turns, in one transaction, so that it is there at once;
 *  then each is voted on by `votes` people. */
export async function openLivelyVenue(
  world: BenchWorld,
  { texts, votes }: { texts: readonly RealText[]; votes: number },
): Promise<LivelyVenue> {
  const client = new pg.Client(world.connection)
  await client.connect()
  const [venueId, forumId] = [randomUUID(), randomUUID()]
  const { rows } = await client.query(
    'select array(select id from person order by id) as ids, min(id::text) as hub from hub',
  )
  const { ids: people, hub } = rows[0] as { ids: string[]; hub: string }
  await client.query('begin')
  await client.query(
    `with v as (insert into venue (id, kind, hub_id, visible, accepts, created_at)
         values ($1, 'jam', $3, true, 'everything', now()) returning id),
       h as (insert into venue_hub select id, $3 from v), w as (insert into venue_host (venue_id, person_id) select id, $4 from v),
       n as (insert into venue_count (venue_id) select id from v), f as (insert into forum select $2, id, 'Forum', '', 0, now() from v)
     select`,
    [venueId, forumId, hub, world.personId],
  )
  await client.query('insert into forum_count (forum_id) values ($1)', [forumId])
  for (let at = 0; at < texts.length; at += AT_ONCE) {
    await addTexts(client, { venueId, forumId, people, at, texts: texts.slice(at, at + AT_ONCE) })
  }
  if (votes > 0) await addVotes(client, { venueId, people, votes })
  await client.query('commit')
  await client.query('analyze contribution, vote')
  await client.end()
  return { venueId, forumId }
}

type Adding = LivelyVenue & { people: readonly string[]; at: number; texts: readonly RealText[] }

function addTexts(client: pg.Client, { venueId, forumId, people, at, texts }: Adding) {
  return client.query(
    `insert into contribution (id, venue_id, forum_id, thread_id, number, path, depth, kind, author_id, title, body, html,
       language, posted_at)
     select id, $1, $2, id, 0, '', 0, 'contribution', ($3::uuid[])[1 + (n + $4) % cardinality($3::uuid[])], title, body, '',
       language, now() - interval '2 days' + (n + $4) * interval '1 second'
       from (select gen_random_uuid() as id, * from unnest($5::text[], $6::text[], $7::text[]) with ordinality
         as t (title, body, language, n)) as t`,
    [
      ...[venueId, forumId, people, at],
      texts.map(({ text }) => text.slice(0, TITLE)),
      texts.map(({ text }) => text.slice(TITLE, 10_000)),
      // Catalan and Spanish are one here: the larger language takes the longer time.
      texts.map(({ author, label }) => (author || label === 'none' ? 'ca' : 'en')),
    ],
  )
}

function addVotes(client: pg.Client, { venueId, people, votes }: { venueId: string; people: string[]; votes: number }) {
  return client.query(
    `insert into vote (contribution_id, person_id, venue_id, value, at)
     select c.id, ($2::uuid[])[1 + (c.n * 7 + v * 131) % cardinality($2::uuid[])], $1,
       case when (c.n + v) % 4 = 0 then 'disagree' else 'agree' end, now()
       from (select id, row_number() over () as n from contribution where venue_id = $1) as c
         cross join generate_series(1, $3) as v on conflict do nothing`,
    [venueId, people, votes],
  )
}
