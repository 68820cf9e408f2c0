import { JOINS, VIEW } from '../src/conversation/index.ts'
import type { RunningPostgres } from '../src/platform/index.ts'
import type { BareOrder } from './bare.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import type { OursOrder } from './ours.ts'
import { startWorker, type Worker } from './processes.ts'
import { type BenchWorld, makeWorld } from './world.ts'

export const RUNS = 5
export const CLIENTS = 16
const READERS = 2_000

export type Bench = {
  readonly world: BenchWorld
  readonly ours: Worker & { readonly url: string }
  readonly bare: Worker & { readonly url: string }
  readonly postgres: RunningPostgres
  readonly dataDir: string
  readonly quick: boolean
  load(order: LoadOrder): Promise<LoadResult>
  /** Headers of a browser that is signed in. */
  readonly headers: Readonly<Record<string, string>>
  close(): Promise<void>
}

/** The SELECT of the product without its question who may see. */
function bareSelects(world: BenchWorld): BareOrder['selects'] {
  return {
    thread: {
      text: `with page as materialized (select c.* from contribution as c where c.thread_id = $1 and c.number > 0
          order by c.path limit $2)
        select coalesce(json_agg(${VIEW} order by c.path), '[]')::text as items from page as c ${JOINS}`,
      values: [world.threadId, 300],
    },
    recent: {
      text: `with page as materialized (select c.* from contribution as c where c.venue_id = $1 and c.parent_id is null
          order by c.posted_at desc, c.id desc limit $2)
        select coalesce(json_agg(${VIEW} order by c.posted_at desc, c.id desc), '[]')::text as items from page as c ${JOINS}`,
      values: [world.venueId, 100],
    },
  }
}

function bareInsert(world: BenchWorld): BareOrder['insert'] {
  return {
    text: `insert into contribution (id, venue_id, forum_id, thread_id, number, path, depth, kind, author_id, title, body, html,
        language, posted_at)
      select id, $1, $2, id, 0, '', 0, 'contribution', $3, $4, $5, $5, 'en', now()
        from (select gen_random_uuid() as id) as t returning id`,
    values: [world.venueId, world.forumId, world.personId, '$title', '$body'],
  }
}

const BARE_RATING = `insert into bench_rating (jam_id, ballot, idea_id, impact, feasibility, helps)
  values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 3, 4, true) returning idea_id`

/** Starts the product, the bare server and the load, each in a process of its own on one PostgreSQL. */
export async function openBench(given: { postgres: RunningPostgres; dataDir: string; quick: boolean }): Promise<Bench> {
  const { postgres, dataDir, quick } = given
  const admin = { ...postgres.admin, database: postgres.connection.database }
  const world = await makeWorld(admin, READERS)
  const order: OursOrder = { connection: postgres.connection, dataDir, port: 0, jobs: true }
  const bareOrder: BareOrder = {
    connection: admin,
    port: 0,
    selects: bareSelects(world),
    insert: bareInsert(world),
    rating: BARE_RATING,
  }
  const [ours, bare, loader] = await Promise.all([
    startWorker('./ours.ts', order),
    startWorker('./bare.ts', bareOrder),
    startWorker('./load.ts', null),
  ])
  const url = await ours.ask<string>({})
  return {
    world,
    postgres,
    dataDir,
    quick,
    ours: { ...ours, url },
    bare: { ...bare, url: await bare.ask<string>({}) },
    load: (wanted) => loader.ask<LoadResult>(wanted),
    headers: { cookie: world.cookies[0] ?? '', origin: url.replace('127.0.0.1', 'localhost') },
    close: async () => {
      for (const worker of [loader, ours, bare]) await worker.end()
    },
  }
}
