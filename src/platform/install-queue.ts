import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'

/** The one way from the application into the queue. graphile-worker's tables have row-level security without policies:
 *  only their owner, dandelion_jobs, reaches them, and this function with its rights. */
const DOOR = `
  create schema if not exists jobs_door;
  grant usage on schema jobs_door to dandelion_app;
  create or replace function jobs_door.enqueue(
    task text, payload json, run_at timestamptz default now(), job_key text default null
  ) returns void language sql security definer set search_path = pg_catalog as
  $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key) $$;
  revoke all on function jobs_door.enqueue(text, json, timestamptz, text) from public;
  grant execute on function jobs_door.enqueue(text, json, timestamptz, text) to dandelion_app;`

/** Makes or renews graphile-worker's own tables, and the door jobs_door.enqueue(task, payload, run_at, job_key). Needs
 *  the role dandelion_jobs with the right to create schemas in this database. */
export async function installQueue(connection: pg.ClientConfig): Promise<void> {
  const options = `${connection.options ?? ''} -c role=dandelion_jobs`.trim()
  const pool = new pg.Pool({ ...connection, options, max: 1, application_name: 'dandelion migration' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) })
    await pool.query(DOOR)
  } finally {
    await pool.end()
  }
}
