import fs from 'node:fs'
import { createRequire } from 'node:module'
import pg from 'pg'
import { makeRoles, refuseStrongRoles, UnusableDatabase } from './database-roles.ts'
import { explainConnection } from './explain-connection.ts'

const folder = new URL('../../db/migrations/', import.meta.url)

/** Any number; it means "a migration runs in this database". */
const LOCK = 7_260_114

type Installed = { version: string }

/** The queue's tables come with its package: their migration is recorded under the package's version. */
function queueMigration(): string {
  const require = createRequire(import.meta.url)
  const file = new URL('../package.json', `file://${require.resolve('graphile-worker')}`)
  const { version } = JSON.parse(fs.readFileSync(file, 'utf8')) as Installed
  return `graphile-worker ${version}`
}

/** The names of all migration files, in their order. */
export function listMigrations(): string[] {
  return fs
    .readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
}

async function readApplied(client: pg.Client): Promise<Set<string>> {
  await client.query(
    'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
  )
  const result = await client.query<{ name: string }>('select name from migration')
  return new Set(result.rows.map((row) => row.name))
}

/** Older code on newer tables would lose what it does not know. */
function refuseNewerDatabase(applied: ReadonlySet<string>): void {
  const known = new Set(listMigrations())
  const unknown = [...applied].find((name) => name.endsWith('.sql') && !known.has(name))
  if (unknown === undefined) return
  throw new UnusableDatabase(
    `A newer Dandelion has used this database (${unknown}): start that version or a later one.`,
  )
}

async function applyFile(client: pg.Client, file: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local role dandelion_migrate')
    await client.query(fs.readFileSync(new URL(file, folder), 'utf8'))
    // A file may end in another role; the list belongs to the migration's.
    await client.query('set local role dandelion_migrate')
    await client.query('insert into migration (name) values ($1)', [file])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${file} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function applyAll(client: pg.Client, connection: pg.ClientConfig): Promise<string[]> {
  await makeRoles(client)
  await client.query('set role dandelion_migrate')
  const applied = await readApplied(client)
  refuseNewerDatabase(applied)
  const news: string[] = []
  const queue = queueMigration()
  if (!applied.has(queue)) {
    // Loaded only when needed: it takes longer than all the rest of a start with nothing to do.
    const { installQueue } = await import('./install-queue.ts')
    await installQueue(connection)
    await client.query('insert into migration (name) values ($1)', [queue])
    news.push(queue)
  }
  for (const file of listMigrations().filter((name) => !applied.has(name))) {
    await applyFile(client, file)
    news.push(file)
  }
  return news
}

/** Brings a database up to date: refuses a login that row-level security does not bind, makes the roles, then applies
 *  the queue's tables and each file of db/migrations that is missing, in order, each in its own transaction as
 *  dandelion_migrate. Processes that migrate at once wait for each other. Answers the names of what was applied; what
 *  was applied before a failing file stays. Throws UnusableDatabase or an Error with a sentence. */
export async function migrate(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client({
    connectionTimeoutMillis: 5000,
    ...connection,
    application_name: 'dandelion migration',
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new UnusableDatabase(explainConnection(connection, error))
  }
  try {
    await refuseStrongRoles(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await applyAll(client, connection)
  } finally {
    await client.end()
  }
}
