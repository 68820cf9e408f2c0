import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { hashToken, newId, openDatabase, openSecretFile } from '../src/platform/index.ts'
import { countRating, makeBallot } from '../src/rating/count-rating.ts'
import { ballotNames } from '../src/rating/index.ts'
import { type Figure, median, percentile } from './figures.ts'
import { rateFigure } from './measure-reads.ts'
import { type Bench, CLIENTS, RUNS } from './open-bench.ts'
import { startWorker } from './processes.ts'
import type { RatersOrder, RatersResult } from './raters.ts'

const PEOPLE = 10_000
const IDEAS = 1_000
const RATINGS = 300_000
const NEXT_MS = 50
const RESULTS_MS = 2_000

/** A jam of 1,000 ideas that is being rated, and 10,000 people who are signed in: their cookies. */
async function furnish(
  client: pg.Client,
  { venueId, threadId, personId }: Bench['world'],
  people: number,
): Promise<string[]> {
  const tokens = Array.from({ length: people }, () => randomBytes(32).toString('base64url'))
  const ids = tokens.map(() => newId())
  const run = (text: string, values: unknown[]) => client.query(text, values)
  await run(
    `insert into person (id, name, locale, time_zone, home_hub_id, created_at)
       select id, 'Rater', 'en', 'UTC', (select id from hub limit 1), now() from unnest($1::uuid[]) as t (id)`,
    [ids],
  )
  await run(
    `insert into membership select id, (select id from hub limit 1), 'member', now() from unnest($1::uuid[]) as t (id)`,
    [ids],
  )
  await run(
    `insert into session (id, token_hash, person_id, agent, created_at, seen_at, expires_at)
       select gen_random_uuid(), hash, id, '', now(), now(), now() + interval '1 day' from unnest($1::uuid[], $2::bytea[]) as t (id, hash)`,
    [ids, tokens.map((token) => hashToken(token))],
  )
  await run(
    `insert into jam (id, title, question, promise_decides, promise_by, promise_text, phase, opened_at, created_at)
       values ($1, 'Bench', 'What?', 'The board', '2030-01-01', 'Answered', 'rate', now(), now())
     on conflict (id) do update set phase = 'rate', closes_at = null`,
    [venueId],
  )
  await run(
    `with made as (insert into idea (id, venue_id, sentence, language, by_person, made_at)
         select gen_random_uuid(), $1, 'Idea ' || n || ' of the benchmark is one sentence.', 'en', $2, now()
           from generate_series(1, $4::int) as n returning id)
     insert into idea_source (idea_id, contribution_id, venue_id, consent) select id, $3, $1, 'not-needed' from made`,
    [venueId, personId, threadId, IDEAS],
  )
  await run('create table bench_rating (like rating including indexes)', [])
  await run('analyze', [])
  return tokens.map((token) => `dandelion=${token}`)
}

/** 10,000 people rate in turns, and the bare insert of the same row in the same run; then 300,000 ratings are counted. */
export async function measureRating(bench: Bench): Promise<Figure[]> {
  const { world, postgres, dataDir, quick } = bench
  const client = new pg.Client(world.connection)
  await client.connect()
  const database = openDatabase(postgres.connection)
  const raters = await startWorker('./raters.ts', null)
  try {
    const cookies = await furnish(client, world, quick ? PEOPLE / 10 : PEOPLE)
    await database.transaction({ role: 'jobs' }, (tx) => makeBallot(tx, world.venueId))
    const rate = (seconds: number) => {
      const url = `${bench.ours.url}/api/jams/${world.venueId}/ballot`
      const order: RatersOrder = { url, origin: bench.headers.origin ?? '', cookies, clients: CLIENTS, seconds }
      return raters.ask<RatersResult>(order)
    }
    const figures = await measureAccepted(bench, rate)
    return [...figures, await measureResults(bench, { client, database, dataDir })]
  } finally {
    await raters.end()
    await database.close()
    await client.end()
  }
}

async function measureAccepted(bench: Bench, rate: (seconds: number) => Promise<RatersResult>): Promise<Figure[]> {
  const seconds = bench.quick ? 1 : 4
  const bare = () =>
    bench.load({ url: `${bench.bare.url}/rating`, method: 'POST', headers: {}, body: '{}', clients: CLIENTS, seconds })
  const pair: { ours: RatersResult[]; bare: RatersResult[] } = { ours: [], bare: [] }
  // Everybody takes her first ideas before anything is measured.
  await rate(1)
  for (let run = 0; run < (bench.quick ? 1 : RUNS); run++) {
    pair.bare.push(await bare())
    pair.ours.push(await rate(seconds))
  }
  const failed = pair.ours.reduce((sum, result) => sum + result.failed, 0)
  if (failed > 0) throw new Error(`${failed} ratings of the benchmark failed`)
  const p95 = percentile(
    pair.ours.flatMap(({ ms }) => ms),
    95,
  )
  const p50 = median(pair.ours.flatMap(({ ms }) => ms))
  return [
    rateFigure('rating accepted, 10,000 people', pair, 0.4),
    {
      ...{
        name: 'next idea after a rating',
        ours: `p50 ${p50.toFixed(1)} ms`,
        bare: '',
        value: `p95 ${p95.toFixed(1)} ms`,
      },
      ...{ bar: `<= ${NEXT_MS} ms`, met: p95 <= NEXT_MS },
    },
  ]
}

type Counting = {
  readonly client: pg.Client
  readonly database: ReturnType<typeof openDatabase>
  readonly dataDir: string
}

/** Everybody has rated 30 ideas when the rating ends. */
async function measureResults({ world }: Bench, { client, database, dataDir }: Counting): Promise<Figure> {
  const nameBallot = ballotNames(openSecretFile(dataDir, 'ballot-key'))
  const box = await client.query('select salt from ballot_box where jam_id = $1', [world.venueId])
  const people = await client.query('select id from person order by id limit 10000')
  const names = people.rows.map(({ id }) => nameBallot(box.rows[0]?.salt as Buffer, id as string))
  await client.query('delete from rating where jam_id = $1', [world.venueId])
  await client.query(
    `with ideas as materialized (select array_agg(idea_id) as ids from ballot_idea where jam_id = $1)
     insert into rating select $1, b.name, i.ids[1 + ((b.at * 37 + n * 41) % cardinality(i.ids))], 1 + floor(random() * 5)::int,
         1 + floor(random() * 5)::int, random() < 0.5
       from unnest($2::uuid[]) with ordinality as b (name, at) cross join ideas as i
       cross join generate_series(1, ($3::int / cardinality($2::uuid[]))::int) as n on conflict do nothing`,
    [world.venueId, names, RATINGS],
  )
  await client.query('analyze rating')
  const { rows } = await client.query('select count(*)::int as n from rating where jam_id = $1', [world.venueId])
  await client.query(`update jam set phase = 'report' where id = $1`, [world.venueId])
  const began = performance.now()
  await countRating({ database, nameBallot }, world.venueId)
  const ms = performance.now() - began
  return {
    ...{ name: `results of ${IDEAS} ideas and ${rows[0]?.n} ratings`, ours: `${ms.toFixed(0)} ms`, bare: '' },
    ...{ value: `${(ms / 1000).toFixed(2)} s`, bar: `<= ${RESULTS_MS / 1000} s`, met: ms <= RESULTS_MS },
  }
}
