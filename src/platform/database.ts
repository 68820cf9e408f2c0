import pg from 'pg'
import {
  openLine,
  openTransaction,
  PATIENT_LIMIT_MS,
  type Principal,
  STATEMENT_LIMIT_MS,
  type TransactionOptions,
  type Tx,
} from './transaction.ts'

/** The pool of connections of one process. */
export type Database = {
  /** One transaction; the whole of it is run again (at most 5 times) on a serialisation failure, a deadlock, or when what it
   *  stands on was deleted while it ran: the next time it finds that gone, and says so. */
  transaction<T>(as: Principal, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Hears a channel's notifications until the returned function is called; reconnects by itself and then hears once. */
  listen(channel: string, hear: () => void): Promise<() => Promise<void>>
  /** Tests only: moves the clock that transactions see. */
  shiftClock(ms: number): void
  close(): Promise<void>
}

/** A new connection knows nothing yet: its first answers take ten times as long. */
const IDLE_LIMIT_MS = 10 * 60_000
/** Nothing may hang: the limit on connecting, in milliseconds. */
const CONNECT_LIMIT_MS = 2_000
const TRIES = 5
const RETRIED = new Set(['40001', '40P01', '23503'])

/** Opens the pool of connections. `max` connections serve the whole process. */
export function openDatabase(connection: pg.ClientConfig, options: { max?: number; appName?: string } = {}): Database {
  const pool = new pg.Pool({
    ...connection,
    pipeline: true,
    max: options.max ?? 10,
    idleTimeoutMillis: IDLE_LIMIT_MS,
    application_name: options.appName ?? 'dandelion',
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: STATEMENT_LIMIT_MS,
    statement_timeout: STATEMENT_LIMIT_MS,
    idle_in_transaction_session_timeout: PATIENT_LIMIT_MS,
  })
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next use
  // One that breaks in use fails its statements, which is heard there; unheard here, it would end the whole process.
  pool.on('connect', (client) => client.on('error', () => {}))
  let shiftMs = 0

  async function once<T>(as: Principal, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
    const client = await pool.connect()
    const line = openLine(client)
    try {
      const open = await openTransaction(line, as, { ...options, shiftMs })
      const result = await work(open.tx)
      const committed = open.commit()
      if (options.readOnly) {
        // What was read is true whether or not its transaction ends well: nobody waits for that.
        committed.then(() => client.release(), client.release)
        return result
      }
      await committed
      client.release()
      return result
    } catch (error) {
      line.close()
      await client.query('rollback').then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      )
      throw error
    }
  }

  return {
    async transaction(as, work, options = {}) {
      for (let tries = 1; ; tries++) {
        try {
          return await once(as, work, options)
        } catch (error) {
          const code = (error as { code?: string }).code
          if (tries >= TRIES || !code || !RETRIED.has(code)) throw error
        }
      }
    },
    listen: (channel, hear) => listenOn(connection, channel, hear),
    shiftClock: (ms) => {
      shiftMs = ms
    },
    close: () => pool.end(),
  }
}

const RELISTEN_MS = 500

async function listenOn(connection: pg.ClientConfig, channel: string, hear: () => void): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let ended = false
  let timer: NodeJS.Timeout | undefined
  async function open(): Promise<void> {
    const next = new pg.Client({ ...connection, connectionTimeoutMillis: CONNECT_LIMIT_MS })
    next.on('notification', hear)
    next.on('error', () => {})
    next.on('end', again)
    await next.connect()
    await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = next
    hear() // whatever was said while nobody listened
  }
  function again(): void {
    if (ended || timer) return
    timer = setTimeout(() => {
      timer = undefined
      open().catch(again)
    }, RELISTEN_MS)
  }
  await open()
  return async () => {
    ended = true
    clearTimeout(timer)
    await client?.end()
  }
}
