/** One consultation of demo/: its first line. `refused` counts the statements its moderators refused, which are left out. */
export type SetHeader = {
  set: string
  topic: string
  description: string
  url: string
  language: string
  timed: boolean
  statements: number
  refused: number
  votes: number
}

/** `at` in milliseconds since 1970; `id` and `author` are the numbers of the data. */
export type Statement = { id: number; author: number; at: number; text: string }
export type Value = 'agree' | 'disagree' | 'pass'
/** `statement` is the place in the list of statements; `at` in milliseconds since 1970, to the second. */
export type Ballot = { voter: number; statement: number; value: Value; at: number }
export type ConsultationSet = { header: SetHeader; statements: Statement[]; ballots: Ballot[] }

type VoterLine = { voter: number; from?: number; votes: string }

const values: Readonly<Record<string, Value>> = { '+': 'agree', '-': 'disagree', '0': 'pass' }
const signs: Readonly<Record<Value, string>> = { agree: '+', disagree: '-', pass: '0' }

/**
 * The text of a file of demo/: header, statements in the order of writing, then one line a voter. With times, a voter's
 * votes are pairs "seconds since the vote before, statement" with the sign behind; without, one sign a statement, '.' for none.
 */
export function writeSet({ header, statements, ballots }: ConsultationSet): string {
  const byVoter = Map.groupBy(ballots, (ballot) => ballot.voter)
  const voters = [...byVoter].toSorted(([a], [b]) => a - b)
  const write = header.timed ? timedVotes : (own: Ballot[]) => plainVotes(own, statements.length)
  const lines = [header, ...statements, ...voters.map(([voter, own]) => ({ voter, ...write(own) }))]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

function timedVotes(own: Ballot[]): { from: number; votes: string } {
  const sorted = own.toSorted((a, b) => seconds(a.at) - seconds(b.at) || a.statement - b.statement)
  const from = seconds(sorted[0]?.at ?? 0)
  let before = from
  const votes = sorted.map((ballot) => {
    const pair = `${seconds(ballot.at) - before},${ballot.statement}${signs[ballot.value]}`
    before = seconds(ballot.at)
    return pair
  })
  return { from, votes: votes.join(' ') }
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000)
}

function plainVotes(own: Ballot[], length: number): { votes: string } {
  const votes = Array.from({ length }, () => '.')
  for (const ballot of own) votes[ballot.statement] = signs[ballot.value]
  return { votes: votes.join('') }
}

/** Reads what writeSet wrote. Votes without times bear the time of the last statement: by then all were cast or could be. */
export function readSet(text: string): ConsultationSet {
  const [header, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  const set = header as SetHeader
  const statements = lines.slice(0, set.statements) as Statement[]
  const voters = lines.slice(set.statements) as VoterLine[]
  const lastMs = Math.max(...statements.map((statement) => statement.at))
  const ballots = voters.flatMap((line) => (set.timed ? readTimed(line) : readPlain(line, lastMs)))
  return { header: set, statements, ballots }
}

function readTimed({ voter, from = 0, votes }: VoterLine): Ballot[] {
  let at = from
  return votes.split(' ').map((pair) => {
    const [wait = '0', rest = ''] = pair.split(',')
    at += Number(wait)
    return { voter, statement: Number(rest.slice(0, -1)), value: valueFor(rest.at(-1)), at: at * 1000 }
  })
}

function readPlain({ voter, votes }: VoterLine, at: number): Ballot[] {
  return [...votes].flatMap((sign, statement) =>
    sign === '.' ? [] : [{ voter, statement, value: valueFor(sign), at }],
  )
}

function valueFor(sign: string | undefined): Value {
  const value = values[sign ?? '']
  if (value === undefined) throw new Error(`A vote in the demo's data has the strange sign ${JSON.stringify(sign)}.`)
  return value
}
