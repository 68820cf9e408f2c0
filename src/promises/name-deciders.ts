import { ensure, Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { answeringFor } from './find-answering.ts'
import { mayNameDeciders } from './rules/may.ts'
import { countAble, findDecidersFor, insertDeciders } from './store/answering.ts'
import { tell } from './tell.ts'

export type NameDeciders = {
  readonly jamId: string
  readonly people: readonly string[]
  readonly needed: number | null
}

/** Says who decides on what came of a jam, and how many of them must sign. What binds already goes on to bind. */
export async function nameDeciders(ctx: Ctx, { jamId, people, needed }: NameDeciders): Promise<string> {
  ensure(mayNameDeciders(ctx.actor, await answeringFor(ctx, jamId)))
  if (needed !== null && needed > people.length) throw new Refusal('decision.needed-too-many', { status: 422 })
  if ((await countAble(ctx.tx, jamId, people)) < people.length)
    throw new Refusal('decision.decider-cannot-read', { status: 422 })
  const { version } = await findDecidersFor(ctx.tx, ctx.actor, jamId)
  await insertDeciders(ctx.tx, { jamId, version: version + 1, people, needed, by: ctx.actor.personId })
  await tell(ctx.tx, { type: 'decisions.changed', facts: { jamId } }, ctx.actor.personId)
  return jamId
}
