import { ensure, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import { completeAnswers, settleOpen } from './complete-answers.ts'
import type { DecisionView } from './contract.ts'
import { matterToAnswer } from './find-answering.ts'
import { mayBind, maySign } from './rules/may.ts'
import { makePromise } from './rules/promise-clock.ts'
import { binds } from './rules/signing.ts'
import { findDecidersFor } from './store/answering.ts'
import {
  bindDecision,
  findMatterOfDecisionFor,
  findVersionsFor,
  insertSignature,
  type MatterRow,
} from './store/decisions.ts'
import { endOfDay, insertNote, insertPromise } from './store/promises.ts'
import { tell } from './tell.ts'

/** Puts the actor's name under the latest version of an answer. With enough names it binds: its promise begins, an earlier
 *  one is replaced, and when nothing waits any more the answers are complete. */
export async function signDecision(ctx: Ctx, { decisionId }: { decisionId: string }): Promise<string> {
  const { tx, actor } = ctx
  const { matter, jam } = await matterToAnswer(ctx, await findMatterOfDecisionFor(tx, actor, decisionId), maySign)
  const [latest] = await findVersionsFor(tx, actor, matter.id)
  if (latest?.id !== decisionId) throw new Refusal('decision.changed-meanwhile', { status: 409 })
  ensure(mayBind(latest, jam.today))
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
  await settleOpen(tx, { jamId, matterId, as: 'replaced', reason: decision.changeReason, by: actor.personId })
  if (decision.owner && decision.due) {
    const clock = makePromise(await endOfDay(tx, jamId, decision.due), ctx.now)
    const promise = { id: newId(), jamId, matterId, decisionId: decision.id, due: decision.due, clock }
    await insertPromise(tx, { ...promise, owner: decision.owner.id })
    const note = { id: newId(), promiseId: promise.id, jamId, reason: null, threadId: null }
    await insertNote(tx, { ...note, kind: 'made', at: ctx.now, by: actor.personId })
  }
  await completeAnswers(tx, jamId, actor.personId)
}
