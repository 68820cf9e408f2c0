import { venueFor } from '../conversation/index.ts'
import { ensure, Refusal } from '../kernel/index.ts'
import type { Ctx } from '../platform/index.ts'
import { rebuildFamilies } from './rebuild-families.ts'
import { mayJudge } from './rules/may.ts'
import { primaryTag } from './rules/primary-tag.ts'
import { tellShaped } from './shape-themes.ts'
import { findJudged, openFamilies } from './store/families.ts'
import { findReadLanguages } from './store/languages.ts'
import { holdThemes } from './store/revision.ts'
import { insertAct, insertChange } from './store/shaping.ts'
import { findThemeFor } from './store/themes.ts'
import { themeFor } from './view-themes.ts'

/** Says whether two themes of two languages are about one thing. It holds over all computations until it is undone; of
 *  one pair the last word counts. */
export async function judgeKin(
  ctx: Ctx,
  { themeId, otherId, isOne }: { themeId: string; otherId: string; isOne: boolean },
): Promise<string> {
  const { venueId, summary } = await themeFor(ctx, themeId)
  const venue = await venueFor(ctx, venueId)
  await holdThemes(ctx.tx, venueId)
  const other = await findThemeFor(ctx.tx, ctx.actor, otherId)
  const languages = [summary.language, ...(other ? [other.summary.language] : [])].map(primaryTag)
  ensure(mayJudge(ctx.actor, venue, { languages, reads: await findReadLanguages(ctx.tx, ctx.actor, venueId) }))
  if (!other || other.goneAt || other.venueId !== venueId) throw new Refusal('themes.gone-meanwhile', { status: 422 })
  if (languages[0] === languages[1]) throw new Refusal('themes.same-language', { status: 422 })
  const pair = [await findJudged(ctx.tx, themeId), await findJudged(ctx.tx, otherId)] as const
  const by = ctx.actor.personId
  const actId = await insertAct(ctx.tx, { venueId, themeId, kind: isOne ? 'link' : 'part', facts: { pair }, by })
  const parts = [{ themeId: otherId, contributions: other.summary.contributions }]
  await insertChange(ctx.tx, { venueId, themeId, kind: isOne ? 'linked' : 'parted', parts, by, actId })
  await openFamilies(ctx.tx, venueId)
  await rebuildFamilies(ctx.tx, venueId)
  await tellShaped(ctx, venueId)
  return venueId
}
