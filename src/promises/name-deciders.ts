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
  /** The version that the asker has read; absent: whatever it is. */
  readonly follows?: number | undefined
}

/** Says who decides on what came of a jam, and how many of them must sign. What binds already goes on to bind. Of two who say
 *  it at the same moment the second is told that it has changed. */
export async function nameDeciders(ctx: Ctx, { jamId, people, needed, follows }: NameDeciders): Promise<string> {
  ensure(mayNameDeciders(ctx.actor, await answeringFor(ctx, jamId)))
  if (needed !== null && needed > people.length) throw new Refusal('decision.needed-too-many', { status: 422 })
  if ((await countAble(ctx.tx, jamId, people)) < people.length)
    throw new Refusal('decision.decider-cannot-read', { status: 422 })
  const { version } = await findDecidersFor(ctx.tx, ctx.actor, jamId)
  const made = { jamId, version: version + 1, people, needed, by: ctx.actor.personId }
  if (version !== (follows ?? version) || !(await insertDeciders(ctx.tx, made)))
    throw new Refusal('decision.changed-meanwhile', { status: 409 })
  await tell(ctx.tx, { type: 'decisions.changed', facts: { jamId } }, ctx.actor.personId)
  return jamId
}
