import { venueFor } from '../conversation/index.ts'
import { type Actor, notFound, Refusal } from '../kernel/index.ts'
import { type Ctx, currentCursor, decodeKey, encodeKey, isPlace, JsonText, mayOf } from '../platform/index.ts'
import type { ThemePage, ThemesView, ThemeView } from './contract.ts'
import { headlineOf } from './rules/headline.ts'
import { mayShape } from './rules/may.ts'
import { findGrowthFor, findRepliesFor, findSeldomReadFor } from './store/theme.ts'
import {
  findChanges,
  findListFigures,
  findPlacedFor,
  findProgressFor,
  findSmallVoicesFor,
  findThemeFor,
  findThemesFor,
  type ThemeRow,
} from './store/themes.ts'

const PAGE_DEFAULT = 30

/** The themes of a venue as they were computed last. Nothing is counted here. */
export async function viewThemes(ctx: Ctx<Actor>, { venueId }: { venueId: string }): Promise<ThemesView> {
  const venue = await venueFor(ctx, venueId)
  const cursor = await currentCursor(ctx.tx)
  const [figures, themes, changes, progress, smallVoices] = await Promise.all([
    findListFigures(ctx.tx, venueId),
    findThemesFor(ctx.tx, ctx.actor, venueId),
    findChanges(ctx.tx, { venueId }),
    findProgressFor(ctx.tx, ctx.actor, venueId),
    findSmallVoicesFor(ctx.tx, ctx.actor, venueId),
  ])
  return {
    venueId,
    ...figures,
    themes,
    smallVoices,
    headline: headlineOf(themes, smallVoices),
    changes,
    progress,
    cursor,
    may: { shape: mayOf(ctx, mayShape(ctx.actor, venue)) },
  }
}

/** A theme; what is gone and what may not be seen are both "not found". */
export async function themeFor(ctx: Ctx<Actor>, themeId: string): Promise<ThemeRow> {
  const found = await findThemeFor(ctx.tx, ctx.actor, themeId)
  if (!found || found.goneAt) throw notFound()
  return found
}

/** One theme in full. */
export async function viewTheme(ctx: Ctx<Actor>, { themeId }: { themeId: string }): Promise<ThemeView> {
  const { venueId, summary } = await themeFor(ctx, themeId)
  const venue = await venueFor(ctx, venueId)
  const [growth, strongestBuilds, strongestObjections, openQuestions, seldomRead, changes] = await Promise.all([
    findGrowthFor(ctx.tx, ctx.actor, themeId),
    findRepliesFor(ctx.tx, ctx.actor, { themeId, kind: 'build' }),
    findRepliesFor(ctx.tx, ctx.actor, { themeId, kind: 'objection' }),
    findRepliesFor(ctx.tx, ctx.actor, { themeId, kind: 'question' }),
    findSeldomReadFor(ctx.tx, ctx.actor, themeId),
    findChanges(ctx.tx, { venueId, themeId }),
  ])
  const may = { shape: mayOf(ctx, mayShape(ctx.actor, venue)) }
  return { theme: summary, ...growth, strongestBuilds, strongestObjections, openQuestions, seldomRead, changes, may }
}

type Page = { before?: string; limit?: number }

/** The contributions of a theme, newest first. */
export async function viewThemeContributions(ctx: Ctx<Actor>, input: Page & { themeId: string }) {
  const { venueId } = await themeFor(ctx, input.themeId)
  return pageOf(ctx, { ...input, venueId })
}

/** The contributions of a venue that are in no theme, newest first. */
export async function viewUnsorted(ctx: Ctx<Actor>, input: Page & { venueId: string }) {
  await venueFor(ctx, input.venueId)
  return pageOf(ctx, { ...input, themeId: null })
}

async function pageOf(ctx: Ctx<Actor>, input: Page & { venueId: string; themeId: string | null }) {
  const { venueId, themeId, limit = PAGE_DEFAULT } = input
  const page = await findPlacedFor(ctx.tx, ctx.actor, { venueId, themeId, before: beforeOf(input.before), limit })
  const next = page.size === limit && page.lastAt && page.lastId ? encodeKey(page.lastAt, page.lastId) : null
  return new JsonText<ThemePage>(`{"items":${page.items},"next":${JSON.stringify(next)}}`)
}

function beforeOf(cursor: string | undefined): { at: string; id: string } | undefined {
  if (cursor === undefined) return undefined
  const [at = '', id = ''] = decodeKey(cursor)
  if (isPlace(at, id)) return { at, id }
  throw new Refusal('bad-request', {
    status: 400,
    values: { field: 'before', problem: 'is not a cursor of this list' },
  })
}
