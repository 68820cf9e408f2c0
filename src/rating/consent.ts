import { ensure } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { jamOfIdea } from './idea-to-change.ts'
import { mayConsent } from './rules/may.ts'
import { isKept, saveConsent } from './store/changing-ideas.ts'
import { tell } from './tell.ts'

/** An author says whether her contributions may stand as the source of an idea. Who said no is told to hosts alone. */
export async function answerConsent(ctx: Ctx, input: { ideaId: string; consents: boolean }): Promise<string> {
  const jam = await jamOfIdea(ctx, input.ideaId)
  const kept = await isKept(ctx.tx, input.ideaId)
  ensure(mayConsent(ctx.actor, jam, { wroteIt: true, kept }))
  const answered = await saveConsent(ctx.tx, ctx.actor.personId, input)
  ensure(mayConsent(ctx.actor, jam, { wroteIt: answered > 0, kept }))
  await tell(ctx.tx, { type: 'ideas.changed', facts: { jamId: jam.id, ideaId: input.ideaId } }, ctx.actor.personId)
  return input.ideaId
}
