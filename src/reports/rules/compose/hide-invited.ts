import { METHOD } from '../limits.ts'
import type { PeopleTable, Report } from '../report.ts'

type Row = PeopleTable['rows'][number]
type Whole = Report['people']

/** One to four people: never shown, nor to be found as the distance of two numbers. */
const isSmall = (people: number): boolean => people !== 0 && Math.abs(people) < METHOD.floor

/**
 * How many were invited stands beside how many wrote where nobody or five and more lie between them: else those who were
 * invited and did not write could be told. What rows hide of it does not follow from the whole: it is five people and more of
 * two rows at least, else the smallest rows hide it too. `isSafe`: false when there are not enough rows for that, and the
 * whole must hide it. `all`: every row as it was counted, the ones that stand together too.
 */
export function hideInvited(table: PeopleTable, all: readonly Row[]): { table: PeopleTable; isSafe: boolean } {
  const told = table.rows.filter(({ invited, people }) => invited && !isSmall(invited) && !isSmall(invited - people))
  const tells = new Set(told)
  const hidden = all.filter((row) => row.invited && !tells.has(row))
  const spare = told.filter(({ people }) => people > 0)
  while (!isEnough(hidden)) {
    const smallest = spare.pop()
    if (!smallest) break
    tells.delete(smallest)
    hidden.push(smallest)
  }
  const rows = table.rows.map((row) => (row.invited && !tells.has(row) ? { ...row, invited: null } : row))
  return { table: { ...table, rows }, isSafe: isEnough(hidden) }
}

function isEnough(hidden: readonly Row[]): boolean {
  const invited = hidden.reduce((sum, row) => sum + (row.invited ?? 0), 0)
  const wrote = hidden.reduce((sum, { people }) => sum + people, 0)
  return hidden.length === 0 || (hidden.length > 1 && !isSmall(invited) && !isSmall(invited - wrote))
}

/** How many were invited in all, beside the other numbers of people; null where it is not shown. */
export function invitedInAll({ invited, tookPart, voted, wrote, again }: Whole, isSafe: boolean): number | null {
  if (invited === null || !isSafe || isSmall(invited)) return null
  return [tookPart, voted, wrote, again].some((people) => people !== null && isSmall(invited - people)) ? null : invited
}
