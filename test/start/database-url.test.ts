import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginSql } from '../../src/app/doctor/login-sql.ts'
import {
  connectionOf,
  inspectDatabase,
  migrate,
  type RunningPostgres,
  removeDataDirectory,
  startPostgres,
} from '../../src/platform/index.ts'

const dataDir = path.join(os.tmpdir(), `dandelion-login-${randomBytes(6).toString('hex')}`)
let server: RunningPostgres

beforeAll(async () => {
  server = await startPostgres({ dataDir, appName: 'test', fast: true })
})
afterAll(() => removeDataDirectory(dataDir))

async function asAdministrator(...statements: string[]): Promise<void> {
  const client = new pg.Client(server.admin)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const urlOf = (login: string, database: string): string => `postgres://${login}@/${database}?host=${server.admin.host}`
const connectionFor = (login: string, database = login): pg.ClientConfig => connectionOf(urlOf(login, database))

/** Makes login and database exactly as doctor --sql tells an administrator to. */
async function makeAsTold(name: string): Promise<pg.ClientConfig> {
  const sql = loginSql(urlOf(name, name)).replaceAll(/^--.*$/gm, '')
  await asAdministrator(...sql.split(';\n').filter((statement) => statement.trim() !== ''))
  return connectionFor(name)
}

describe('a login made with doctor --sql', () => {
  let connection: pg.ClientConfig
  beforeAll(async () => {
    connection = await makeAsTold('told')
  })

  test('is enough for the whole migration, also of two processes at once', async () => {
    const applied = await Promise.all([migrate(connection), migrate(connection)])
    expect(applied.map((names) => names.length).sort()).toEqual([0, applied.flat().length])
    expect(applied.flat()).toContain('0001-people-hubs-conversation-jams.sql')
  })

  test('has nothing to migrate the second time', async () => {
    await migrate(connection)
    expect(await migrate(connection)).toEqual([])
  })

  test('owns no table: they belong to dandelion_migrate', async () => {
    await migrate(connection)
    const client = new pg.Client(connection)
    await client.connect()
    const owners = await client.query("select distinct tableowner from pg_tables where schemaname = 'public'")
    await client.end()
    expect(owners.rows).toEqual([{ tableowner: 'dandelion_migrate' }])
  })

  test('leaves doctor nothing to complain about', async () => {
    await migrate(connection)
    expect(await inspectDatabase(connection)).toMatchObject({ missingRoles: [], pendingMigrations: [], unguarded: [] })
  })

  test('meets a newer installation’s tables with a refusal', async () => {
    const newer = await makeAsTold('newer')
    await asAdministrator('grant dandelion_migrate, dandelion_app, dandelion_jobs to newer')
    await migrate(newer)
    const client = new pg.Client(newer)
    await client.connect()
    await client.query("set role dandelion_migrate; insert into migration (name) values ('9999-later.sql')")
    await client.end()
    await expect(migrate(newer)).rejects.toThrow('A newer Dandelion has used this database (9999-later.sql)')
  })
})

describe('a login that row-level security does not bind', () => {
  test.each([
    ['superuser', 'is a superuser'],
    ['bypassrls', 'bypasses row-level security'],
  ])('%s is refused, and the remedy is named', async (power, why) => {
    const name = `strong_${power}`
    await asAdministrator(`create role ${name} login createrole ${power}`, `create database ${name} owner ${name}`)
    const refused = expect(migrate(connectionFor(name))).rejects
    await refused.toThrow(why)
    await expect(migrate(connectionFor(name))).rejects.toThrow('doctor --sql')
  })

  test('a strong role among ours is refused as well', async () => {
    const connection = await makeAsTold('told_too')
    await asAdministrator('alter role dandelion_app bypassrls')
    const refusal = expect(migrate(connection)).rejects.toThrow('"dandelion_app" bypasses row-level security')
    await refusal.finally(() => asAdministrator('alter role dandelion_app nobypassrls'))
  })
})

describe('a database that cannot be used is one sentence', () => {
  test('when the login may not make roles', async () => {
    await asAdministrator('create role plain login', 'create database plain owner plain')
    await expect(migrate(connectionFor('plain'))).rejects.toThrow(/roles? dandelion_migrate/)
  })

  test('when the login does not own the database', async () => {
    await asAdministrator('create role stranger login createrole', 'create database owned_by_root')
    await asAdministrator('grant dandelion_migrate, dandelion_app, dandelion_jobs to stranger')
    await expect(migrate(connectionFor('stranger', 'owned_by_root'))).rejects.toThrow('does not own the database')
  })

  test('when there is no such database', async () => {
    await expect(migrate(connectionFor('dandelion', 'nowhere'))).rejects.toThrow('there is no such database')
  })

  test('when nothing listens', async () => {
    await expect(migrate(connectionOf('postgres://a:secret@127.0.0.1:9/b'))).rejects.toThrow(
      'The database a@127.0.0.1:9/b cannot be reached: nothing listens there. Start it, or correct DATABASE_URL.',
    )
  })
})
