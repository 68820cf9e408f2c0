import { type Actor, notFound } from '../kernel/index.ts'
import { type Ctx, mayOf } from '../platform/index.ts'
import type { DecisionsView, DecisionView } from './contract.ts'
import { answeringFor } from './find-answering.ts'
import { mayNameDeciders, mayPrepare, maySign } from './rules/may.ts'
import { findDecidersFor } from './store/answering.ts'
import { countAnswered, findMatterFor, findMattersFor, findVersionsFor } from './store/decisions.ts'

/** What waits for an answer in a jam and what has one, with who decides. */
export async function viewDecisions(ctx: Ctx<Actor>, { jamId }: { jamId: string }): Promise<DecisionsView> {
  const jam = await answeringFor(ctx, jamId)
  const { stand, answered } = await countAnswered(ctx.tx, jamId)
  return {
    jamId,
    deciders: await findDecidersFor(ctx.tx, ctx.actor, jamId),
    matters: await findMattersFor(ctx.tx, ctx.actor, jamId),
    ...{ answered, waiting: stand - answered, answeredAt: jam.answeredAt },
    may: {
      name: mayOf(ctx, mayNameDeciders(ctx.actor, jam)),
      prepare: mayOf(ctx, mayPrepare(ctx.actor, jam)),
      sign: mayOf(ctx, maySign(ctx.actor, jam)),
    },
  }
}

/** Every version of an answer that the asker may read, newest first. */
export async function viewVersions(
  ctx: Ctx<Actor>,
  { matterId }: { matterId: string },
): Promise<{ versions: DecisionView[] }> {
  if (!(await findMatterFor(ctx.tx, ctx.actor, matterId))) throw notFound()
  return { versions: await findVersionsFor(ctx.tx, ctx.actor, matterId) }
}
