import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../src/platform/database.ts'
import type { TestServer } from './global-setup.ts'

/** A database of one test (or one file) alone, with every migration applied and no rows but those. */
export type FreshDatabase = {
  /** As the product's own login: hand it to `openServer`, `startJobs` ... */
  readonly connection: pg.ClientConfig
  /** As superuser, past row-level security: to look behind the product's back, never to run it. */
  readonly superuser: pg.ClientConfig
  /** A connection as superuser that is there already. */
  readonly root: pg.Client
  /** In place of `openDatabase` where it does not matter that connections are new. Closing waits for what is under way. */
  readonly open: typeof openDatabase
  /** Gives it up, even while other connections to it are open. */
  drop(): Promise<void>
}

/** A pool of connections that outlives whoever opened it. */
type Pool = { readonly of: string; readonly database: Database; taken: boolean }
/** A database with its pools, and whoever empties it. */
type Kept = { readonly name: string; readonly root: pg.Client; readonly pools: Pool[] }

/** Databases that nobody has. A new one costs more than most tests do with it, and a connection that knows nothing yet as
 *  much as forty statements: whoever asks next in this worker is given an earlier one, emptied, with its connections. */
const free: Kept[] = []

/** Tables of more bytes take longer to empty than a database to make. */
const BYTES_MAX = 4_000_000
const KEPT = 'kept by tests: '

const OF_OURS = `relkind = 'r' and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`

// Triggers would do their work for each row that goes.
const EMPTY = `do $$ declare a_table regclass; begin
  set local session_replication_role = replica;
  for a_table in select oid from pg_class
    where ${OF_OURS} and relname not in ('migration', 'migrations') and pg_relation_size(oid) > 0
  loop execute format('delete from %s', a_table); end loop;
  insert into event_sequence default values;
end $$`

async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  return client
}

async function asSuperuser(server: TestServer, statements: readonly string[]): Promise<void> {
  const client = await connect({ host: server.host, port: server.port, user: server.superuser, database: 'postgres' })
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Clones the migrated template. */
async function clone(server: TestServer): Promise<Kept> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(server, [
    `create database ${name} template ${server.template} owner ${server.login} strategy file_copy`,
    // A clone takes the tables' rights with it, but not those on the database itself.
    `grant create on database ${name} to dandelion_jobs, dandelion_migrate`,
  ])
  const root = await connect({ host: server.host, port: server.port, user: server.superuser, database: name })
  return { name, root, pools: [] }
}

/** Makes the database again what it was at first. False: somebody has changed more than rows, or too many of them. */
async function empty({ root, pools }: Kept): Promise<boolean> {
  if (pools.some(({ taken }) => taken)) return false
  const others = `datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
  // Whoever had it may have left something begun or set.
  await root.query('rollback')
  await root.query('discard all')
  await root.query(
    `select pg_terminate_backend(pid, 1000) from pg_stat_activity where ${others} and application_name not like '${KEPT}%'`,
  )
  const { rows } = await root.query<{ asMade: boolean }>(
    `select not exists (select from test_house.changed) and max(pg_relation_size(oid)) < ${BYTES_MAX} as "asMade"
     from pg_class where ${OF_OURS}`,
  )
  if (rows[0]?.asMade) await root.query(EMPTY)
  return rows[0]?.asMade ?? false
}

/** A database over a pool: nothing is asked once it is closed, and it is closed when all that was asked is done. */
function lend(pool: Pool): Database {
  pool.taken = true
  let open = true
  const running = new Set<Promise<unknown>>()
  return {
    ...pool.database,
    async transaction(as, work, options) {
      if (!open) throw new Error('this database is closed')
      const result = pool.database.transaction(as, work, options)
      running.add(result)
      return result.finally(() => running.delete(result))
    },
    async close() {
      open = false
      await Promise.allSettled(running)
      pool.database.shiftClock(0)
      pool.taken = false
    },
  }
}

function openKept({ pools }: Kept, ...[connection, options = {}]: Parameters<typeof openDatabase>): Database {
  const of = JSON.stringify([connection, options])
  const waiting = pools.find((pool) => !pool.taken && pool.of === of)
  if (waiting) return lend(waiting)
  const appName = `${KEPT}${options.appName ?? ''}`
  const pool: Pool = { of, database: openDatabase(connection, { ...options, appName }), taken: true }
  pools.push(pool)
  return lend(pool)
}

/** A database of its own for whoever asks. Two tests never share rows, so files may run side by side. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('testServer')
  const kept = free.pop() ?? (await clone(server))
  const place = { host: server.host, port: server.port, database: kept.name }
  return {
    connection: { ...place, user: server.login },
    superuser: { ...place, user: server.superuser },
    root: kept.root,
    open: (connection, options) => openKept(kept, connection, options),
    async drop() {
      if (await empty(kept)) return void free.push(kept)
      await Promise.all(kept.pools.map(({ database }) => database.close()))
      await kept.root.end()
      await asSuperuser(server, [`drop database if exists ${kept.name} with (force)`])
    },
  }
}
