import type { opinion } from '../../analysis/index.ts'
import type { AnalysisCall } from './analysis-command.ts'
import { growingList } from './growing-list.ts'
import type { Line } from './read-lines.ts'
import { splitFields } from './split-words.ts'
import { columnsOf, separatorOf, type VoteColumns, voteOf } from './vote-columns.ts'

type Cast = { readonly participant: string; readonly statement: string; readonly vote: number; readonly timeMs: number }

/** The votes of a file, long or wide, in the order of casting. A line that is none is told to `bad` and left out whole.
 *  Throws a sentence when the first line does not say what the columns are. */
export async function readVotes(call: Pick<AnalysisCall, 'input' | 'lines' | 'bad'>): Promise<opinion.Ballots> {
  const ballots = gatherBallots()
  let layout: Layout | undefined
  for await (const line of call.lines(call.input)) {
    if (line.text.trim() === '') continue
    const isFirst = layout === undefined
    layout ??= readLayout(line)
    if (isFirst) meetColumns(ballots, layout.columns)
    if (isFirst && !layout.isVote) continue
    const read = readRow(splitFields(line.text, layout.separator), layout.columns)
    if (typeof read === 'string') call.bad.skip(line, read)
    else ballots.add(read)
  }
  return ballots.taken()
}

type Layout = { readonly columns: VoteColumns; readonly isVote: boolean; readonly separator: string }

/** A column is a statement also where nobody has voted on it. */
function meetColumns(ballots: Gathering, columns: VoteColumns): void {
  if (columns.form === 'wide') for (const { id } of columns.statements) ballots.knowStatement(id)
}

function readLayout({ file, text }: Line): Layout {
  const separator = separatorOf(text)
  const found = columnsOf(splitFields(text, separator) ?? [])
  if (found !== undefined) return { ...found, separator }
  throw new Error(
    `${file} does not begin with the names of its columns: participant, statement and vote, or participant and a column for each statement.`,
  )
}

type Row = { readonly participant: string; readonly votes: readonly Cast[] }

/** The votes of a row, or why there are none. */
function readRow(fields: readonly string[] | undefined, columns: VoteColumns): Row | string {
  if (fields === undefined) return 'a quotation mark is not closed'
  const participant = fields[columns.participant] ?? ''
  if (participant === '') return 'it names no participant'
  return columns.form === 'long' ? readLong(fields, columns, participant) : readWide(fields, columns, participant)
}

function readLong(
  fields: readonly string[],
  columns: VoteColumns & { form: 'long' },
  participant: string,
): Row | string {
  const statement = fields[columns.statement] ?? ''
  if (statement === '') return 'it names no statement'
  const given = fields[columns.vote] ?? ''
  const vote = voteOf(given)
  if (vote === undefined) return `the vote "${given}" is not -1, 0 or 1`
  const timeMs = columns.time === -1 ? 0 : Number(fields[columns.time] || Number.NaN)
  if (Number.isNaN(timeMs)) return `the time "${fields[columns.time] ?? ''}" is no number`
  return { participant, votes: [{ participant, statement, vote, timeMs }] }
}

function readWide(
  fields: readonly string[],
  columns: VoteColumns & { form: 'wide' },
  participant: string,
): Row | string {
  const votes: Cast[] = []
  for (const { column, id } of columns.statements) {
    const given = fields[column] ?? ''
    const vote = voteOf(given)
    if (vote === undefined && given !== '') return `the vote "${given}" on ${id} is not -1, 0 or 1`
    if (vote !== undefined) votes.push({ participant, statement: id, vote, timeMs: 0 })
  }
  return { participant, votes }
}

type Gathering = { knowStatement(id: string): number; add(row: Row): void; taken(): opinion.Ballots }

function gatherBallots(): Gathering {
  const [participants, statements] = [new Map<string, number>(), new Map<string, number>()]
  const [whose, which] = [growingList((size) => new Uint32Array(size)), growingList((size) => new Uint32Array(size))]
  const values = growingList((size) => new Int8Array(size))
  const times = growingList((size) => new Float64Array(size))
  const knowStatement = (id: string): number => placeOf(statements, id)
  return {
    knowStatement,
    add({ participant, votes }) {
      const who = placeOf(participants, participant)
      for (const { statement, vote, timeMs } of votes) {
        whose.push(who)
        which.push(knowStatement(statement))
        values.push(vote)
        times.push(timeMs)
      }
    },
    taken() {
      const order = inTime(times.taken())
      const ids = { participants: [...participants.keys()], statements: [...statements.keys()] }
      const [who, what, value] = [whose.taken(), which.taken(), values.taken()]
      return {
        ...ids,
        whose: order.map((at) => who[at] ?? 0),
        which: order.map((at) => what[at] ?? 0),
        values: Int8Array.from(order, (at) => value[at] ?? 0),
      }
    },
  }
}

function placeOf(places: Map<string, number>, id: string): number {
  const known = places.get(id)
  if (known !== undefined) return known
  places.set(id, places.size)
  return places.size - 1
}

/** Places by their time; of one time in the order of the file. */
function inTime(times: Float64Array): Uint32Array {
  const order = Uint32Array.from(times, (_, at) => at)
  return order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b)
}
