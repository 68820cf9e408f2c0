import { jamFor } from '../jams/index.ts'
import { type Actor, ensure, notFound } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { mayChangeIdea } from './rules/may.ts'
import { holdIdeaFor, type IdeaRow } from './store/changing-ideas.ts'
import { findJamOfIdeaFor } from './store/ideas.ts'

type Jam = Awaited<ReturnType<typeof jamFor>>

/** An idea with its jam; what is absent and what may not be seen are both "not found". */
export async function jamOfIdea(ctx: Ctx<Actor>, ideaId: string): Promise<Jam> {
  const jamId = await findJamOfIdeaFor(ctx.tx, ctx.actor, ideaId)
  if (!jamId) throw notFound()
  return jamFor(ctx, jamId)
}

/** An idea that the asker may change, held until the end of the transaction. */
export async function ideaToChange(ctx: Ctx, ideaId: string): Promise<{ idea: IdeaRow; jam: Jam }> {
  const jam = await jamOfIdea(ctx, ideaId)
  const found = await holdIdeaFor(ctx.tx, ctx.actor, ideaId)
  // Whoever may read an idea but not change it cannot hold its row: the rule says why.
  ensure(mayChangeIdea(ctx.actor, jam, found?.byPerson === ctx.actor.personId))
  if (!found) throw notFound()
  return { idea: found, jam }
}
