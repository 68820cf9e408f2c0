import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from './database.ts'

type Opened = { one: FreshDatabase; other: FreshDatabase }
const opened: Partial<Opened> = {}

async function ask<R>(connection: pg.ClientConfig, text: string): Promise<R[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(text)).rows as R[]
  } finally {
    await client.end()
  }
}

function both(): Opened {
  const { one, other } = opened
  if (!one || !other) throw new Error('the databases are not there')
  return { one, other }
}

beforeAll(async () => {
  opened.one = await freshDatabase()
  opened.other = await freshDatabase()
})

afterAll(async () => {
  await opened.one?.drop()
  await opened.other?.drop()
})

test('a fresh database has every migration applied', async () => {
  const rows = await ask<{ name: string }>(both().one.superuser, 'select name from migration')
  expect(rows.map((row) => row.name)).toContain('0001-people-hubs-conversation-jams.sql')
})

test('the login of a fresh database is neither superuser nor beyond row-level security', async () => {
  const rows = await ask(
    both().one.connection,
    'select rolsuper, rolbypassrls from pg_roles where rolname = session_user',
  )
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
})

test('what one database holds the other has never seen', async () => {
  const { one, other } = both()
  await ask(one.superuser, 'create table mark (id int)')
  const rows = await ask(other.superuser, "select 1 from pg_tables where tablename = 'mark'")
  expect(rows).toEqual([])
})
