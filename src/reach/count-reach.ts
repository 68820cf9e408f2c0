import { LEAST_PEOPLE } from '../kernel/index.ts'
import type { Database, Tx } from '../platform/index.ts'
import { findReachCounts, type ReachCount } from '../reading/index.ts'
import type { ReachRow } from './contract.ts'
import { type Counted, hideSteps } from './rules/hide-steps.ts'
import { findJamsToCount, findParts, type PartRow, saveFigures } from './store/counting.ts'
import type { Figures } from './store/reach.ts'

/** Counts every jam that goes on, and those that have ended since. What is kept has no group under five in it. */
export async function countAllReach(database: Database): Promise<void> {
  const jams = await database.transaction({ role: 'jobs' }, findJamsToCount, { readOnly: true })
  for (const jamId of jams) await countReach(database, jamId)
}

/** Counts one jam. */
export async function countReach(database: Database, jamId: string): Promise<void> {
  await database.transaction({ role: 'jobs' }, (tx) => countIn(tx, jamId), { patient: true })
}

async function countIn(tx: Tx, jamId: string): Promise<void> {
  const parts = await findParts(tx, jamId)
  const counts = await findReachCounts(tx, jamId)
  const names = new Map(parts.map(({ hub, hubName }) => [hub, hubName]))
  const hubs = groupBy(parts, counts, ({ hub }) => hub)
  const languages = groupBy(parts, counts, ({ language }) => language)
  const all = sumOf(hubs.map(({ counted }) => counted))
  const byHub = hideSteps(
    hubs.map(({ counted }) => counted),
    all,
  )
  const byLanguage = hideSteps(
    languages.map(({ counted }) => counted),
    all,
  )
  const hubRows = rowsOf(hubs, byHub.rows, (hub) => (hub === null ? null : (names.get(hub) ?? null)))
  const figures: Figures = {
    all: byHub.all,
    hubs: hubRows,
    languages: rowsOf(languages, byLanguage.rows, (language) => language),
    missing: missingOf(hubRows),
  }
  await saveFigures(tx, jamId, figures)
}

type Group = { readonly key: string | null; readonly counted: Counted }
type Keyed = Pick<PartRow, 'hub' | 'language'>

function groupBy(
  parts: readonly PartRow[],
  counts: readonly ReachCount[],
  keyOf: (one: Keyed) => string | null,
): Group[] {
  const grouped = Map.groupBy(parts, keyOf)
  return [...grouped].map(([key, own]) => {
    const of = (what: 'invited' | 'voted' | 'wrote' | 'again') => own.reduce((sum, part) => sum + part[what], 0)
    const step = (name: ReachCount['step']) =>
      counts.filter((one) => one.step === name && keyOf(one) === key).reduce((sum, { people }) => sum + people, 0)
    const [invited, voted, wrote] = [of('invited'), of('voted'), of('wrote')]
    // Who keeps no reading history is in neither number; who voted or wrote has opened it. Nobody is in more steps than were invited.
    const opened = Math.min(invited, Math.max(step('opened'), step('read'), voted, wrote))
    return { key, counted: { invited, opened, read: Math.min(opened, step('read')), voted, wrote, again: of('again') } }
  })
}

function sumOf(rows: readonly Counted[]): Counted {
  const of = (step: keyof Counted) => rows.reduce((sum, row) => sum + row[step], 0)
  return {
    ...{ invited: of('invited'), opened: of('opened'), read: of('read') },
    ...{ voted: of('voted'), wrote: of('wrote'), again: of('again') },
  }
}

function rowsOf(
  groups: readonly Group[],
  shown: readonly ReachRow['steps'][],
  nameOf: (key: string | null) => string | null,
): ReachRow[] {
  return groups.flatMap(({ key }, at) => {
    const steps = shown[at]
    return steps ? [{ id: key, name: nameOf(key), steps }] : []
  })
}

/** Only where the zero is shown: then it hides nobody. */
function missingOf(hubs: readonly ReachRow[]): Figures['missing'] {
  const large = hubs.filter(({ steps }) => (steps.invited ?? 0) >= LEAST_PEOPLE)
  const named = ({ id, name }: ReachRow) => (id && name ? [{ id, name }] : [])
  return {
    unopened: large.filter(({ steps }) => steps.opened === 0).flatMap(named),
    silent: large.filter(({ steps }) => steps.wrote === 0 && steps.opened !== 0).flatMap(named),
  }
}
