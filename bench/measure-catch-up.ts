import pg from 'pg'
import type { Figure } from './figures.ts'
import { median, percentile } from './figures.ts'
import type { LoadResult } from './load.ts'
import type { Bench } from './open-bench.ts'
import { fillVenue } from './world.ts'

const CONTRIBUTIONS = 30_000
const THEMES = 61
const READ = 200
const BAR_MS = 200
const PEOPLE = 10_000

/** Puts the contributions into themes, gives people their reading histories, and waits for the shared figures. */
async function furnish({ world }: Bench, contributions: number): Promise<void> {
  const client = new pg.Client(world.connection)
  await client.connect()
  const { venueId } = world
  const run = (text: string, values: unknown[] = []) => client.query(text, values)
  await run(
    `insert into person (id, name, locale, time_zone, home_hub_id, created_at)
       select gen_random_uuid(), 'Reader ' || n, 'en', 'UTC', (select id from hub limit 1), now() from generate_series(1, $1::int) as n`,
    [PEOPLE],
  )
  await run(
    `insert into jam (id, title, question, promise_decides, promise_by, promise_text, phase, opened_at, closes_at, created_at)
       values ($1, 'Bench', 'What?', 'The board', '2030-01-01', 'Answered', 'discuss', now() - interval '60 hours',
         now() + interval '12 hours', now()) on conflict do nothing`,
    [venueId],
  )
  await run(`delete from theme where venue_id = $1`, [venueId])
  await run(
    `insert into theme (id, venue_id, language, label, born_at)
       select gen_random_uuid(), $1, 'en', 'Theme ' || n, now() from generate_series(1, $2::int) as n`,
    [venueId, THEMES],
  )
  await run(
    `insert into theme_place (contribution_id, venue_id, theme_id, provisional, by_host)
       select c.id, $1, t.ids[1 + (abs(hashtext(c.id::text)) % $2)], false, true from contribution as c,
         (select array_agg(id order by id) as ids from theme where venue_id = $1) as t
        where c.venue_id = $1 and c.parent_id is null
     on conflict (contribution_id) do update set theme_id = excluded.theme_id, by_host = true, waiting = false`,
    [venueId, THEMES],
  )
  await run(`update contribution set posted_at = now() - (random() * interval '60 hours') where venue_id = $1`, [
    venueId,
  ])
  await run(
    `insert into reading_seen (person_id, contribution_id, venue_id, thread_id, seen_at, counts)
       select p.id, c.id, $1, c.thread_id, c.posted_at + interval '1 minute', true from
         (select s.person_id as id from session as s limit 500) as p
         cross join lateral (select * from contribution where venue_id = $1 and author_id <> p.id
           and posted_at < now() - interval '12 hours' order by md5(id::text || p.id::text) limit $2) as c
     on conflict do nothing`,
    [venueId, READ],
  )
  await run('analyze')
  await run(
    `insert into catch_up_state (venue_id, stale_at) values ($1, now()) on conflict (venue_id) do update set stale_at = now()`,
    [venueId],
  )
  for (;;) {
    const { rows } = await run('select 1 from catch_up_state where venue_id = $1 and stale_at is null', [venueId])
    if (rows.length > 0) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const { rows } = await run('select count(*)::int as n from contribution where venue_id = $1', [venueId])
  if (Number(rows[0]?.n) < contributions) throw new Error('the venue of the benchmark is not full')
  await client.end()
}

/** Catching up in a jam of 30,000 contributions and 10,000 people: one reader at a time, and eight at once; for somebody who
 *  reads every day and for somebody to whom everything is new. */
export async function measureCatchUp(bench: Bench): Promise<Figure[]> {
  const contributions = bench.quick ? CONTRIBUTIONS / 10 : CONTRIBUTIONS
  await fillVenue(bench.world, contributions)
  await furnish(bench, contributions)
  const figures: Figure[] = []
  for (const [who, query] of [
    ['who read until 12 hours ago', ''],
    ['to whom everything is new', '?since=all'],
  ] as const) {
    for (const clients of [1, 8]) {
      const order = { url: `${bench.ours.url}/api/catch-up${query}`, method: 'GET' as const, headers: bench.headers }
      await bench.load({ ...order, clients, seconds: 2 })
      figures.push(
        figureOf(
          `catch-up of one ${who}, ${clients} at once`,
          await bench.load({ ...order, clients, seconds: 6 }),
          clients === 1,
        ),
      )
    }
  }
  return figures
}

function figureOf(name: string, { ms, failed }: LoadResult, hasBar: boolean): Figure {
  if (failed > 0) throw new Error(`${failed} requests of the benchmark failed`)
  const p95 = percentile(ms, 95)
  return {
    name,
    ours: `p50 ${median(ms).toFixed(0)} ms`,
    bare: '',
    value: `p95 ${p95.toFixed(0)} ms`,
    bar: hasBar ? `<= ${BAR_MS} ms` : '',
    met: hasBar ? p95 <= BAR_MS : null,
  }
}
