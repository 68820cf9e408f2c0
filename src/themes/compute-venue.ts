import type { Database, Tx } from '../platform/index.ts'
import { constraintsOf, placesByHosts } from './rules/honour-acts.ts'
import { layOut } from './rules/lay-out.ts'
import {
  type EarlierTheme,
  findActs,
  findEarlier,
  findTexts,
  type Place,
  saveAllPlaces,
  saveComputed,
  saveMachineChanges,
  savePoints,
  saveThemes,
} from './store/computing.ts'
import { saveListFigures, saveThemeFigures } from './store/figures.ts'
import { findListFigures } from './store/themes.ts'
import { tell } from './tell.ts'
import type { ComputeAsked, Found, FoundTheme, ThemeText } from './worker/asked.ts'
import type { Engine } from './worker/open-engine.ts'

const VOICES = 5
const SENTENCE_MAX = 1_000

/** Computes the themes of a venue anew, beginning from those that stand and from what hosts did. */
export async function computeVenue(database: Database, engine: Engine, venueId: string): Promise<void> {
  const read = await database.transaction({ role: 'jobs' }, (tx) => readAll(tx, venueId), {
    readOnly: true,
    patient: true,
    snapshot: true,
  })
  const found = await engine.compute(venueId, read.asked)
  await database.transaction({ role: 'jobs' }, (tx) => write(tx, { venueId, found, ...read }), { patient: true })
}

async function readAll(tx: Tx, venueId: string) {
  const texts = await findTexts(tx, venueId)
  const earlier = await findEarlier(tx, venueId)
  const acts = await findActs(tx, venueId)
  return { readAt: tx.now, texts, asked: askedOf(texts, earlier, constraintsOf(acts)) }
}

function askedOf(
  texts: readonly ThemeText[],
  earlier: readonly EarlierTheme[],
  constraints: ComputeAsked['constraints'],
): ComputeAsked {
  const themes = earlier.map(({ id, language, label, members }) => ({ id, language, label, size: members.length }))
  return {
    texts: texts.map((one) => ({ ...one, author: one.author ?? undefined, group: one.group ?? undefined })),
    constraints,
    pinned: earlier.filter(({ pinned, name }) => pinned || name !== null).map(({ id }) => ({ theme: id })),
    state:
      themes.length === 0
        ? undefined
        : { version: 1, nextTheme: 1, themes, texts: earlier.map(({ members }) => members) },
  }
}

type Writing = { venueId: string; readAt: Date; texts: readonly ThemeText[]; found: Found }

async function write(tx: Tx, { venueId, readAt, texts, found }: Writing): Promise<void> {
  // What hosts did while this was computed counts as well.
  const byHosts = placesByHosts(await findActs(tx, venueId))
  const rootOf = new Map(texts.map(({ id, root }) => [id, root]))
  const themes = found.themes.filter(({ members }) => members.length > 0)
  const keep = [...byHosts.values()].filter((id) => id !== null)
  await saveThemes(tx, venueId, { found: themes.map((theme) => quoting(theme, rootOf)), keep })
  const roots = texts.filter(({ id, root }) => id === root)
  await saveAllPlaces(tx, venueId, placesOf(roots, themes, byHosts))
  await saveThemeFigures(tx, venueId)
  const revision = await saveListFigures(tx, venueId)
  const { ties } = await findListFigures(tx, venueId)
  await savePoints(tx, layOut(await findEarlier(tx, venueId), ties))
  await saveMachineChanges(tx, venueId, found.changes)
  await saveComputed(tx, venueId, readAt)
  await tell(tx, { type: 'themes.changed', facts: { venueId, revision } })
}

function quoting(theme: FoundTheme, rootOf: ReadonlyMap<string, string>): FoundTheme {
  const voices = theme.voices.slice(0, VOICES).map(({ id, sentence }) => ({
    ...{ id, contributionId: id, threadId: rootOf.get(id) ?? id },
    sentence: sentence.slice(0, SENTENCE_MAX),
  }))
  return { ...theme, label: theme.label.slice(0, 120), voices, members: [] }
}

function placesOf(
  roots: readonly ThemeText[],
  themes: readonly FoundTheme[],
  byHosts: ReadonlyMap<string, string | null>,
): Place[] {
  const themeOf = new Map(themes.flatMap(({ id, members }) => members.map((member) => [member, id] as const)))
  const subthemeOf = new Map(
    themes.flatMap(({ subthemes }) =>
      subthemes.flatMap(({ label, members }) => members.map((member) => [member, label.slice(0, 120)] as const)),
    ),
  )
  return roots.map(({ id }) => {
    const byHost = byHosts.has(id)
    const theme = (byHost ? byHosts.get(id) : themeOf.get(id)) ?? null
    return { id, theme, subtheme: byHost ? null : (subthemeOf.get(id) ?? null), byHost }
  })
}
