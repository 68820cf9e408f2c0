import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../src/platform/database.ts'
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

const nameOf = ({ connection }: FreshDatabase) => connection.database
const planted = `insert into organisation (id, name, locale, time_zone, created_at)
  values (gen_random_uuid(), 'Planted', 'en', 'UTC', now())`

test('a database that was given up comes back with its connections, and with nothing of what was in it', async () => {
  const first = await freshDatabase()
  const database = first.open(first.connection, { max: 1 })
  const backend = async (of: Database) =>
    (await of.transaction({ role: 'jobs' }, (tx) => tx.row<{ pid: number }>('select pg_backend_pid() as pid')))?.pid
  const pid = await backend(database)
  await first.root.query(
    `begin; ${planted}; update event_sequence set head = 7; commit; begin; set search_path = nowhere`,
  )
  database.shiftClock(60_000)
  await database.close()
  await expect(backend(database)).rejects.toThrow('is closed')
  await first.drop()

  const second = await freshDatabase()
  expect(nameOf(second)).toBe(nameOf(first))
  const again = second.open(second.connection, { max: 1 })
  expect(await backend(again)).toBe(pid)
  const { rows } = await second.root.query(
    'select head, (select count(*) from organisation)::int as n from event_sequence',
  )
  expect(rows).toEqual([{ head: '0', n: 0 }])
  expect(
    Math.abs((await again.transaction({ role: 'jobs' }, async (tx) => tx.now)).getTime() - Date.now()),
  ).toBeLessThan(30_000)
  await again.close()
  await second.drop()
})

test.each([
  ['whose tables were changed', (one: FreshDatabase) => one.root.query('alter table hub disable row level security')],
  [
    'with a table of many bytes',
    (one: FreshDatabase) =>
      one.root.query(`insert into event_failure
    select 'planted', gen_random_uuid(), repeat('x', 999) from generate_series(1, 5000)`),
  ],
  ['that somebody still has open', async (one: FreshDatabase) => one.open(one.connection)],
])('a database %s never comes back', async (_, change) => {
  const first = await freshDatabase()
  await change(first)
  await first.drop()
  const second = await freshDatabase()
  expect(nameOf(second)).not.toBe(nameOf(first))
  await second.drop()
  expect(await ask(opened.one?.superuser ?? {}, `select from pg_database where datname = '${nameOf(first)}'`)).toEqual(
    [],
  )
})

test('what one database holds the other has never seen', async () => {
  const { one, other } = both()
  await ask(one.superuser, 'create table mark (id int)')
  const rows = await ask(other.superuser, "select 1 from pg_tables where tablename = 'mark'")
  expect(rows).toEqual([])
})
