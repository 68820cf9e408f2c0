import type { Database, Tx } from '../platform/index.ts'
import type { Feeding } from './feed-engine.ts'
import { constraintsOf, placesByHosts } from './rules/honour-acts.ts'
import { layOut } from './rules/lay-out.ts'
import {
  findActs,
  findMoved,
  findStandingThemes,
  type Place,
  saveComputed,
  saveFoundPlaces,
  saveMachineChanges,
  savePoints,
  saveThemes,
} from './store/computing.ts'
import { findUncounted, saveListFigures, saveShapedFigures, saveThemeFigures } from './store/figures.ts'
import { holdThemes } from './store/revision.ts'
import { findListFigures } from './store/themes.ts'
import { tell } from './tell.ts'
import type { ComputeAsked, Found, FoundPlace, FoundTheme } from './worker/asked.ts'
import type { Engine } from './worker/open-engine.ts'

const VOICES = 5
const SENTENCE_MAX = 1_000

export type Computing = { readonly database: Database; readonly engine: Engine; readonly feeding: Feeding }

/** Computes the themes of a venue anew, beginning from those that stand and from what hosts did. */
export async function computeVenue({ database, engine, feeding }: Computing, venueId: string): Promise<void> {
  const readAt = await feeding.feed(venueId)
  const asked = await database.transaction({ role: 'jobs' }, (tx) => findAsked(tx, venueId), {
    readOnly: true,
    patient: true,
    snapshot: true,
  })
  const found = await engine.compute(venueId, asked)
  if (!found) throw new Error('the texts of the conversation were dropped before it was computed')
  try {
    const writing = { venueId, found }
    const places = await database.transaction({ role: 'jobs' }, (tx) => write(tx, writing), { patient: true })
    engine.stand(venueId, places, found.telling)
    await countThemes(database, venueId, readAt)
  } catch (error) {
    engine.forget(venueId) // it holds what was never written
    throw error
  }
}

async function findAsked(tx: Tx, venueId: string): Promise<ComputeAsked> {
  const standing = await findStandingThemes(tx, venueId)
  return {
    constraints: constraintsOf(await findActs(tx, venueId)),
    pinned: standing.filter(({ pinned, name }) => pinned || name !== null).map(({ id }) => ({ theme: id })),
    themes: standing.map(({ id, label }) => ({ id, label })),
    moved: await findMoved(tx, venueId),
  }
}

type Writing = { readonly venueId: string; readonly found: Found }

/** Hosts wait for this: only what must change at once stands in it, and all counts follow. */
async function write(tx: Tx, { venueId, found }: Writing): Promise<Place[]> {
  await holdThemes(tx, venueId)
  // What hosts did while this was computed counts as well.
  const byHosts = placesByHosts(await findActs(tx, venueId))
  const keep = [...byHosts.values()].filter((id) => id !== null)
  await saveThemes(tx, venueId, { found: found.themes.map(quoting), keep })
  const places = found.places.map((place) => placeOf(place, byHosts))
  await saveFoundPlaces(tx, venueId, places)
  await saveShapedFigures(tx, await findUncounted(tx, venueId))
  await saveMachineChanges(tx, venueId, found.changes)
  return places
}

/** Counts all themes of a venue and tells that the list is another. `readAt`: what was written until then is computed.
 *  Seconds in a large jam; the themes are held for an instant at the end of each part. */
export async function countThemes(database: Database, venueId: string, readAt?: Date): Promise<void> {
  await database.transaction({ role: 'jobs' }, (tx) => saveThemeFigures(tx, venueId), { patient: true })
  await database.transaction(
    { role: 'jobs' },
    async (tx) => {
      const revision = await saveListFigures(tx, venueId)
      if (readAt) {
        const { ties } = await findListFigures(tx, venueId)
        await savePoints(tx, layOut(await findStandingThemes(tx, venueId), ties))
        await saveComputed(tx, venueId, readAt)
      }
      await tell(tx, { type: 'themes.changed', facts: { venueId, revision } })
    },
    { patient: true },
  )
}

function quoting(theme: FoundTheme) {
  const voices = theme.voices.slice(0, VOICES).map(({ id, root, sentence }) => ({
    contributionId: id,
    threadId: root,
    sentence: sentence.slice(0, SENTENCE_MAX),
  }))
  return { ...theme, label: theme.label.slice(0, 120), voices }
}

function placeOf({ id, theme, subtheme }: FoundPlace, byHosts: ReadonlyMap<string, string | null>): Place {
  const byHost = byHosts.has(id)
  if (byHost) return { id, theme: byHosts.get(id) ?? null, subtheme: null, byHost }
  return { id, theme, subtheme: subtheme?.slice(0, 120) ?? null, byHost }
}
