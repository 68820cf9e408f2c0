import type { ContributionView } from '../conversation/contract.ts'
import { findContributionsTextFor } from '../conversation/index.ts'
import type { Ctx } from '../platform/index.ts'
import type { Similar } from './contract.ts'
import { primaryTag } from './rules/primary-tag.ts'
import { findFamilyState, findThemesOf } from './store/families.ts'
import { findThemeFor, type ThemeRow } from './store/themes.ts'

const ACROSS_MAX = 2

/** What is said of the same thing in other languages: where most of what is near stands in a theme of a family, a voice of
 *  each of its themes in another language, at most two. Words of two languages are never compared: the way is the theme. */
export async function findSimilarAcross(
  ctx: Ctx,
  { venueId, near }: { venueId: string; near: readonly Similar[] },
): Promise<Similar[]> {
  const { families } = await findFamilyState(ctx.tx, venueId)
  if (families.length === 0) return []
  const themeId = strongest(
    near,
    await findThemesOf(ctx.tx, [...new Set(near.map((one) => one.contribution.threadId))]),
  )
  const kin = families.find(({ themes }) => themeId !== undefined && themes.includes(themeId))?.themes ?? []
  const rows: ThemeRow[] = []
  for (const id of kin) {
    const row = await findThemeFor(ctx.tx, ctx.actor, id)
    if (row && !row.goneAt) rows.push(row)
  }
  const own = rows.find(({ summary }) => summary.id === themeId)?.summary.language
  const others = rows.filter(({ summary }) => primaryTag(summary.language) !== primaryTag(own ?? ''))
  return voicesOf(ctx, others, near[0]?.similarity ?? 0)
}

/** The theme in which most of what is near stands, each weighed by how near it is. */
function strongest(near: readonly Similar[], themeOf: ReadonlyMap<string, string>): string | undefined {
  const weights = new Map<string, number>()
  for (const { similarity, contribution } of near) {
    const theme = themeOf.get(contribution.threadId)
    if (theme !== undefined) weights.set(theme, (weights.get(theme) ?? 0) + similarity)
  }
  return [...weights].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

async function voicesOf(ctx: Ctx, others: readonly ThemeRow[], similarity: number): Promise<Similar[]> {
  const chosen = others.flatMap(({ summary }) => {
    const [voice] = summary.voices
    return voice ? [{ id: voice.contributionId, theme: summary }] : []
  })
  const ids = chosen.slice(0, ACROSS_MAX).map(({ id }) => id)
  const views: ContributionView[] = JSON.parse(await findContributionsTextFor(ctx.tx, ctx.actor, ids))
  return chosen.slice(0, ACROSS_MAX).flatMap(({ id, theme }): Similar[] => {
    const contribution = views.find((view) => view.id === id && !view.retracted)
    const across = { themeId: theme.id, name: theme.name ?? theme.label, language: theme.language }
    return contribution ? [{ similarity, contribution, across }] : []
  })
}
