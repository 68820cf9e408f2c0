import { randomBytes } from 'node:crypto'
import { connectionOf } from '../../platform/index.ts'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function wanted(databaseUrl: string | undefined): { user: string; database: string; at: string } {
  if (!databaseUrl) return { user: 'dandelion', database: 'dandelion', at: 'HOST:5432' }
  const { user = 'dandelion', database = 'dandelion', host = 'HOST', port = 5432 } = connectionOf(databaseUrl)
  return { user, database, at: `${host}:${port}` }
}

/** The SQL with which a PostgreSQL administrator makes login and database for DATABASE_URL (its names, when it is set),
 *  with a password made for this print-out. */
export function loginSql(databaseUrl: string | undefined): string {
  const { user, database, at } = wanted(databaseUrl)
  const password = randomBytes(24).toString('base64url')
  return `-- Run once as administrator of the PostgreSQL server (15 or newer), for example with: psql -U postgres
-- Row-level security binds this login: it is neither superuser nor past it. It may make the three roles it works in.
create role ${quoted(user)} login password '${password}' nosuperuser nobypassrls nocreatedb createrole;
grant ${quoted(user)} to current_user;
create database ${quoted(database)} owner ${quoted(user)} encoding 'UTF8' template template0;
-- Then start Dandelion with:
-- DATABASE_URL=postgres://${encodeURIComponent(user)}:${password}@${at}/${encodeURIComponent(database)}
`
}
