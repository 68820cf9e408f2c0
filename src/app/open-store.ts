import type pg from 'pg'
import { type Config, connectionOf, migrate, type RunningPostgres, startPostgres } from '../platform/ground.ts'

/** The migrated database of this installation. */
export type Store = {
  readonly connection: pg.ClientConfig
  /** Ends the PostgreSQL that we run; a server of DATABASE_URL is left alone. */
  close(): Promise<void>
}

export type Tell = (sentence: string) => void

/** Who hears of it. */
export type StoreHearers = {
  readonly tell: Tell
  /** Our own PostgreSQL was killed and could not be started again. */
  readonly onLost?: (error: unknown) => void
  /** From here on the database is waited for, and this process has nothing to do. */
  readonly onWaiting?: () => void
}

type Supervised = { current: Promise<RunningPostgres>; closing: boolean }

async function startOwn(config: Config, tell: Tell, onLaunched = () => {}): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDir: config.dataDir, appName: 'dandelion', onLaunched })
  for (const note of postgres.notes) tell(note)
  return postgres
}

/** After a kill of PostgreSQL the pools reconnect by themselves once it is back; so it is brought back. */
async function keepRunning(store: Supervised, restart: () => Promise<RunningPostgres>, tell: Tell): Promise<void> {
  for (;;) {
    const { ended } = await store.current
    await ended
    if (store.closing) return
    tell('PostgreSQL has ended unexpectedly; starting it again')
    store.current = restart()
    await store.current
    tell('PostgreSQL runs again')
  }
}

async function openOwn(config: Config, { tell, onLost = () => {}, onWaiting }: StoreHearers): Promise<Store> {
  const { connection, ...first } = await startOwn(config, tell, onWaiting)
  const store: Supervised = { current: Promise.resolve({ connection, ...first }), closing: false }
  keepRunning(store, () => startOwn(config, tell), tell).catch(onLost)
  return {
    connection,
    async close() {
      store.closing = true
      // While it is being brought back, that comes to its end first: nothing may be left running.
      const running = await store.current.catch(() => undefined)
      await running?.stop()
    },
  }
}

/** Opens the database of DATABASE_URL or our own PostgreSQL, and brings it up to date. Our own is started again when it
 *  is killed. Throws an Error with a sentence that says what to do. */
export async function openStore(config: Config, hearers: StoreHearers): Promise<Store> {
  const remote = config.databaseUrl
  if (remote) hearers.onWaiting?.()
  const store = remote ? { connection: connectionOf(remote), close: async () => {} } : await openOwn(config, hearers)
  try {
    const applied = await migrate(store.connection)
    if (applied.length > 0) hearers.tell(`brought the database up to date (${applied.length} steps)`)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
