import pg from 'pg'
import { ROLES, refuseStrongRoles } from './database-roles.ts'
import { explainConnection } from './explain-connection.ts'
import { listMigrations } from './migrate.ts'

/** What a look at a database tells without changing anything. */
export type DatabaseState = {
  /** Such as "18.4". */
  readonly version: string
  /** Roles that the migration has yet to make. */
  readonly missingRoles: readonly string[]
  readonly pendingMigrations: readonly string[]
  /** Tables that have policies while row-level security is switched off; must be empty. */
  readonly unguarded: readonly string[]
}

async function readPending(client: pg.Client): Promise<string[]> {
  const table = await client.query<{ there: boolean }>("select to_regclass('public.migration') is not null as there")
  if (!table.rows[0]?.there) return listMigrations()
  await client.query('set role dandelion_migrate')
  const applied = await client.query<{ name: string }>('select name from migration')
  await client.query('reset role')
  const names = new Set(applied.rows.map((row) => row.name))
  return listMigrations().filter((file) => !names.has(file))
}

async function readState(client: pg.Client): Promise<DatabaseState> {
  await refuseStrongRoles(client)
  const version = await client.query<{ server_version: string }>('show server_version')
  const roles = await client.query<{ name: string }>('select rolname as name from pg_roles where rolname = any($1)', [
    ROLES,
  ])
  const known = new Set(roles.rows.map((row) => row.name))
  const unguarded = await client.query<{ name: string }>(
    `select distinct c.relname as name from pg_policy as p join pg_class as c on c.oid = p.polrelid
      where not c.relrowsecurity and c.relnamespace = 'public'::regnamespace order by 1`,
  )
  return {
    version: version.rows[0]?.server_version ?? 'unknown',
    missingRoles: ROLES.filter((role) => !known.has(role)),
    pendingMigrations: await readPending(client),
    unguarded: unguarded.rows.map((row) => row.name),
  }
}

/** Looks at a database without changing it. Throws an Error with a sentence when it cannot be reached or its login is
 *  one that row-level security does not bind. */
export async function inspectDatabase(connection: pg.ClientConfig): Promise<DatabaseState> {
  const client = new pg.Client({ connectionTimeoutMillis: 5000, ...connection, application_name: 'dandelion doctor' })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new Error(explainConnection(connection, error))
  }
  try {
    return await readState(client)
  } finally {
    await client.end()
  }
}
