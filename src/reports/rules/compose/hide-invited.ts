import { hideUntil, isFew } from '../../../kernel/index.ts'
import type { PeopleTable } from '../report.ts'

type Row = PeopleTable['rows'][number]

/**
 * How many were invited stands beside how many wrote where nobody or five and more lie between them: else those who were
 * invited and did not write could be told. What rows hide of it does not follow from the whole: it is five people and more of
 * two rows at least, else the smallest rows hide it too. `isSafe`: false when there are not enough rows for that, and the
 * whole must hide it. `all`: every row as it was counted, the ones that stand together too.
 */
export function hideInvited(table: PeopleTable, all: readonly Row[]): { table: PeopleTable; isSafe: boolean } {
  const told = table.rows.filter(({ invited, people }) => invited && !isFew(invited) && !isFew(invited - people))
  const tells = new Set(told)
  const hidden = all.filter((row) => row.invited && !tells.has(row))
  const spare = told.filter(({ people }) => people > 0)
  hideUntil(isEnough, { told: spare, hidden })
  const hides = new Set(hidden)
  const rows = table.rows.map((row) => (hides.has(row) ? { ...row, invited: null } : row))
  return { table: { ...table, rows }, isSafe: isEnough(hidden) }
}

function isEnough(hidden: readonly Row[]): boolean {
  const invited = hidden.reduce((sum, row) => sum + (row.invited ?? 0), 0)
  const wrote = hidden.reduce((sum, { people }) => sum + people, 0)
  return hidden.length === 0 || (hidden.length > 1 && !isFew(invited) && !isFew(invited - wrote))
}
