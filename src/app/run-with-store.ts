import type pg from 'pg'
import {
  type Claim,
  type Config,
  claimDirectory,
  DataInUse,
  openDataDirectory,
  startPostgres,
} from '../platform/ground.ts'
import { openStore, type Tell } from './open-store.ts'

/** Runs a command's work on this installation's database: the server of DATABASE_URL; the one a running server of this
 *  data directory uses, which is then left running; else our own PostgreSQL, started for the work and stopped after it.
 *  Throws DataInUse while another command has the data directory. */
export async function runWithStore<T>(
  { config, what, tell }: { config: Config; what: string; tell: Tell },
  work: (connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl !== undefined) return withOwnStore(config, tell, work)
  const claim = await claimOrBorrow(config, what)
  if (claim === undefined) {
    // The server has migrated it and looks after it: this only borrows.
    const { connection } = await startPostgres({ dataDir: config.dataDir, appName: what })
    return work(connection)
  }
  try {
    return await withOwnStore(config, tell, work)
  } finally {
    await claim.release()
  }
}

/** The claim on the data directory, or undefined when a server has it. */
async function claimOrBorrow(config: Config, what: string): Promise<Claim | undefined> {
  try {
    return await claimDirectory(openDataDirectory(config.dataDir), { kind: 'command', what, url: '' })
  } catch (error) {
    if (error instanceof DataInUse && error.holder?.kind === 'server') return undefined
    throw error
  }
}

async function withOwnStore<T>(
  config: Config,
  tell: Tell,
  work: (connection: pg.ClientConfig) => Promise<T>,
): Promise<T> {
  const store = await openStore(config, { tell })
  try {
    return await work(store.connection)
  } finally {
    await store.close()
  }
}
