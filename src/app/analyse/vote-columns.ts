/** How a file of votes is laid out: a vote a line, or a person a line with a column for each statement. */
export type VoteColumns =
  | {
      readonly form: 'long'
      readonly participant: number
      readonly statement: number
      readonly vote: number
      /** -1 where votes bear no time: then the order of lines is that of casting. */
      readonly time: number
    }
  | {
      readonly form: 'wide'
      readonly participant: number
      readonly statements: readonly { readonly column: number; readonly id: string }[]
    }

const PARTICIPANT = ['participant', 'participant-id', 'voter-id', 'voter']
const STATEMENT = ['statement', 'statement-id', 'comment-id']
const VOTE = ['vote']
const TIME = ['timestamp']
/** Columns of participants-votes.csv that are no statements. */
const BESIDE = ['xid', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree']

/** The separator of a first line: of comma, semicolon and tab the one that it has most of. */
export function separatorOf(line: string): string {
  const count = (separator: string): number => line.split(separator).length
  return [',', ';', '\t'].reduce((most, each) => (count(each) > count(most) ? each : most))
}

/** The layout that a first line tells, by the names of its columns; three fields of which the last is a vote are a vote
 *  already (`isVote`). Undefined when it tells none. */
export function columnsOf(fields: readonly string[]): { columns: VoteColumns; isVote: boolean } | undefined {
  const names = fields.map((field) => field.toLowerCase())
  const columnOf = (wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name))
  const [participant, statement, vote] = [columnOf(PARTICIPANT), columnOf(STATEMENT), columnOf(VOTE)]
  if (participant >= 0 && statement >= 0 && vote >= 0) {
    return { columns: { form: 'long', participant, statement, vote, time: columnOf(TIME) }, isVote: false }
  }
  if (participant >= 0) {
    const statements = fields
      .map((id, column) => ({ column, id }))
      .filter(({ column }) => column !== participant && !BESIDE.includes(names[column] ?? ''))
    return { columns: { form: 'wide', participant, statements }, isVote: false }
  }
  const isVote = fields.length === 3 && voteOf(fields[2] ?? '') !== undefined
  return isVote ? { columns: { form: 'long', participant: 0, statement: 1, vote: 2, time: -1 }, isVote } : undefined
}

/** -1, 0 or 1, also as +1 or 1.0; undefined for anything else. */
export function voteOf(field: string): number | undefined {
  return /^(?:[+-]?1|[+-]?0)(?:\.0{1,9})?$/.test(field) ? Math.trunc(Number(field)) + 0 : undefined
}
