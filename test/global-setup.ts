import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/migrate.ts'
import { startPostgres } from '../src/platform/postgres/start-postgres.ts'

/** How a worker reaches the run's PostgreSQL: the socket's folder, the port, and the superuser who clones databases. */
export type TestServer = {
  readonly host: string
  readonly port: number
  readonly superuser: string
  /** The login the product uses: neither superuser nor beyond row-level security. */
  readonly login: string
  /** The migrated database that every test's own database is cloned from. Nobody connects to it. */
  readonly template: string
  /** A throw-away folder of the whole run. */
  readonly folder: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

// A database whose rows alone were changed is given to another test, emptied: of any other change a row is kept here.
const WATCH = `create schema test_house;
create table test_house.changed (what text);
create function test_house.keep_change() returns event_trigger language plpgsql security definer set search_path = '' as
  $$ begin insert into test_house.changed values (tg_tag); end $$;
create event trigger keep_change on ddl_command_end execute function test_house.keep_change();`

async function watchTemplate(template: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(template)
  await client.connect()
  await client.query(WATCH)
  await client.query('truncate test_house.changed')
  await client.end()
}

/** Starts one real PostgreSQL for the whole run in a throw-away folder, and migrates the template once. Several projects
 *  of a run share it: the first one's is handed to all through the root. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject()
  if ('testServer' in root.getProvidedContext()) return undefined
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'dandelion-test-'))
  const postgres = await startPostgres({ dataDir, appName: 'test', fast: true })
  const stop = async (): Promise<void> => {
    await postgres.stop()
    await fs.rm(dataDir, { recursive: true, force: true })
  }
  try {
    await migrate(postgres.connection)
    await watchTemplate({ ...postgres.admin, database: postgres.connection.database })
  } catch (error) {
    await stop()
    throw error
  }
  const { connection, admin } = postgres
  root.provide('testServer', {
    host: connection.host,
    port: connection.port,
    superuser: admin.user,
    login: connection.user,
    template: connection.database,
    folder: dataDir,
  })
  return stop
}
