import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import pg from 'pg'

/** Whose rights a transaction has. `app` sees what its opening allows (row-level security); `jobs` is the operator's
 *  own work: clocks, import, the sequencer. `opening` are trusted statements made by this program: they run right after
 *  the role is taken, in the same round trip, and the first row of each is in `tx.opened`. */
export type Principal = { readonly role: 'app'; readonly opening?: readonly string[] } | { readonly role: 'jobs' }

/** What a use case has of the database: one transaction, its clock, and statements. */
export type Tx = {
  /** The database's clock at the start of the transaction: the only clock of rules and rows. */
  readonly now: Date
  /** The first row of each statement of the opening. */
  readonly opened: readonly unknown[]
  /** Runs one statement, named by its text so that PostgreSQL parses it once per connection. */
  rows<R>(text: string, values?: readonly unknown[]): Promise<R[]>
  row<R>(text: string, values?: readonly unknown[]): Promise<R | undefined>
  /** Writes without waiting: sent in order, in one go with the next statement or the commit, which throws its error. */
  later(text: string, values: readonly unknown[]): void
  /** Work to do once the transaction is durable; never run when it is rolled back. */
  afterCommit(work: () => void): void
}

/** `patient` lifts the limit on one statement to two minutes: import, export and clean-up, never a person's request.
 *  `snapshot` makes all its reads see one instant. */
export type TransactionOptions = { readOnly?: boolean; patient?: boolean; snapshot?: boolean }

/** The pool of connections of one process. */
export type Database = {
  /** One transaction; the whole of it is run again on a serialisation failure or a deadlock (at most 5 times). */
  transaction<T>(as: Principal, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Hears a channel's notifications until the returned function is called; reconnects by itself and then hears once. */
  listen(channel: string, hear: () => void): Promise<() => Promise<void>>
  /** Tests only: moves the clock that transactions see. */
  shiftClock(ms: number): void
  close(): Promise<void>
}

/** Nothing may hang: the limits on connecting and on one statement, in milliseconds. */
const CONNECT_LIMIT_MS = 2_000
const STATEMENT_LIMIT_MS = 2_500
const PATIENT_LIMIT_MS = 120_000
const TRIES = 5
const RETRIED = new Set(['40001', '40P01'])

const names = new Map<string, string>()
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('hex').slice(0, 24)
  if (names.size < 2_000) names.set(text, name)
  return name
}

function beginText(as: Principal, { readOnly, patient, snapshot }: TransactionOptions): string {
  const mode = `${snapshot ? ' isolation level repeatable read' : ''}${readOnly ? ' read only' : ''}`
  const limit = patient ? `set local statement_timeout = ${PATIENT_LIMIT_MS}; ` : ''
  const opening = as.role === 'app' ? (as.opening ?? []).map((statement) => `; ${statement}`).join('') : ''
  return `begin${mode}; ${limit}set local role dandelion_${as.role}; select clock_timestamp() as now${opening}`
}

type Opened = { now: Date; opened: readonly unknown[] }
type Statement = { text: string; values: readonly unknown[] }
/** One transaction under way. */
type Open = {
  readonly client: pg.PoolClient
  readonly limitMs: number
  readonly later: Statement[]
  readonly after: (() => void)[]
}

async function begin(client: pg.PoolClient, as: Principal, options: TransactionOptions): Promise<Opened> {
  // A text with several statements comes back as a list of results, the clock's among the last two.
  const results = (await client.query(beginText(as, options))) as unknown as pg.QueryResult[]
  const at = results.findIndex((result) => result.command === 'SELECT')
  const clock = results[at]?.rows[0] as { now: Date } | undefined
  if (!clock) throw new Error('the database did not tell its time')
  return { now: clock.now, opened: results.slice(at + 1).map((result) => result.rows[0] as unknown) }
}

function send({ client, limitMs }: Open, { text, values }: Statement): Promise<pg.QueryResult> {
  const query = { name: nameOf(text), text, values: values as unknown[], query_timeout: limitMs }
  return client.query(query)
}

/** Sends statements back to back in one write (the connection is in pipeline mode) and gives the result of the last. The
 *  first that failed is thrown: those after it only say that the transaction is aborted. */
async function sendAll(open: Open, last: () => Promise<pg.QueryResult>): Promise<pg.QueryResult> {
  const { client, later } = open
  if (later.length === 0) return last()
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  stream.cork()
  const sent = [...later.splice(0).map((statement) => send(open, statement)), last()]
  process.nextTick(() => stream.uncork())
  const results = await Promise.allSettled(sent)
  for (const result of results) if (result.status === 'rejected') throw result.reason
  return (results.at(-1) as PromiseFulfilledResult<pg.QueryResult>).value
}

function txOn(open: Open, opened: Opened): Tx {
  const rows = async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
    (await sendAll(open, () => send(open, { text, values }))).rows as R[]
  return {
    now: opened.now,
    opened: opened.opened,
    rows,
    row: async <R>(text: string, values?: readonly unknown[]) => (await rows<R>(text, values))[0],
    later: (text, values) => {
      open.later.push({ text, values })
    },
    afterCommit: (work) => {
      open.after.push(work)
    },
  }
}

/** Opens the pool of connections. `max` connections serve the whole process. */
export function openDatabase(connection: pg.ClientConfig, options: { max?: number; appName?: string } = {}): Database {
  const pool = new pg.Pool({
    ...connection,
    pipeline: true,
    max: options.max ?? 10,
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
    const limitMs = options.patient ? PATIENT_LIMIT_MS : STATEMENT_LIMIT_MS
    const open: Open = { client, limitMs, later: [], after: [] }
    let broken: Error | undefined
    try {
      const opened = await begin(client, as, options)
      const now = new Date(opened.now.getTime() + shiftMs)
      const result = await work(txOn(open, { ...opened, now }))
      await sendAll(open, () => client.query('commit'))
      for (const done of open.after) done()
      return result
    } catch (error) {
      try {
        await client.query('rollback')
      } catch (failed) {
        broken = failed as Error
      }
      throw error
    } finally {
      client.release(broken)
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
