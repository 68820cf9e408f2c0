import { discardVenue } from '../conversation/index.ts'
import { ensure, notFound } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { jamOf, jamToRun } from './find-jam.ts'
import { mayDiscard } from './rules/may.ts'
import { settleJam } from './settle-jam.ts'

/** Removes a jam that never opened, with its forums and seeds. What has opened stays for good. */
export async function discardJam(ctx: Ctx, input: { jamId: string }): Promise<string> {
  const row = await settleJam(ctx, await jamToRun(ctx, input.jamId))
  ensure(mayDiscard(ctx.actor, jamOf(row)))
  if (!(await discardVenue(ctx.tx, row.id))) throw notFound()
  return row.id
}
