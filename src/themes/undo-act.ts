import { venueFor } from '../conversation/index.ts'
import { ensure, notFound, Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { rebuildFamilies } from './rebuild-families.ts'
import { mayShape } from './rules/may.ts'
import { tellShaped } from './shape-themes.ts'
import { holdThemes } from './store/revision.ts'
import {
  type ActToUndo,
  findActOfChange,
  insertChange,
  putPlaces,
  saveGone,
  saveName,
  savePinned,
  saveUndone,
} from './store/shaping.ts'

/** Takes a host's act back: names, pins and places are as before it, and no computation minds it any more. */
export async function undoAct(ctx: Ctx, { changeId }: { changeId: string }): Promise<string> {
  const seen = await findActOfChange(ctx.tx, changeId)
  if (!seen) throw notFound()
  ensure(mayShape(ctx.actor, await venueFor(ctx, seen.venueId)))
  await holdThemes(ctx.tx, seen.venueId)
  const act = await findActOfChange(ctx.tx, changeId)
  if (!act?.themeId || act.undone) throw new Refusal('themes.undone-already', { status: 409 })
  await takeBack(ctx, act, act.themeId)
  await saveUndone(ctx.tx, act.id)
  if (act.kind === 'link' || act.kind === 'part') await rebuildFamilies(ctx.tx, act.venueId)
  const { venueId, themeId, id: actId } = act
  await insertChange(ctx.tx, { venueId, themeId, kind: 'undone', by: ctx.actor.personId, actId })
  await tellShaped(ctx, venueId, act.facts)
  return venueId
}

async function takeBack({ tx }: Ctx, { kind, facts, venueId }: ActToUndo, themeId: string): Promise<void> {
  if (kind === 'name') return saveName(tx, themeId, typeof facts.from === 'string' ? facts.from : null)
  if (kind === 'pin') return savePinned(tx, themeId, facts.from === true)
  if (facts.gone) await saveGone(tx, facts.gone, false)
  for (const { from, ids } of facts.moved ?? []) await putPlaces(tx, { venueId, ids, to: from, byHost: false })
  if (facts.born) await saveGone(tx, facts.born, true)
}
