import type { opinion } from '../../analysis/index.ts'
import { LEAST_PEOPLE } from '../../kernel/index.ts'
import { type Cell, drawPicture, fitPlaces } from './draw-picture.ts'
import { nameGroup, showGroups } from './show-groups.ts'

/** So many people must count before anything is shown. */
export const LEAST_COUNTED = 15
const STATEMENTS_SHOWN = 10
const GROUPS_SHOWN = 10
/** Common ground: more than half of every group agree, by the smoothed share. */
const LEANS = 0.5
/** A split: two groups are at least so far apart in their share of agreement. */
const APART = 0.3

export type StatementSummary = {
  readonly id: string
  readonly share: number
  readonly low: number
  readonly high: number
  readonly votes: number
  readonly groupInformed: number
  readonly groups: readonly { group: string; agree: number; disagree: number; votes: number }[]
}

/** What everybody may see of a computation. No person is in it. */
export type Summary = {
  readonly groups: readonly { group: string; people: number }[]
  readonly hiddenPeople: number
  readonly cells: readonly Cell[]
  readonly commonGround: readonly StatementSummary[]
  readonly splits: readonly StatementSummary[]
}

/** Her own place, for the person alone. */
export type OwnPlace = { readonly id: string; readonly group: string | null; readonly x: number; readonly y: number }

/** What is kept of a computation: the summary for everybody, and each place for its own person. */
export function summarise(found: opinion.OpinionGroups): { summary: Summary; places: OwnPlace[] } {
  const { shown, hiddenPeople } = showGroups(found.groups)
  const names = new Map(shown.slice(0, GROUPS_SHOWN).map(({ id }) => [id, nameGroup(id)]))
  const places = fitPlaces(found.participants).map(({ id, group, x, y }) => ({
    ...{ id, x, y },
    group: names.get(group) ?? null,
  }))
  const statements = found.statements.filter((statement) => maySay(statement, names))
  const summary = {
    groups: shown.map(({ id, size }) => ({ group: nameGroup(id), people: size })),
    hiddenPeople,
    cells: drawPicture(places),
    commonGround: findCommonGround(statements, names),
    splits: findSplits(statements, names),
  }
  return { summary, places }
}

type Opinion = opinion.OpinionGroups['statements'][number]
type Names = ReadonlyMap<number, string>

/** Each shown group has five votes on it, and so have the hidden ones together, or none. */
function maySay({ groups }: Opinion, names: Names): boolean {
  const shown = groups.filter(({ group }) => names.has(group))
  const hidden = groups.filter(({ group }) => !names.has(group)).reduce((sum, { seen }) => sum + seen, 0)
  const enough = shown.length > 0 && shown.every(({ seen }) => seen >= LEAST_PEOPLE)
  return enough && (hidden === 0 || hidden >= LEAST_PEOPLE)
}

function findCommonGround(statements: readonly Opinion[], names: Names): StatementSummary[] {
  return statements
    .filter(({ groups }) => groups.every(({ pa }) => pa > LEANS))
    .sort((a, b) => b.groupInformed - a.groupInformed || a.id.localeCompare(b.id))
    .slice(0, STATEMENTS_SHOWN)
    .map((statement) => summaryOf(statement, names))
}

function findSplits(statements: readonly Opinion[], names: Names): StatementSummary[] {
  const distance = ({ groups }: Opinion): number => {
    const shares = groups.filter(({ group }) => names.has(group)).map(({ pa }) => pa)
    return Math.max(...shares) - Math.min(...shares)
  }
  return statements
    .filter((statement) => distance(statement) >= APART)
    .sort((a, b) => distance(b) - distance(a) || a.id.localeCompare(b.id))
    .slice(0, STATEMENTS_SHOWN)
    .map((statement) => summaryOf(statement, names))
}

function summaryOf({ id, share, margin, seen, groupInformed, groups }: Opinion, names: Names): StatementSummary {
  const shown = groups.flatMap(({ group, agrees, disagrees, seen: votes }) => {
    const name = names.get(group)
    return name === undefined ? [] : [{ group: name, agree: agrees / votes, disagree: disagrees / votes, votes }]
  })
  return { id, share, low: margin.low, high: margin.high, votes: seen, groupInformed, groups: shown }
}
