import type { Statement } from './statement.ts'

const PLACE = /\$(\d+)/g

/** More in one statement would make a plan for each number of them. */
const MOST = 8

/** The changes in their order, cut into what one statement may hold: at most eight, at most one of them with rows. */
export function cutForMerging<T extends { readonly statement: Statement }>(changes: readonly T[]): T[][] {
  const groups: T[][] = []
  for (const change of changes) {
    const group = groups.at(-1)
    const hasHost = group?.some(({ statement }) => isHost(statement.text)) ?? false
    if (!group || group.length >= MOST || (hasHost && isHost(change.statement.text))) groups.push([change])
    else group.push(change)
  }
  return groups
}

const merged = new Map<string, string>()

/** One statement that does what several changes do, so that they cost one message and one plan. Each must be an insert,
 *  update or delete that needs nothing of the others; at most one may begin with "with", and the rows are its own.
 *  PostgreSQL runs them in no certain order, and either all have their effect or none. */
export function mergeStatements(statements: readonly Statement[]): Statement {
  const [only] = statements
  if (only && statements.length === 1) return only
  const key = statements.map(({ text }) => text).join('\n;')
  const text = merged.get(key) ?? mergeTexts(statements)
  if (merged.size < 1_000) merged.set(key, text)
  return { text, values: statements.flatMap(({ values = [] }) => values) }
}

function mergeTexts(statements: readonly Statement[]): string {
  let places = 0
  let host = 'select'
  const changes: string[] = []
  for (const [at, { text, values = [] }] of statements.entries()) {
    const from = places
    const moved = text.replace(PLACE, (_place, number: string) => `$${from + Number(number)}`)
    places += values.length
    if (isHost(moved)) host = moved
    else changes.push(`later_${at} as (${moved})`)
  }
  return isHost(host)
    ? `with ${changes.join(', ')}, ${host.slice('with '.length)}`
    : `with ${changes.join(', ')} ${host}`
}

const isHost = (text: string): boolean => text.startsWith('with ')
