import { Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { Follow, FollowsView } from './contract.ts'
import { FOLLOWS_MAX } from './rules/limits.ts'
import { deleteFollow, findFollowable, findFollows, saveFollow } from './store/follows.ts'

/** What the asker follows; nobody else can ask. */
export async function viewFollows(ctx: Ctx): Promise<FollowsView> {
  return { follows: await findFollows(ctx.tx) }
}

/** Follows something without replying, or no longer. What is absent and what may not be seen are both "not found". */
export async function follow(
  ctx: Ctx,
  { kind, target, followed }: Pick<Follow, 'kind' | 'target'> & { followed: boolean },
): Promise<string> {
  const thing = { kind, target: kind === 'word' ? target.trim().toLowerCase() : target }
  if (followed) {
    const { there, count } = await findFollowable(ctx.tx, thing)
    if (!there) throw new Refusal('catch-up.not-found', { status: 404 })
    if (count >= FOLLOWS_MAX) throw new Refusal('catch-up.too-many-follows', { values: { most: FOLLOWS_MAX } })
    await saveFollow(ctx.tx, thing)
  } else await deleteFollow(ctx.tx, thing)
  return thing.kind
}
