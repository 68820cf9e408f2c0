import { type Actor, type Decision, ensure, notFound } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { type AnsweringRow, findAnsweringFor } from './store/answering.ts'
import { findMatterFor, holdMatter, type MatterRow } from './store/decisions.ts'
import { findPromiseFor, holdPromiseFor, type PromiseRow } from './store/promises.ts'

/** A jam with what decisions about its answers need; what is absent and what may not be seen are both "not found". */
export async function answeringFor(ctx: Ctx<Actor>, jamId: string): Promise<AnsweringRow> {
  const row = await findAnsweringFor(ctx.tx, ctx.actor, jamId)
  if (!row) throw notFound()
  return row
}

/** A matter that the actor may see and do this with, held until the end of the transaction, with its jam. */
export async function matterToAnswer(
  ctx: Ctx<Actor>,
  matterId: string | undefined,
  may: (actor: Actor, jam: AnsweringRow) => Decision,
): Promise<{ matter: MatterRow; jam: AnsweringRow }> {
  const matter = matterId && (await findMatterFor(ctx.tx, ctx.actor, matterId))
  if (!matter) throw notFound()
  const jam = await answeringFor(ctx, matter.jamId)
  ensure(may(ctx.actor, jam))
  await holdMatter(ctx.tx, matter.id)
  return { matter, jam }
}

/** A promise of a jam that the actor may see; `hold` keeps others from changing it until this transaction ends. */
export async function promiseFor(ctx: Ctx<Actor>, id: string, hold: 'hold' | 'look' = 'look'): Promise<PromiseRow> {
  const find = hold === 'hold' ? holdPromiseFor : findPromiseFor
  const promise = await find(ctx.tx, ctx.actor, id)
  if (!promise) throw notFound()
  return promise
}
