import type { ContributionView } from '../conversation/contract.ts'
import { postSeed } from '../conversation/index.ts'
import type { Ctx, Written } from '../platform/index.ts'
import { forumOf } from './change-forums.ts'
import { jamToRun } from './find-jam.ts'
import { settleJam } from './settle-jam.ts'

/** Puts a first contribution from the hosts into a forum of a jam that has not opened, and gives its id and view. */
export async function seedJam(
  ctx: Ctx,
  input: { jamId: string; forumId: string; title: string; body: string },
): Promise<Written<ContributionView>> {
  const row = await settleJam(ctx, await jamToRun(ctx, input.jamId))
  const forum = await forumOf(ctx, row.id, input.forumId)
  return postSeed(ctx, { forumId: forum.id, title: input.title, body: input.body })
}
