import { contributionFor, type Found } from '../conversation/index.ts'
import { ensure, notFound, Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { ACT_IDS_MAX } from './rules/limits.ts'
import { mayFold, mayStandAlone, mayUndo } from './rules/may.ts'
import { standAnew } from './stand-anew.ts'
import { findAct, findFoldOf, findIdsOfFold, insertAct, isKeptAlone, type NewAct, saveUndone } from './store/acting.ts'
import { holdFolds } from './store/standing.ts'

/** Puts two contributions together, each with the fold it stands in. Nobody's votes move. */
export async function foldTogether(ctx: Ctx, input: { contributionId: string; otherId: string }): Promise<string> {
  const { contribution, venue } = await wordsFor(ctx, input.contributionId)
  ensure(mayFold(ctx.actor, venue))
  if (input.otherId === contribution.id) throw new Refusal('folds.same-contribution', { status: 422 })
  const other = await wordsFor(ctx, input.otherId)
  if (other.venue.id !== venue.id) throw new Refusal('folds.of-two-places', { status: 422 })
  await holdFolds(ctx.tx, venue.id)
  const ids = [contribution.id, input.otherId]
  for (const id of ids) if (await isKeptAlone(ctx.tx, id)) throw new Refusal('folds.kept-alone', { status: 422 })
  const [mine, theirs] = [await findFoldOf(ctx.tx, contribution.id), await findFoldOf(ctx.tx, input.otherId)]
  if (mine !== null && mine === theirs) throw new Refusal('folds.together-already', { status: 422 })
  return acted(ctx, contribution.id, { venueId: venue.id, kind: 'fold', ids })
}

/** Takes a contribution out of its fold, or all of its fold apart. */
export async function takeApart(ctx: Ctx, input: { contributionId: string; whole: boolean }): Promise<string> {
  const { contribution, venue } = await wordsFor(ctx, input.contributionId)
  ensure(mayFold(ctx.actor, venue))
  await holdFolds(ctx.tx, venue.id)
  const foldId = await findFoldOf(ctx.tx, contribution.id)
  if (foldId === null) throw new Refusal('folds.in-none', { status: 422 })
  const ids = input.whole ? await findIdsOfFold(ctx.tx, foldId, ACT_IDS_MAX) : [contribution.id]
  return acted(ctx, contribution.id, { venueId: venue.id, kind: 'apart', ids })
}

/** Lets one's own contribution stand on its own: neither the machine nor hosts put it back. */
export async function standAlone(ctx: Ctx, { contributionId }: { contributionId: string }): Promise<string> {
  const { contribution, venue } = await wordsFor(ctx, contributionId)
  ensure(mayStandAlone(ctx.actor, contribution))
  await holdFolds(ctx.tx, venue.id)
  if (await isKeptAlone(ctx.tx, contribution.id)) return contribution.id
  return acted(ctx, contribution.id, { venueId: venue.id, kind: 'alone', ids: [contribution.id] })
}

/** Takes an act back: the folds are as if it had never been. */
export async function undoAct(ctx: Ctx, { actId }: { actId: string }): Promise<string> {
  const seen = await findAct(ctx.tx, actId)
  const [first] = seen?.ids ?? []
  if (!seen || first === undefined) throw notFound()
  const { venue } = await contributionFor(ctx, first)
  await holdFolds(ctx.tx, venue.id)
  const act = await findAct(ctx.tx, actId)
  if (act?.undone) throw new Refusal('folds.undone-already', { status: 409 })
  ensure(mayUndo(ctx.actor, venue, act ?? seen))
  await saveUndone(ctx.tx, actId, ctx.actor.personId)
  await standAnew(ctx.tx, venue.id, ctx.actor.personId)
  return first
}

/** A contribution that still has its words; a reply stands in no fold. */
async function wordsFor(ctx: Ctx, id: string): Promise<Found> {
  const found = await contributionFor(ctx, id)
  if (found.contribution.parentId !== null || found.contribution.retractedAt) throw notFound()
  return found
}

async function acted(ctx: Ctx, contributionId: string, act: Omit<NewAct, 'by'>): Promise<string> {
  const by = ctx.actor.personId
  await insertAct(ctx.tx, { ...act, by })
  await standAnew(ctx.tx, act.venueId, by)
  return contributionId
}
