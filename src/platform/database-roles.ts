import pg from 'pg'

/** The roles that transactions take. `migrate` owns the tables, `app` sees what the asker may, `jobs` is the operator. */
export const ROLES = ['dandelion_migrate', 'dandelion_app', 'dandelion_jobs'] as const

const OLDEST_POSTGRES = 150_000
const TRIES = 5

// Somebody else changed the same role at the same instant (23505, 42710, or XX000 "tuple concurrently updated").
const RACES = new Set(['23505', '42710', 'XX000'])

/** A database that cannot be used as it is. The message says what to do. */
export class UnusableDatabase extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'UnusableDatabase'
  }
}

const remedy = 'Make a login for Dandelion alone; this prints the SQL: npx dandelion doctor --sql'

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code)

async function versionOf(client: pg.Client): Promise<number> {
  const result = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version")
  return result.rows[0]?.version ?? 0
}

/** Row-level security does not bind a superuser or a role that bypasses it: such a login, or role, is refused. Also
 *  refuses a PostgreSQL below 15. Throws UnusableDatabase. */
export async function refuseStrongRoles(client: pg.Client): Promise<void> {
  const version = await versionOf(client)
  if (version < OLDEST_POSTGRES) {
    throw new UnusableDatabase(
      `Dandelion needs PostgreSQL 15 or newer; this server is ${Math.floor(version / 10_000)}.`,
    )
  }
  const strong = await client.query<{ name: string; superuser: boolean }>(
    `select rolname as name, rolsuper as superuser from pg_roles
      where (rolname = session_user or rolname = any($1)) and (rolsuper or rolbypassrls) order by rolname limit 1`,
    [ROLES],
  )
  const found = strong.rows[0]
  if (found === undefined) return
  const why = found.superuser ? 'is a superuser' : 'bypasses row-level security'
  throw new UnusableDatabase(
    `The database role "${found.name}" ${why}, so the database would hide nothing from it. ${remedy}`,
  )
}

async function retried(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries >= TRIES || !RACES.has(codeOf(error))) throw error
    }
  }
}

async function makeRole(client: pg.Client, role: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (known.rowCount !== 0) return
  try {
    await client.query(`create role ${role} nologin`)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw new UnusableDatabase(`The database login may not create the role ${role}. ${remedy}`)
  }
}

/** From PostgreSQL 16 on, the maker of a role may hand it out but not take it: that is granted here, without inheriting
 *  its rights. Before 16 a member may always take it. */
async function letTake(client: pg.Client, role: string, version: number): Promise<void> {
  const isNew = version >= 160_000
  const may = await client.query<{ may: boolean }>('select pg_has_role(session_user, $1, $2) as may', [
    role,
    isNew ? 'SET' : 'MEMBER',
  ])
  if (may.rows[0]?.may) return
  try {
    await client.query(`grant ${role} to session_user${isNew ? ' with set true, inherit false' : ''}`)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw new UnusableDatabase(
      `The role ${role} belongs to another installation on this PostgreSQL server. Let its administrator run: grant ${ROLES.join(', ')} to ${pg.escapeIdentifier(client.user ?? 'dandelion')};`,
    )
  }
}

const needed = `select
  has_schema_privilege('dandelion_migrate', 'public', 'create') as tables,
  has_database_privilege('dandelion_jobs', current_database(), 'create') as queue`

type Needed = { tables: boolean; queue: boolean }

async function letBuild(client: pg.Client): Promise<void> {
  const before = (await client.query<Needed>(needed)).rows[0]
  if (before?.tables && before.queue) return
  const database = pg.escapeIdentifier(client.database ?? '')
  try {
    await client.query('grant usage, create on schema public to dandelion_migrate')
    await client.query(`grant create on database ${database} to dandelion_jobs`)
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
  }
  const after = (await client.query<Needed>(needed)).rows[0]
  if (after?.tables && after.queue) return
  throw new UnusableDatabase(`The login "${client.user}" does not own the database ${database}. ${remedy}`)
}

/** Makes the roles that are missing, lets the login take each, and lets them build in this database. Roles belong to the
 *  whole server, so other databases may make them at the same instant. Throws UnusableDatabase with what to do. */
export async function makeRoles(client: pg.Client): Promise<void> {
  const version = await versionOf(client)
  for (const role of ROLES) {
    await retried(() => makeRole(client, role))
    await retried(() => letTake(client, role, version))
  }
  await retried(() => letBuild(client))
}
