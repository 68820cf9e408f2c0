import { contributionFor, venueFor } from '../conversation/index.ts'
import { type Actor, Refusal } from '../kernel/index.ts'
import { type Ctx, currentCursor, decodeKey, encodeKey, isPlace, JsonText, mayOf } from '../platform/index.ts'
import { FOLD_PAGE_MAX, type FoldPage, type FoldView } from './contract.ts'
import { mayFold, mayStandAlone, mayUndo } from './rules/may.ts'
import { isKeptAlone } from './store/acting.ts'
import { findActsFor, findFoldFor, findFoldsFor, findTogetherFor } from './store/folds.ts'

type Of = { contributionId: string }

/** How a contribution stands to others that say nearly the same; counts as they were made last. */
export async function viewFold(ctx: Ctx<Actor>, { contributionId }: Of): Promise<FoldView> {
  const cursor = await currentCursor(ctx.tx)
  const { contribution, venue } = await contributionFor(ctx, contributionId)
  const [fold, acts, keptAlone] = await Promise.all([
    findFoldFor(ctx.tx, ctx.actor, contributionId),
    findActsFor(ctx.tx, ctx.actor, contributionId),
    isKeptAlone(ctx.tx, contributionId),
  ])
  return {
    ...{ contributionId, venueId: venue.id, fold: fold ?? null, keptAlone, cursor },
    acts: acts.map(({ byPerson, undone, ...act }) => ({
      ...act,
      may: { undo: mayOf(ctx, mayUndo(ctx.actor, venue, { kind: act.kind, byPerson, undone })) },
    })),
    may: {
      fold: mayOf(ctx, mayFold(ctx.actor, venue)),
      standAlone: mayOf(ctx, mayStandAlone(ctx.actor, contribution)),
    },
  }
}

/** Several folds of a conversation, for a list of contributions. */
export async function viewFolds(ctx: Ctx<Actor>, { venueId, ids }: { venueId: string; ids: string }) {
  await venueFor(ctx, venueId)
  return { folds: await findFoldsFor(ctx.tx, ctx.actor, { venueId, ids: [...new Set(ids.split(','))] }) }
}

/** A page of the contributions that stand together with this one, itself among them. */
export async function viewTogether(
  ctx: Ctx<Actor>,
  input: Of & { after?: string; limit?: number },
): Promise<JsonText<FoldPage>> {
  const { contributionId, limit = FOLD_PAGE_MAX } = input
  await contributionFor(ctx, contributionId)
  const page = await findTogetherFor(ctx.tx, ctx.actor, { contributionId, after: placeOf(input.after), limit })
  const next = page.size === limit && page.lastAt && page.lastId ? encodeKey(page.lastAt, page.lastId) : null
  return new JsonText(`{"items":${page.items},"next":${JSON.stringify(next)}}`)
}

function placeOf(cursor: string | undefined): { at: string; id: string } | undefined {
  if (cursor === undefined) return undefined
  const [at = '', id = ''] = decodeKey(cursor)
  if (isPlace(at, id)) return { at, id }
  throw new Refusal('bad-request', { status: 400, values: { field: 'after', problem: 'is not a cursor of this list' } })
}
