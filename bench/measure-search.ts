import pg from 'pg'
import { type Figure, percentile } from './figures.ts'
import type { Bench } from './open-bench.ts'
import { fillVenue } from './world.ts'

const CONTRIBUTIONS = 200_000
const BAR_MS = 200

/** What is looked for in the texts that the benchmark is filled with (bench/world.ts). */
const SEARCHES = [
  ['a word that one holds', { words: '123456' }],
  ['words that all hold', { words: 'weekends approving' }],
  ['words that all hold, the newest', { words: 'weekends approving', order: 'newest' }],
  ['the beginning of a word that all hold', { words: 'app' }],
  ['a phrase that all hold', { words: '"public answer"' }],
  ['words that all hold but one excludes', { words: 'weekend -benchmark' }],
  ['one letter', { words: 'w' }],
] as const

/** Searching 200,000 contributions, one person at a time: for somebody who sees all of them, and for somebody who sees one. */
export async function measureSearch(bench: Bench): Promise<Figure[]> {
  await fillVenue(bench.world, bench.quick ? CONTRIBUTIONS / 10 : CONTRIBUTIONS)
  const figures: Figure[] = []
  for (const [what, body] of SEARCHES) figures.push(await measureOne(bench, what, body))
  await hideAllButOne(bench)
  figures.push(await measureOne(bench, 'words that all hold, to whom one is shown', { words: 'weekends approving' }))
  return figures
}

async function measureOne(bench: Bench, what: string, asked: object): Promise<Figure> {
  const order = {
    url: `${bench.ours.url}/api/search`,
    method: 'POST',
    headers: { ...bench.headers, 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    clients: 1,
  } as const
  await bench.load({ ...order, seconds: 1 })
  const { ms, failed } = await bench.load({ ...order, seconds: bench.quick ? 1 : 4 })
  if (failed > 0) throw new Error(`${failed} searches failed`)
  const p95 = percentile(ms, 95)
  return {
    name: `search: ${what}`,
    ours: `p50 ${percentile(ms, 50).toFixed(0)} ms`,
    bare: '',
    value: `p95 ${p95.toFixed(0)} ms`,
    bar: `<= ${BAR_MS} ms`,
    met: p95 <= BAR_MS,
  }
}

/** A second place with one contribution stays; the first is shown no more. */
async function hideAllButOne({ world }: Bench): Promise<void> {
  const client = new pg.Client(world.connection)
  await client.connect()
  await client.query(`with made as (
      insert into venue (id, kind, hub_id, visible, accepts, created_at)
        select gen_random_uuid(), kind, hub_id, true, accepts, now() from venue where id = '${world.venueId}' returning id, hub_id),
    hubs as (insert into venue_hub select id, hub_id from made),
    forums as (insert into forum select gen_random_uuid(), id, 'Forum', '', 0, now() from made returning id, venue_id)
    insert into contribution (id, venue_id, forum_id, thread_id, number, path, depth, kind, title, body, html, language, posted_at)
      select gen_random_uuid(), venue_id, id, gen_random_uuid(), 0, '', 0, 'contribution', 'Approving weekends', '', '', 'en', now() from forums`)
  await client.query(`update venue set visible = false where id = '${world.venueId}'`)
  await client.end()
}
