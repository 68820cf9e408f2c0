import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type pg from 'pg'
import { cutForMerging, mergeStatements } from './merge-statements.ts'
import type { Statement } from './statement.ts'

/** Whose rights a transaction has. `app` sees what its opening allows (row-level security); `jobs` is the operator's
 *  own work: clocks, import, the sequencer. `opening` runs right after the role is taken, in the same round trip, and the
 *  first row of each statement is in `tx.opened`. */
export type Principal = { readonly role: 'app'; readonly opening?: readonly Statement[] } | { readonly role: 'jobs' }

/** What a use case has of the database: one transaction, its clock, and statements. */
export type Tx = {
  /** The database's clock at the start of the transaction: the only clock of rules and rows. */
  readonly now: Date
  /** The first row of each statement of the opening. */
  readonly opened: readonly unknown[]
  /** Runs one statement, named by its text so that PostgreSQL parses it once per connection. Statements asked for
   *  together, without waiting for one another, travel in one round trip, in their order. */
  rows<R>(text: string, values?: readonly unknown[]): Promise<R[]>
  row<R>(text: string, values?: readonly unknown[]): Promise<R | undefined>
  /** Changes without waiting: sent as one statement with all others that wait (see merge-statements.ts for what each may
   *  be), in one go with the next statement or the commit, which throws its error. Its rows come when it was sent: never
   *  wait for them before the transaction has ended. */
  later<R>(text: string, values: readonly unknown[]): Promise<R[]>
  /** Work to do once the transaction is durable; never run when it is rolled back. */
  afterCommit(work: () => void): void
}

/** `patient` lifts the limit on one statement to two minutes: import, export and clean-up, never a person's request.
 *  `snapshot` makes all its reads see one instant. `ahead` are statements that the work will ask for first: they travel
 *  with the opening, and a use case that asks for one of them before anything else is given what it found. */
export type TransactionOptions = {
  readOnly?: boolean
  patient?: boolean
  snapshot?: boolean
  ahead?: readonly Statement[] | undefined
}

/** Nothing may hang: the limits on one statement, in milliseconds. */
export const STATEMENT_LIMIT_MS = 2_500
export const PATIENT_LIMIT_MS = 120_000

const names = new Map<string, string>()
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('hex').slice(0, 24)
  if (names.size < 2_000) names.set(text, name)
  return name
}

type Rows = readonly unknown[]
type Later = { readonly statement: Statement; resolve(rows: Promise<Rows>): void }
type Queued = {
  readonly query: pg.QueryConfig | string
  resolve(result: pg.QueryResult): void
  reject(error: unknown): void
}

/** Statements of one transaction on their way to PostgreSQL. */
export type Line = {
  add(query: pg.QueryConfig | string): Promise<pg.QueryResult>
  /** Sends all that was added, in one write. */
  flush(): void
  /** The same once whoever runs now has added all it has. */
  flushSoon(): void
  /** The first error of the transaction: after it nothing that is sent has an effect. */
  failure(): { readonly error: unknown } | undefined
  /** Drops what was not sent and takes nothing more: it would run outside the transaction, with other rights. */
  close(): void
}

/** The line of one transaction on a connection that nobody else uses meanwhile. */
export function openLine(client: pg.PoolClient): Line {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  const queue: Queued[] = []
  let failed: { readonly error: unknown } | undefined
  let planned = false
  let closed = false

  function flush(): void {
    planned = false
    if (queue.length === 0) return
    stream.cork()
    for (const { query, resolve, reject } of queue.splice(0)) {
      client.query(query).then(resolve, (error: unknown) => {
        failed ??= { error } // the ones behind it only say that the transaction is aborted
        reject(failed.error)
      })
    }
    process.nextTick(() => stream.uncork())
  }

  return {
    add: (query) =>
      new Promise((resolve, reject) => {
        if (closed) reject(new Error('a statement came after the end of its transaction'))
        else queue.push({ query, resolve, reject })
      }),
    flush,
    flushSoon() {
      if (planned) return
      planned = true
      process.nextTick(flush) // after all that goes on without waiting: often up to the commit
    },
    failure: () => failed,
    close() {
      closed = true
      queue.length = 0
    },
  }
}

function beginText(as: Principal, { readOnly, patient, snapshot }: TransactionOptions): string {
  const mode = `${snapshot ? ' isolation level repeatable read' : ''}${readOnly ? ' read only' : ''}`
  const limit = patient ? `set local statement_timeout = ${PATIENT_LIMIT_MS}; ` : ''
  // A plan outlives the table it was made for: made while that was empty, it would read the whole of it for each person ever after.
  const byIndex = as.role === 'app' && !readOnly && !patient ? 'set local enable_seqscan = off; ' : ''
  return `begin${mode}; ${limit}${byIndex}set local role dandelion_${as.role}; select clock_timestamp() as now`
}

const isSame = (a: Statement, text: string, values: readonly unknown[]): boolean =>
  a.text === text &&
  (a.values ?? []).length === values.length &&
  (a.values ?? []).every((value, at) => value === values[at])

/** A transaction under way. The one who opened it ends it, by commit or by a rollback of its own. */
export type OpenTransaction = {
  readonly tx: Tx
  /** Sends what was left for later and commits. Throws the first error of the transaction. */
  commit(): Promise<void>
}

/** Begins, takes the role, reads the clock and runs the opening, in one round trip. `shiftMs`: tests only. */
export async function openTransaction(
  line: Line,
  as: Principal,
  { shiftMs, ...options }: TransactionOptions & { readonly shiftMs: number },
): Promise<OpenTransaction> {
  const limitMs = options.patient ? PATIENT_LIMIT_MS : STATEMENT_LIMIT_MS
  const after: (() => void)[] = []
  const waiting: Later[] = []
  const ask = ({ text, values = [] }: Statement): Promise<Rows> =>
    line
      .add({ name: nameOf(text), text, values: values as unknown[], query_timeout: limitMs } as pg.QueryConfig)
      .then((result) => result.rows as Rows)
  const askWaiting = (): void => {
    for (const group of cutForMerging(waiting.splice(0))) {
      const rows = silently(ask(mergeStatements(group.map(({ statement }) => statement))))
      for (const { resolve } of group) resolve(rows)
    }
  }

  const begun = line.add(beginText(as, options))
  const opening = (as.role === 'app' ? (as.opening ?? []) : []).map(ask)
  let ahead = (options.ahead ?? []).map((statement) => ({ statement, found: silently(ask(statement)) }))
  line.flush()
  const [results, ...found] = await Promise.all([begun, ...opening])
  const clock = (results as unknown as pg.QueryResult[]).at(-1)?.rows[0] as { now: Date } | undefined
  if (!clock) throw new Error('the database did not tell its time')

  const rows = async <R>(text: string, values: readonly unknown[] = []): Promise<R[]> => {
    const known = ahead.find(({ statement }) => isSame(statement, text, values))
    ahead = known ? ahead.filter((other) => other !== known) : []
    if (known) return (await known.found) as R[]
    askWaiting()
    const asked = ask({ text, values })
    line.flushSoon()
    return (await asked) as R[]
  }
  const tx: Tx = {
    now: new Date(clock.now.getTime() + shiftMs),
    opened: found.map(([row]) => row),
    rows,
    row: async <R>(text: string, values?: readonly unknown[]) => (await rows<R>(text, values))[0],
    later: <R>(text: string, values: readonly unknown[]) => {
      ahead = []
      const rows = new Promise<Rows>((resolve) => waiting.push({ statement: { text, values }, resolve }))
      return silently(rows) as Promise<R[]>
    },
    afterCommit: (work) => {
      after.push(work)
    },
  }
  return {
    tx,
    async commit() {
      askWaiting()
      const committed = line.add('commit')
      line.flush()
      line.close()
      await committed
      const failure = line.failure()
      if (failure) throw failure.error // "commit" of an aborted transaction is a rollback that reports no error
      for (const done of after) done()
    },
  }
}

/** Its error is thrown by the commit or by the next statement: unheard here, it would end the process. */
function silently<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
