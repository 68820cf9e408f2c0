import { Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { ideaToChange } from './idea-to-change.ts'
import { changed } from './make-idea.ts'
import { saveMergedInto, saveWithdrawn } from './store/changing-ideas.ts'

/** Merges an idea into another one of its jam. Nothing moves: the other one names it, and comes from its contributions as
 *  long as this holds. */
export async function mergeIdea(ctx: Ctx, input: { ideaId: string; intoId: string }): Promise<string> {
  if (input.ideaId === input.intoId) throw new Refusal('ideas.same-idea', { status: 422 })
  const { idea, jam } = await ideaToChange(ctx, input.ideaId)
  const { idea: into } = await ideaToChange(ctx, input.intoId)
  if (into.jamId !== jam.id) throw new Refusal('ideas.of-two-jams', { status: 422 })
  if (idea.withdrawn || into.withdrawn || into.mergedInto !== null || idea.mergedInto !== null)
    throw new Refusal('ideas.gone-meanwhile', { status: 422 })
  if (idea.hasMerged) throw new Refusal('ideas.has-merged', { status: 422 })
  await saveMergedInto(ctx.tx, idea.id, into.id)
  return changed(ctx, { ideaId: idea.id, jamId: jam.id, kind: 'merged', otherId: into.id })
}

/** Takes the merging back: both are as they were. */
export async function unmergeIdea(ctx: Ctx, { ideaId }: { ideaId: string }): Promise<string> {
  const { idea, jam } = await ideaToChange(ctx, ideaId)
  if (idea.mergedInto === null) throw new Refusal('ideas.not-merged', { status: 409 })
  await saveMergedInto(ctx.tx, idea.id, null)
  return changed(ctx, { ideaId: idea.id, jamId: jam.id, kind: 'unmerged', otherId: idea.mergedInto })
}

/** Takes an idea out of what will be rated, or puts it back. */
export async function withdrawIdea(ctx: Ctx, input: { ideaId: string; withdrawn: boolean }): Promise<string> {
  const { idea, jam } = await ideaToChange(ctx, input.ideaId)
  if (idea.withdrawn === input.withdrawn) return idea.id
  await saveWithdrawn(ctx.tx, idea.id, input.withdrawn)
  return changed(ctx, { ideaId: idea.id, jamId: jam.id, kind: input.withdrawn ? 'withdrawn' : 'restored' })
}
