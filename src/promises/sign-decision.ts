import { Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import type { DecisionView } from './contract.ts'
import { matterToAnswer } from './find-answering.ts'
import { applyToLedger } from './rules/checks.ts'
import { maySign } from './rules/may.ts'
import { applyToPromise, makePromise } from './rules/promise-clock.ts'
import { binds } from './rules/signing.ts'
import { findDecidersFor } from './store/answering.ts'
import { holdLedger, saveAnswered } from './store/clocks.ts'
import {
  bindDecision,
  countAnswered,
  findMatterOfDecisionFor,
  findVersionsFor,
  insertSignature,
  type MatterRow,
} from './store/decisions.ts'
import { endOfDay, holdOpen, insertNote, insertPromise, savePromise } from './store/promises.ts'
import { tell } from './tell.ts'

/** Puts the actor's name under the latest version of an answer. With enough names it binds: its promise begins, an earlier
 *  one is replaced, and when nothing waits any more the answers are complete. */
export async function signDecision(ctx: Ctx, { decisionId }: { decisionId: string }): Promise<string> {
  const { tx, actor } = ctx
  const { matter } = await matterToAnswer(ctx, await findMatterOfDecisionFor(tx, actor, decisionId), maySign)
  const [latest] = await findVersionsFor(tx, actor, matter.id)
  if (latest?.id !== decisionId) throw new Refusal('decision.changed-meanwhile', { status: 409 })
  await insertSignature(tx, { decisionId, jamId: matter.jamId, by: actor.personId })
  const { people, needed } = await findDecidersFor(tx, actor, matter.jamId)
  const signed = [...latest.signatures.map(({ id }) => id), actor.personId]
  if (latest.boundAt === null && binds({ people: people.map(({ id }) => id), needed }, signed))
    await bind(ctx, matter, latest)
  await tell(tx, { type: 'decisions.changed', facts: { jamId: matter.jamId } }, actor.personId)
  return matter.jamId
}

async function bind(ctx: Ctx, { id: matterId, jamId }: MatterRow, decision: DecisionView): Promise<void> {
  const { tx, actor } = ctx
  await bindDecision(tx, decision.id)
  await settleOpen(ctx, { jamId, matterId, as: 'replaced', reason: decision.changeReason })
  if (decision.owner && decision.due) {
    const clock = makePromise(await endOfDay(tx, jamId, decision.due), ctx.now)
    const promise = { id: newId(), jamId, matterId, decisionId: decision.id, due: decision.due, clock }
    await insertPromise(tx, { ...promise, owner: decision.owner.id })
    const note = { id: newId(), promiseId: promise.id, jamId, reason: null, threadId: null }
    await insertNote(tx, { ...note, kind: 'made', at: ctx.now, by: actor.personId })
  }
  // Two who sign the last two matters at the same moment: the second counts when the first is done.
  await holdLedger(tx, jamId)
  const { stand, answered } = await countAnswered(tx, jamId)
  if (answered === stand) await complete(ctx, jamId)
}

/** Everything is answered: the jam's own promise is kept, the checks are counted from the first such time on. */
async function complete(ctx: Ctx, jamId: string): Promise<void> {
  await settleOpen(ctx, { jamId, matterId: null, as: 'kept', reason: null })
  const ledger = await holdLedger(ctx.tx, jamId)
  if (ledger) await saveAnswered(ctx.tx, jamId, applyToLedger(ledger, { type: 'answered' }, ctx.now).ledger)
  await tell(ctx.tx, { type: 'decisions.complete', facts: { jamId } }, ctx.actor.personId)
}

type Settling = {
  readonly jamId: string
  readonly matterId: string | null
  readonly as: 'kept' | 'replaced'
  readonly reason: string | null
}

async function settleOpen({ tx, actor, now }: Ctx, { jamId, matterId, as, reason }: Settling): Promise<void> {
  for (const { id, clock } of await holdOpen(tx, jamId, matterId)) {
    const outcome = applyToPromise(clock, { type: 'settle', as }, now)
    if (!outcome.ok) continue
    await savePromise(tx, id, outcome.promise)
    for (const note of outcome.notes) {
      const byHand = note.kind === as
      const said = { reason: byHand ? reason : null, by: byHand ? actor.personId : null, threadId: null }
      await insertNote(tx, { ...note, ...said, id: newId(), promiseId: id, jamId })
    }
    await tell(tx, { type: 'promise.changed', facts: { jamId, promiseId: id } }, actor.personId)
  }
}
