import type { Corpus } from '../corpus.ts'
import { wordsOf } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import { quantify } from '../quantify.ts'
import type { Citation, Report, ReportTheme, Statement } from '../report.ts'
import { kindOf } from '../statements.ts'
import type { Fault } from './fault.ts'
import { fits, type Recount, type Recounts, recount } from './recount.ts'

/** R1: every sentence about opinion cites versions that exist; a word for a share belongs to its number of people and has
 *  three authors; fewer are called a single voice. */
export function statementFaults(report: Report, corpus: Corpus, counts: Recounts): Fault[] {
  return report.themes.flatMap((theme) => {
    const checking = { report, corpus, theme, counts, counted: counts.of(theme), ideas: new Set(theme.ideas) }
    return theme.statements.flatMap((statement, at) => faultsOf(checking, statement, `themes/${theme.id}/${at}`))
  })
}

type Checking = {
  readonly report: Report
  readonly corpus: Corpus
  readonly theme: ReportTheme
  readonly counts: Recounts
  readonly counted: Recount
  readonly ideas: ReadonlySet<string>
}

function faultsOf(checking: Checking, statement: Statement, at: string): Fault[] {
  const fault = (what: string): Fault => ({ rule: 'report/R1', at, what })
  const kind = kindOf(statement.key)
  const found: Fault[] = []
  if (kind.opinion && statement.citations.length === 0) found.push(fault('cites nothing'))
  for (const cited of statement.citations) {
    const problem = citationProblem(checking, cited)
    if (problem) found.push(fault(problem))
  }
  if (new Set(statement.citations.map(({ id }) => id)).size < statement.citations.length)
    found.push(fault('cites one twice'))
  if (kind.quantified) found.push(...quantityProblems(checking, statement).map(fault))
  else if (statement.quantifier !== null || statement.of !== null) found.push(fault('has a share without people'))
  if (kind.single && statement.count !== null) found.push(fault('counts single voices'))
  return found
}

function citationProblem({ corpus, ideas }: Checking, cited: Citation): string | undefined {
  const written = corpus.written.get(cited.id)
  if (!written) return 'cites what is not there'
  if (written.retractedAt === null && !wordsOf(corpus, cited)) return 'cites a version that is not there'
  if (cited.version > written.version) return 'cites a version that is not there'
  return ideas.has(written.root) ? undefined : 'cites what stands in another theme'
}

function quantityProblems(checking: Checking, { key, quantifier, count, of, name, citations }: Statement): string[] {
  const { report, corpus, counted } = checking
  if (quantifier === null || count === null || of === null) return ['has no number of people']
  const problems: string[] = []
  if (count > of) problems.push('counts more than there are')
  if (quantify(count, of) !== quantifier) problems.push(`says "${quantifier}" for ${count} of ${of}`)
  if (count < METHOD.floor) problems.push('counts a group under five')
  const cited = recount(
    report,
    citations.flatMap(({ id }) => corpus.written.get(id) ?? []),
  )
  if (cited.people[1] < METHOD.authors) problems.push('makes a general claim of fewer than three authors')
  const people = countedBy(checking, key, name)
  if (people && !fits(count, people)) problems.push(`counts ${count} where ${people[0]} people are`)
  if (key !== 'agree' && key !== 'disagree' && !fits(of, counted.people))
    problems.push('is not of the people of the theme')
  return problems
}

const REPLIES: Readonly<Record<string, string>> = { build: 'build', object: 'objection' }

/** People who built on, objected, or voted, counted from the corpus; the parts of a theme are not in it. */
function countedBy({ report, counts, theme, counted }: Checking, key: Statement['key'], name: string | null) {
  const kind = REPLIES[key]
  if (kind)
    return recount(
      report,
      [...counted.there, ...counted.erased].filter((each) => each.kind === kind),
    ).people
  if (key === 'agree' || key === 'disagree') return votersWho(counts, counted, key)
  const part = theme.subthemes.find(({ label }) => label === name)
  return part ? ([part.people ?? 0, part.people ?? 0] as const) : ([0, 0] as const)
}

/** People whose votes in the theme lean so. Votes on what was taken back are still there. */
function votersWho(counts: Recounts, { there, erased }: Recount, key: 'agree' | 'disagree'): readonly [number, number] {
  const sums = new Map<string, number>()
  for (const { person, value } of [...there, ...erased].flatMap(({ id }) => counts.votesOn(id))) {
    if (value !== 'pass') sums.set(person, (sums.get(person) ?? 0) + (value === key ? 1 : -1))
  }
  const count = [...sums.values()].filter((sum) => sum > 0).length
  return [count, count]
}
