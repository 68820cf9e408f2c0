import pg from 'pg'
import type { CatchUpView } from '../src/catch-up/contract.ts'
import { type Figure, percentile } from './figures.ts'
import type { Bench } from './open-bench.ts'

const BAR_MS = 200
const SECONDS = 4

/** Catching up in a jam by somebody who has read up to 10, 50 and 90 % of it: how long it takes, and that what is shown and
 *  what is listed as left out are together everything new. */
export async function measureCatchUpAt(bench: Bench, jamId: string): Promise<Figure[]> {
  const client = new pg.Client(bench.world.connection)
  await client.connect()
  const person = bench.world.personId
  await computed(client, jamId)
  const figures: Figure[] = []
  for (const percent of [10, 50, 90]) {
    await client.query('delete from reading_seen where person_id = $1', [person])
    await client.query(
      `insert into reading_seen (person_id, contribution_id, venue_id, thread_id, seen_at, counts)
         select $1, c.id, c.venue_id, c.thread_id, now() - interval '2 hours', true from contribution as c
          where c.venue_id = $2 and c.author_id is distinct from $1
          order by c.posted_at, c.id offset (select count(*) * $3::int / 100 from contribution where venue_id = $2) limit 1`,
      [person, jamId, percent],
    )
    figures.push(await measureAt(bench, { jamId, percent }))
  }
  await client.end()
  return figures
}

/** Themes were found, and the figures of what is new in each were made since. */
async function computed(client: pg.Client, jamId: string): Promise<void> {
  for (;;) {
    const text = `select 1 from catch_up_state as s where s.venue_id = $1 and s.stale_at is null
      and exists (select from catch_up_theme as t where t.venue_id = s.venue_id)`
    if ((await client.query(text, [jamId])).rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function measureAt(bench: Bench, { jamId, percent }: { jamId: string; percent: number }): Promise<Figure> {
  const url = `${bench.ours.url}/api/catch-up?jamId=${jamId}&minutes=10`
  const { headers } = bench
  const view = (await (await fetch(url, { headers })).json()) as CatchUpView
  const left = view.remainders.reduce((sum, { said }) => sum + said, 0)
  const isWhole = view.of.said > 0 && view.shown.said + left === view.of.said && view.used <= view.words
  const { ms, failed } = await bench.load({ url, method: 'GET', headers, clients: 1, seconds: SECONDS })
  const p95 = percentile(ms, 95)
  const shown = `${view.shown.themes} of ${view.of.themes} themes, ${view.shown.said} of ${view.of.said} new`
  return {
    ...{ name: `catch-up of who read up to ${percent} %, 10 minutes`, ours: shown, bare: '' },
    value: `p95 ${p95.toFixed(0)} ms${isWhole ? '' : ', something is lost'}`,
    bar: `<= ${BAR_MS} ms`,
    met: isWhole && failed === 0 && p95 <= BAR_MS,
  }
}
