import { ensure, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import type { Answer } from './contract.ts'
import { matterToAnswer } from './find-answering.ts'
import { mayPrepare, mayWrite } from './rules/may.ts'
import { countAble } from './store/answering.ts'
import { findVersionsFor, insertDecision } from './store/decisions.ts'
import { tell } from './tell.ts'

export type WriteDecision = {
  readonly matterId: string
  readonly follows: number
  readonly answer: Answer
  readonly reason: string
  readonly owner: string | null
  readonly due: string | null
  readonly budget: string | null
  readonly changeReason: string | null
}

/** Writes an answer as a new version; the ones before it stay. It binds once enough of those who decide have signed it. */
export async function writeDecision(ctx: Ctx, input: WriteDecision): Promise<string> {
  const { matter, jam } = await matterToAnswer(ctx, input.matterId, mayPrepare)
  const [latest] = await findVersionsFor(ctx.tx, ctx.actor, matter.id)
  const declines = input.answer === 'decline'
  const made = {
    ...{ id: newId(), matterId: matter.id, jamId: matter.jamId, version: input.follows + 1 },
    ...{ answer: input.answer, reason: input.reason.trim(), budget: input.budget?.trim() || null },
    ...{ owner: declines ? null : input.owner, due: declines ? null : input.due },
    ...{ changeReason: input.changeReason?.trim() || null, by: ctx.actor.personId },
  }
  const before = { version: latest?.version ?? 0, signed: (latest?.signatures.length ?? 0) > 0 }
  ensure(mayWrite({ ...made, version: input.follows }, before, jam.today))
  if (made.owner && (await countAble(ctx.tx, matter.jamId, [made.owner])) === 0)
    throw new Refusal('decision.owner-cannot-read', { status: 422 })
  await insertDecision(ctx.tx, made)
  await tell(ctx.tx, { type: 'decisions.changed', facts: { jamId: matter.jamId } }, ctx.actor.personId)
  return matter.jamId
}
