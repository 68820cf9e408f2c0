import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestServer } from './global-setup.ts'

/** A database of one test (or one file) alone, with every migration applied and no rows but those. */
export type FreshDatabase = {
  /** As the product's own login: hand it to `openDatabase`, `openServer`, `startJobs` ... */
  readonly connection: pg.ClientConfig
  /** As superuser, past row-level security: to look behind the product's back, never to run it. */
  readonly superuser: pg.ClientConfig
  /** Removes the database even while connections are open. */
  drop(): Promise<void>
}

async function asSuperuser(server: TestServer, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ host: server.host, port: server.port, user: server.superuser, database: 'postgres' })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Clones the migrated template. Two tests never share rows, so files may run side by side. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('testServer')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const place = { host: server.host, port: server.port, database: name }
  await asSuperuser(server, [
    `create database ${name} template ${server.template} owner ${server.login} strategy file_copy`,
    // A clone takes the tables' rights with it, but not those on the database itself.
    `grant create on database ${name} to dandelion_jobs, dandelion_migrate`,
  ])
  return {
    connection: { ...place, user: server.login },
    superuser: { ...place, user: server.superuser },
    drop: () => asSuperuser(server, [`drop database if exists ${name} with (force)`]),
  }
}
