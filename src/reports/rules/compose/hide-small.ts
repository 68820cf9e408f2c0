import { hideUntil } from '../../../kernel/index.ts'
import { METHOD } from '../limits.ts'
import type { PeopleTable } from '../report.ts'

type Row = PeopleTable['rows'][number]

/**
 * A table in which nothing of fewer than five people is shown, and nothing can be found by taking away: smaller rows stand
 * together as `others`; when these are fewer than five people or a single row, the smallest shown row goes to them as well.
 * Nobody in a row (0 people) hides nobody and stays.
 */
export function hideSmall(rows: readonly Row[]): PeopleTable {
  const sorted = rows.toSorted((a, b) => b.people - a.people || b.contributions - a.contributions || order(a, b))
  const kept = sorted.filter(({ people }) => people >= METHOD.floor)
  const hidden = sorted.filter(({ people }) => people > 0 && people < METHOD.floor)
  const empty = sorted.filter(({ people }) => people === 0)
  const isEnough = (of: readonly Row[]): boolean =>
    of.length === 0 || (of.length > 1 && sum(of, 'people') >= METHOD.floor)
  hideUntil(isEnough, { told: kept, hidden })
  if (hidden.length > 0 && sum(hidden, 'people') < METHOD.floor) return { rows: empty, others: null }
  const others = hidden.length === 0 ? null : summed(hidden)
  return { rows: [...kept, ...empty], others }
}

/** The same for groups that people may belong to several of, such as languages: there nothing follows from taking away, and
 *  no larger row is hidden for the sake of a smaller. */
export function hideSmallOverlapping(rows: readonly Row[]): PeopleTable {
  const sorted = rows.toSorted((a, b) => b.people - a.people || b.contributions - a.contributions || order(a, b))
  const hidden = sorted.filter(({ people }) => people > 0 && people < METHOD.floor)
  const others = sum(hidden, 'people') < METHOD.floor ? null : summed(hidden)
  return { rows: sorted.filter((row) => !hidden.includes(row)), others }
}

const order = (a: Row, b: Row): number => (a.name < b.name ? -1 : Number(a.name > b.name))
const sum = (rows: readonly Row[], of: 'people' | 'contributions'): number =>
  rows.reduce((all, row) => all + row[of], 0)
const summed = (rows: readonly Row[]): PeopleTable['others'] => ({
  groups: rows.length,
  people: sum(rows, 'people'),
  contributions: sum(rows, 'contributions'),
})
