// Makes the files of demo/ from the Polis sets: node dev/convert/polis.ts [FOLDER OF THE DATA SETS]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { type Ballot, type ConsultationSet, type Statement, type Value, writeSet } from '../../src/app/demo-set.ts'

type Source = { folder: string; file: string; language: string }
type Row = Record<string, string>

const sources: readonly Source[] = [
  { folder: 'american-assembly.bowling-green', file: 'bowling-green', language: 'en' },
  { folder: 'vtaiwan.uberx', file: 'vtaiwan-uberx', language: 'zh' },
  { folder: 'austria-climate.5twd2jsnkf.2022-08-08', file: 'austria-climate', language: 'de' },
  { folder: 'scoop-hivemind.biodiversity', file: 'biodiversity', language: 'en' },
]

/** The file of votes gives 1 to those who agree, as the counts of comments.csv show (`signAgreement` measures it). */
const values: Readonly<Record<string, Value>> = { '1': 'agree', '-1': 'disagree', '0': 'pass' }

function rowsOf(path: string): Row[] {
  return parse(readFileSync(path), { columns: true, bom: true })
}

/** One consultation: statements in the order of writing without those refused, and the last vote of each person on each. */
function convert(folder: string, language: string): ConsultationSet & { refusedVotes: number } {
  const summary = new Map(parse(readFileSync(join(folder, 'summary.csv'))) as [string, string][])
  const comments = rowsOf(join(folder, 'comments.csv'))
  const statements = comments
    .filter((row) => row.moderated !== '-1')
    .map(statementOf)
    .toSorted((a, b) => a.at - b.at || a.id - b.id)
  const timed = existsSync(join(folder, 'votes.csv'))
  const votes = timed ? timedVotes(folder) : untimedVotes(folder)
  const places = new Map(statements.map(({ id }, place) => [String(id), place]))
  const ballots = votes.flatMap((vote) => ballotOf(vote, places))
  const header = {
    set: folder.split('/').at(-1) ?? '',
    topic: summary.get('topic') ?? '',
    description: summary.get('conversation-description') ?? '',
    url: summary.get('url') ?? '',
    language,
    timed,
    statements: statements.length,
    refused: comments.length - statements.length,
    votes: ballots.length,
  }
  return { header, statements, ballots, refusedVotes: votes.length - ballots.length }
}

function statementOf(row: Row): Statement {
  const text = (row['comment-body'] ?? '').replace(/\r\n?/gu, '\n').trim()
  return { id: Number(row['comment-id']), author: Number(row['author-id']), at: Number(row.timestamp), text }
}

type Vote = { comment: string; voter: string; vote: string; at: number }

/** votes.csv is not sorted and holds votes that were changed later: the last one of a person counts. */
function timedVotes(folder: string): Vote[] {
  const last = new Map<string, Vote>()
  for (const row of rowsOf(join(folder, 'votes.csv'))) {
    const vote = {
      comment: row['comment-id'] ?? '',
      voter: row['voter-id'] ?? '',
      vote: row.vote ?? '',
      at: Number(row.timestamp),
    }
    const key = `${vote.comment} ${vote.voter}`
    const known = last.get(key)
    if (known === undefined || known.at <= vote.at) last.set(key, vote)
  }
  return [...last.values()]
}

function untimedVotes(folder: string): Vote[] {
  return rowsOf(join(folder, 'participants-votes.csv')).flatMap((row) =>
    Object.entries(row)
      .filter(([column, vote]) => /^\d+$/u.test(column) && vote !== '')
      .map(([comment, vote]) => ({ comment, voter: row.participant ?? '', vote, at: 0 })),
  )
}

function ballotOf(vote: Vote, places: ReadonlyMap<string, number>): Ballot[] {
  const statement = places.get(vote.comment)
  const value = values[vote.vote]
  if (statement === undefined || value === undefined) return []
  return [{ voter: Number(vote.voter), statement, value, at: vote.at }]
}

/** Share of the agreements and disagreements counted in comments.csv that our votes meet; with the signs swapped it would be far lower. */
function signAgreement(folder: string, { statements, ballots }: ConsultationSet): { met: number; swapped: number } {
  const counts = statements.map(() => ({ agree: 0, disagree: 0, pass: 0 }))
  for (const { statement, value } of ballots) {
    const count = counts[statement]
    if (count) count[value]++
  }
  const given = new Map(rowsOf(join(folder, 'comments.csv')).map((row) => [Number(row['comment-id']), row]))
  let all = 0
  let met = 0
  let swapped = 0
  for (const [place, { id }] of statements.entries()) {
    const [agrees, disagrees] = [Number(given.get(id)?.agrees), Number(given.get(id)?.disagrees)]
    const count = counts[place] ?? { agree: 0, disagree: 0 }
    all += agrees + disagrees
    met += Math.min(agrees, count.agree) + Math.min(disagrees, count.disagree)
    swapped += Math.min(agrees, count.disagree) + Math.min(disagrees, count.agree)
  }
  return { met: met / all, swapped: swapped / all }
}

const datasets = resolve(process.argv[2] ?? process.env.DANDELION_DATASETS ?? '../shared/data')
for (const { folder, file, language } of sources) {
  const path = join(datasets, 'polis', folder)
  const set = convert(path, language)
  const bytes = gzipSync(writeSet(set), { level: 9 })
  writeFileSync(new URL(`../../demo/${file}.jsonl.gz`, import.meta.url), bytes)
  const { met, swapped } = signAgreement(path, set)
  const { statements, refused, votes, url } = set.header
  console.log(
    `${file}: ${statements} statements, ${refused} refused by the moderators and left out, ${votes} votes ` +
      `(${set.refusedVotes} on refused statements left out), counts met ${(met * 100).toFixed(1)} % (signs swapped ` +
      `${(swapped * 100).toFixed(1)} %), ${bytes.length} bytes, ${url}`,
  )
}
