import http from 'node:http'
import pg from 'pg'
import type { LivelyVenue } from './lively-venue.ts'
import type { Bench } from './open-bench.ts'

const LOOK_MS = 100
const ASK_MS = 200
const PACE = 50
const QUESTION = 'más carriles bici y zonas verdes para los vecinos del barrio'

/** What people meet while a venue is written in: times in milliseconds from the posting, or from the question. */
export type Watched = {
  readonly placed: number[]
  readonly delivered: number[]
  readonly similar: number[]
  /** Questions that were answered with similar contributions. */
  readonly answered: number
  readonly posted: number
  readonly refused: number
  readonly computations: number
}

/** Has 50 contributions a second written for some seconds and watches what becomes of them. With `computing` the venue is
 *  computed again and again meanwhile, without it never. */
export async function watchVenue(
  bench: Bench,
  venue: LivelyVenue,
  { seconds, computing }: { seconds: number; computing: boolean },
): Promise<Watched> {
  const client = new pg.Client(bench.world.connection)
  await client.connect()
  const since = await clockOf(client)
  const before = await revisions(client, venue)
  const frames = listen(bench, venue)
  const asking = askSimilar(bench, venue, seconds)
  const looking = lookForPlaces(client, venue, { since, computing, forMs: seconds * 1000 + 6_000 })
  const load = await bench.load({
    url: `${bench.ours.url}/api/forums/${venue.forumId}/contributions`,
    method: 'POST',
    headers: bench.headers,
    body: JSON.stringify({ title: 'Contribution #', body: '~.' }),
    clients: 16,
    seconds,
    pace: PACE,
  })
  const [placed, similar] = [await looking, await asking]
  const delivered = frames.stop(await postedAt(client, venue, since))
  const computations = (await revisions(client, venue)) - before
  await client.end()
  const posted = load.ms.length - load.failed
  return { placed, delivered, ...similar, posted, refused: load.failed, computations }
}

const clockOf = async (client: pg.Client): Promise<string> =>
  (await client.query('select clock_timestamp()::text as now')).rows[0].now

async function revisions(client: pg.Client, { venueId }: LivelyVenue): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::int as n from event where type = 'themes.changed' and facts->>'venueId' = $1`,
    [venueId],
  )
  return rows[0].n
}

async function postedAt(client: pg.Client, { venueId }: LivelyVenue, since: string): Promise<Map<string, number>> {
  const { rows } = await client.query(
    `select id, extract(epoch from posted_at) * 1000 as at from contribution
      where venue_id = $1 and parent_id is null and posted_at >= $2`,
    [venueId, since],
  )
  return new Map(rows.map(({ id, at }) => [String(id), Number(at)]))
}

type Looking = { readonly since: string; readonly computing: boolean; readonly forMs: number }

/** When each contribution was first seen in its place; one that never was counts with all the time there was. */
async function lookForPlaces(client: pg.Client, { venueId }: LivelyVenue, looking: Looking): Promise<number[]> {
  const delays = new Map<string, number>()
  const endsAt = performance.now() + looking.forMs
  while (performance.now() < endsAt) {
    await client.query(
      looking.computing
        ? `update theme_state set stale_at = now(), computed_at = now() - interval '1 hour' where venue_id = $1`
        : `update theme_state set computed_at = now() + interval '1 hour' where venue_id = $1`,
      [venueId],
    )
    const { rows } = await client.query(
      `select c.id, coalesce(p.waiting, true) as waiting, extract(epoch from clock_timestamp() - c.posted_at) * 1000 as ms
         from contribution as c left join theme_place as p on p.contribution_id = c.id
        where c.venue_id = $1 and c.parent_id is null and c.posted_at >= $2`,
      [venueId, looking.since],
    )
    for (const { id, waiting, ms } of rows) if (waiting || !delays.has(id)) delays.set(id, Number(ms))
    await sleep(LOOK_MS)
  }
  return [...delays.values()]
}

async function askSimilar(bench: Bench, { venueId }: LivelyVenue, seconds: number) {
  const similar: number[] = []
  let answered = 0
  const url = `${bench.ours.url}/api/venues/${venueId}/similar`
  const asked = {
    method: 'POST',
    headers: { ...bench.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ text: QUESTION }),
  }
  const endsAt = performance.now() + seconds * 1000
  while (performance.now() < endsAt) {
    const began = performance.now()
    const response = await fetch(url, asked)
    const body = (await response.json()) as { similar?: unknown[] }
    similar.push(performance.now() - began)
    if ((body.similar?.length ?? 0) > 0) answered++
    await sleep(ASK_MS)
  }
  return { similar, answered }
}

/** One live reader: when each id was first told. */
function listen(bench: Bench, { venueId, forumId }: LivelyVenue) {
  const heardAt = new Map<string, number>()
  const url = `${bench.ours.url}/api/live?topics=venue:${venueId},forum:${forumId}`
  const request = http.get(url, { agent: false, headers: bench.headers }, (response) => {
    response.setEncoding('utf8')
    response.on('data', (text: string) => {
      for (const [id] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
        if (!heardAt.has(id)) heardAt.set(id, Date.now())
      }
    })
    response.on('error', () => {})
  })
  request.on('error', () => {})
  return {
    stop(posted: ReadonlyMap<string, number>): number[] {
      request.destroy()
      return [...posted].flatMap(([id, at]) => (heardAt.has(id) ? [(heardAt.get(id) ?? 0) - at] : []))
    },
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
