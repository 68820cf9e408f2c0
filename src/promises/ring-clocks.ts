import type { Database, Tx } from '../platform/index.ts'
import { newId } from '../platform/index.ts'
import { applyToLedger } from './rules/checks.ts'
import { applyToPromise, type NoteKind } from './rules/promise-clock.ts'
import { loudFrom } from './rules/quiet-hours.ts'
import {
  findDueLedgers,
  findDuePromises,
  findRecipients,
  holdLedger,
  holdPromise,
  insertCheck,
  insertLetter,
  saveChecked,
} from './store/clocks.ts'
import { insertNote, savePromise } from './store/promises.ts'
import { tell } from './tell.ts'

const AT_ONCE = 100

/** Lets the clocks of promises and ledgers happen that are due: at the start of a server and each minute. Each in a
 *  transaction of its own that holds it: any number of servers may ring at once, and one that is killed leaves what it has
 *  not done to the next. One that cannot ring stops no other; its error is thrown once all have rung. */
export async function ringClocks(database: Database): Promise<void> {
  const find = <T>(work: (tx: Tx) => Promise<T>) => database.transaction({ role: 'jobs' }, work, { readOnly: true })
  const failures: unknown[] = []
  const ring = (work: (tx: Tx) => Promise<void>) =>
    database.transaction({ role: 'jobs' }, work).catch((error: unknown) => failures.push(error))
  for (const id of await find((tx) => findDuePromises(tx, AT_ONCE))) await ring((tx) => ringPromise(tx, id))
  for (const id of await find((tx) => findDueLedgers(tx, AT_ONCE))) await ring((tx) => ringLedger(tx, id))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} clocks of promises could not ring`)
}

/** Lets the clock of one promise happen; nothing when it is not due. */
export async function ringPromise(tx: Tx, promiseId: string): Promise<void> {
  const row = await holdPromise(tx, promiseId)
  if (!row) return
  const outcome = applyToPromise(row.clock, { type: 'clock' }, tx.now)
  if (!outcome.ok || outcome.notes.length === 0) return
  const { jamId, owner } = row
  await savePromise(tx, promiseId, outcome.promise)
  for (const note of outcome.notes)
    await insertNote(tx, { ...note, id: newId(), promiseId, jamId, reason: null, by: null, threadId: null })
  // Of steps that were missed together the last one is told, to each who is concerned.
  const told = new Map(outcome.notes.map(({ kind }) => [kind === 'sponsor-told' ? 'sponsor' : 'owner', kind]))
  for (const [who, kind] of told)
    await noteLetters(tx, { promiseId, jamId, kind, people: who === 'owner' && owner ? [owner] : null })
  await tell(tx, { type: 'promise.changed', facts: { jamId, promiseId } }, null)
}

type Telling = {
  readonly promiseId: string
  readonly jamId: string
  readonly kind: NoteKind
  readonly people: readonly string[] | null
}

async function noteLetters(tx: Tx, { promiseId, jamId, kind, people }: Telling): Promise<void> {
  for (const { personId, ...quiet } of await findRecipients(tx, jamId, people))
    await insertLetter(tx, { promiseId, personId, kind, sendAt: loudFrom(tx.now, quiet) })
}

async function ringLedger(tx: Tx, jamId: string): Promise<void> {
  const clock = await holdLedger(tx, jamId)
  if (!clock) return
  const { ledger, checks } = applyToLedger(clock, { type: 'clock' }, tx.now)
  for (const check of checks) {
    await insertCheck(tx, jamId, check)
    await tell(tx, { type: 'promises.checked', facts: { jamId, days: check.days } }, null)
  }
  await saveChecked(tx, jamId, ledger)
}
