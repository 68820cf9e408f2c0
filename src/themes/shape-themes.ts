import { venueFor } from '../conversation/index.ts'
import { ensure, Refusal } from '../kernel/index.ts'
import { type Ctx, newId } from '../platform/index.ts'
import { mayShape } from './rules/may.ts'
import { markStale } from './store/computing.ts'
import { saveShapedFigures } from './store/figures.ts'
import { holdThemes, saveRevision } from './store/revision.ts'
import {
  type ActFacts,
  findAnchor,
  findMembers,
  findPlacesFor,
  insertAct,
  insertChange,
  insertThemeFrom,
  type NewAct,
  type NewChange,
  putPlaces,
  saveGone,
  saveName,
  savePinned,
} from './store/shaping.ts'
import { findThemeFor, type ThemeRow } from './store/themes.ts'
import { tell } from './tell.ts'
import { themeFor } from './view-themes.ts'

/** Gives a theme its name; an empty one lets the label speak again. */
export async function nameTheme(ctx: Ctx, input: { themeId: string; name: string }): Promise<string> {
  const { venueId, summary } = await themeToShape(ctx, input.themeId)
  const name = input.name.trim() || null
  await saveName(ctx.tx, input.themeId, name)
  const act = { kind: 'name', themeId: input.themeId, facts: { from: summary.name, to: name } } as const
  const change = { from: summary.name ?? summary.label, to: name ?? summary.label }
  return shaped(ctx, { venueId, act, change: { themeId: input.themeId, kind: 'renamed', ...change } })
}

/** Keeps a theme whatever the machine finds, or no longer. */
export async function pinTheme(ctx: Ctx, input: { themeId: string; pinned: boolean }): Promise<string> {
  const { themeId, pinned } = input
  const { venueId, summary } = await themeToShape(ctx, themeId)
  await savePinned(ctx.tx, themeId, pinned)
  const act = { kind: 'pin', themeId, facts: { from: summary.pinned, to: pinned } } as const
  return shaped(ctx, { venueId, act, change: { themeId, kind: pinned ? 'pinned' : 'unpinned' } })
}

/** Puts another theme of the same language into this one. */
export async function mergeThemes(ctx: Ctx, input: { themeId: string; otherId: string }): Promise<string> {
  const { themeId, otherId } = input
  const { venueId, summary } = await themeToShape(ctx, themeId)
  if (themeId === otherId) throw new Refusal('themes.same-theme', { status: 422 })
  const other = await otherTheme(ctx, venueId, otherId)
  if (other.summary.language !== summary.language) throw new Refusal('themes.two-languages', { status: 422 })
  const anchor = await findAnchor(ctx.tx, themeId)
  const ids = await findMembers(ctx.tx, otherId)
  await putPlaces(ctx.tx, { venueId, ids, to: themeId, byHost: true })
  await saveGone(ctx.tx, otherId, true)
  const facts = { moved: [{ from: otherId, to: themeId, ids }], anchor, gone: otherId }
  const parts = [{ themeId: otherId, contributions: ids.length }]
  return shaped(ctx, { venueId, act: { kind: 'merge', themeId, facts }, change: { themeId, kind: 'merged', parts } })
}

/** Takes contributions out of a theme into one of their own. */
export async function splitTheme(ctx: Ctx, input: { themeId: string; contributionIds: string[] }): Promise<string> {
  const { themeId } = input
  const { venueId } = await themeToShape(ctx, themeId)
  const ids = [...new Set(input.contributionIds)]
  const members = new Set(await findMembers(ctx.tx, themeId))
  if (ids.some((id) => !members.delete(id))) throw new Refusal('themes.not-in-it', { status: 422 })
  const [anchor = null] = members
  const born = newId()
  await insertThemeFrom(ctx.tx, born, themeId)
  await putPlaces(ctx.tx, { venueId, ids, to: born, byHost: true })
  const facts = { moved: [{ from: themeId, to: born, ids }], anchor, born }
  const parts = [{ themeId: born, contributions: ids.length }]
  return shaped(ctx, { venueId, act: { kind: 'split', themeId, facts }, change: { themeId, kind: 'split', parts } })
}

/** Moves contributions into another theme, or out of all: one act, undone by one click. */
export async function moveContributions(
  ctx: Ctx,
  input: { venueId: string; contributionIds: string[]; themeId: string | null },
): Promise<string> {
  const { venueId, themeId: to } = input
  ensure(mayShape(ctx.actor, await venueFor(ctx, venueId)))
  await holdThemes(ctx.tx, venueId)
  const target = to === null ? null : await otherTheme(ctx, venueId, to)
  const ids = [...new Set(input.contributionIds)]
  const places = await findPlacesFor(ctx.tx, ctx.actor, { venueId, ids })
  if (places.length < ids.length) throw new Refusal('themes.not-in-it', { status: 422 })
  const moved = movesOf(places, to)
  const themeId = to ?? moved[0]?.from
  if (moved.length === 0 || !themeId) return venueId
  const anchor = to === null ? null : await findAnchor(ctx.tx, to)
  for (const one of moved) await putPlaces(ctx.tx, { venueId, ids: one.ids, to, byHost: true })
  const parts = moved.flatMap(({ from, ids }) =>
    from === null || from === themeId ? [] : [{ themeId: from, contributions: ids.length }],
  )
  const change = { themeId, kind: 'moved', parts, to: target && (target.summary.name ?? target.summary.label) }
  return shaped(ctx, { venueId, act: { kind: 'move', themeId, facts: { moved, anchor } }, change })
}

type PlaceNow = { readonly id: string; readonly theme: string | null }

/** What moves, by where it stands now; what is there already stays as it is. */
function movesOf(places: readonly PlaceNow[], to: string | null) {
  const going = Map.groupBy(
    places.filter(({ theme }) => theme !== to),
    ({ theme }) => theme,
  )
  return [...going].map(([from, those]) => ({ from, to, ids: those.map(({ id }) => id) }))
}

/** A theme that the asker may shape; nobody else shapes it until this transaction has ended. */
async function themeToShape(ctx: Ctx, themeId: string): Promise<ThemeRow> {
  const found = await themeFor(ctx, themeId)
  ensure(mayShape(ctx.actor, await venueFor(ctx, found.venueId)))
  await holdThemes(ctx.tx, found.venueId)
  return themeFor(ctx, themeId)
}

async function otherTheme(ctx: Ctx, venueId: string, themeId: string): Promise<ThemeRow> {
  const found = await findThemeFor(ctx.tx, ctx.actor, themeId)
  if (!found || found.goneAt || found.venueId !== venueId) throw new Refusal('themes.gone-meanwhile', { status: 422 })
  return found
}

type Shaped = {
  readonly venueId: string
  readonly act: Pick<NewAct, 'kind' | 'themeId' | 'facts'>
  readonly change: Omit<NewChange, 'venueId' | 'by' | 'actId'>
}

async function shaped(ctx: Ctx, { venueId, act, change }: Shaped): Promise<string> {
  const by = ctx.actor.personId
  const actId = await insertAct(ctx.tx, { ...act, venueId, by })
  await insertChange(ctx.tx, { ...change, venueId, by, actId })
  await tellShaped(ctx, venueId, act.facts)
  return venueId
}

/** Counts the themes concerned, and tells that the list is another: all else is counted by whoever hears it. */
export async function tellShaped({ tx, actor }: Ctx, venueId: string, { moved = [] }: ActFacts = {}): Promise<void> {
  const concerned = new Set(moved.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null))
  if (concerned.size > 0) await saveShapedFigures(tx, [...concerned])
  const revision = await saveRevision(tx, venueId)
  await markStale(tx, [venueId])
  await tell(tx, { type: 'themes.changed', facts: { venueId, revision } }, actor.personId)
}
