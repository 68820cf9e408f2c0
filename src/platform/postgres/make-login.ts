import type pg from 'pg'
import { withClient } from './connect.ts'

/** The login of the application on its own PostgreSQL, and the database that it owns. */
export const LOGIN = 'dandelion'

async function make(client: pg.Client): Promise<void> {
  const login = await client.query('select 1 from pg_roles where rolname = $1', [LOGIN])
  if (login.rowCount === 0) {
    await client.query(`create role ${LOGIN} login nosuperuser nobypassrls nocreatedb createrole`)
  }
  await client.query(`create database ${LOGIN} owner ${LOGIN}`)
}

/** Makes login and database as the cluster's superuser, once; call it under the cluster's start lock. */
export async function makeLogin(admin: pg.ClientConfig): Promise<void> {
  await withClient(admin, async (client) => {
    const database = await client.query('select 1 from pg_database where datname = $1', [LOGIN])
    if (database.rowCount === 0) await make(client)
  })
}
