import { newId, type Tx } from '../platform/index.ts'
import { applyToLedger } from './rules/checks.ts'
import { applyToPromise } from './rules/promise-clock.ts'
import { holdLedger, saveAnswered } from './store/clocks.ts'
import { countAnswered } from './store/decisions.ts'
import { holdOpen, insertNote, savePromise } from './store/promises.ts'
import { tell } from './tell.ts'

/** When nothing of a jam waits for an answer any more, its own promise is kept, and the checks are counted from the first such
 *  time on. `by`: whose act it was; null: an edition's. Holds the jam's ledger: of two who sign the last two matters at the
 *  same moment the second counts when the first is done. */
export async function completeAnswers(tx: Tx, jamId: string, by: string | null): Promise<void> {
  const ledger = await holdLedger(tx, jamId)
  const { stand, answered } = await countAnswered(tx, jamId)
  if (stand === 0 || answered < stand) return
  await settleOpen(tx, { jamId, matterId: null, as: 'kept', reason: null, by })
  if (ledger) await saveAnswered(tx, jamId, applyToLedger(ledger, { type: 'answered' }, tx.now).ledger)
  await tell(tx, { type: 'decisions.complete', facts: { jamId } }, by)
}

export type Settling = {
  readonly jamId: string
  /** Null: the jam's own promise. */
  readonly matterId: string | null
  readonly as: 'kept' | 'replaced'
  readonly reason: string | null
  readonly by: string | null
}

/** Settles the promises of a matter that are open still. */
export async function settleOpen(tx: Tx, { jamId, matterId, as, reason, by }: Settling): Promise<void> {
  for (const { id, clock } of await holdOpen(tx, jamId, matterId)) {
    const outcome = applyToPromise(clock, { type: 'settle', as }, tx.now)
    if (!outcome.ok) continue
    await savePromise(tx, id, outcome.promise)
    for (const note of outcome.notes) {
      const isLast = note.kind === as
      const said = { reason: isLast ? reason : null, by: isLast ? by : null, threadId: null }
      await insertNote(tx, { ...note, ...said, id: newId(), promiseId: id, jamId })
    }
    await tell(tx, { type: 'promise.changed', facts: { jamId, promiseId: id } }, by)
  }
}
