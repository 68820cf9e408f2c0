import type { Written } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import { quantify } from '../quantify.ts'
import type { ReportTheme, Statement } from '../report.ts'
import type { StatementKey } from '../statements.ts'
import { citationOf } from './quotes.ts'
import { authorsOf, isIdea, repeats, type Tally } from './tally.ts'

const CITED = 5
const PARTS_SAID = 2

type Said = {
  readonly tally: Tally
  readonly there: readonly Written[]
  readonly people: number
  readonly partOf: ReadonlyMap<string, string | null>
}

/** What is said of a theme, each sentence with what it rests on. */
export function statementsOf(said: Said, votes: ReportTheme['votes']): Statement[] {
  return [
    ...sayParts(said),
    ...sayVotes(said, votes),
    ...sayReplies(said, { kind: 'build', many: 'build', few: 'build-single' }),
    ...sayReplies(said, { kind: 'objection', many: 'object', few: 'object-single' }),
    ...sayOpen(said),
  ]
}

function statement(key: StatementKey, values: Partial<Statement>): Statement {
  return { key, wording: 'long', quantifier: null, count: null, of: null, name: null, citations: [], ...values }
}

/** People of the larger parts of a theme, by what these are about. */
function sayParts({ tally, there, people, partOf }: Said): Statement[] {
  const parts = Map.groupBy(there.filter(isIdea), ({ id }) => partOf.get(id) ?? null)
  const counted = [...parts].flatMap(([name, ideas]) => {
    const authors = authorsOf(ideas)
    return name === null || authors.size < METHOD.floor ? [] : [{ name, ideas, count: authors.size }]
  })
  const largest = counted.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, PARTS_SAID)
  return largest.map(({ name, ideas, count }) =>
    quantified('subject', { count, of: people }, { name, citations: citeFrom(tally, ideas) }),
  )
}

/** What the people who voted here lean to. */
function sayVotes({ tally, there }: Said, votes: ReportTheme['votes']): Statement[] {
  if (votes === null) return []
  const agrees = votes.agree >= votes.disagree
  const count = agrees ? votes.agree : votes.disagree
  if (count < METHOD.floor) return []
  const supported = there.filter(({ id }) => {
    const support = tally.support.get(id) ?? 0
    return agrees ? support > 0 : support < 0
  })
  const sign = agrees ? 1 : -1
  const citations = citeFrom(tally, supported, (each) => sign * (tally.support.get(each.id) ?? 0))
  if (citations.length < METHOD.authors) return []
  return [quantified(agrees ? 'agree' : 'disagree', { count, of: votes.people }, { citations })]
}

type OfKind = { readonly kind: string; readonly many: StatementKey; readonly few: StatementKey }

/** People who build on, or object: a number from five people and three cited authors on, else single voices. */
function sayReplies({ tally, there, people }: Said, { kind, many, few }: OfKind): Statement[] {
  const replies = there.filter((each) => each.kind === kind)
  const count = authorsOf(replies).size
  if (count === 0) return []
  const citations = citeFrom(tally, replies)
  if (count < METHOD.floor) return [statement(few, { citations: citations.slice(0, METHOD.authors - 1) })]
  return [quantified(many, { count, of: people }, { citations })]
}

/** Questions that nobody has answered. `count` are questions here, not people, and the sentence says so. */
function sayOpen({ tally, there }: Said): Statement[] {
  const open = there.filter((each) => each.kind === 'question' && !tally.answered.has(each.id))
  return open.length === 0 ? [] : [statement('ask', { count: open.length, citations: citeFrom(tally, open) })]
}

function quantified(key: StatementKey, numbers: { count: number; of: number }, more: Partial<Statement>): Statement {
  return statement(key, { ...numbers, ...more, quantifier: quantify(numbers.count, numbers.of) })
}

/** The best supported ones, each by another author as long as there are any; those by nobody known last. */
function citeFrom(
  tally: Tally,
  from: readonly Written[],
  worth: (written: Written) => number = (each) => tally.support.get(each.id) ?? 0,
): Statement['citations'] {
  const ranked = from
    .map((each, at) => ({ each, at, worth: worth(each) }))
    .sort((a, b) => b.worth - a.worth || a.at - b.at)
  const authors = new Set<string>()
  const own = ranked.filter(({ each: { author, seed } }) => {
    if (author === null || seed || authors.has(author)) return false
    authors.add(author)
    return true
  })
  // What says the same as one before it rests a sentence on nothing more: it is cited where there is nothing else.
  const isRepeated = repeats(tally)
  const repeated = new Set(own.filter(({ each }) => isRepeated(each)))
  const cited = [...own.filter((one) => !repeated.has(one)), ...repeated]
  return (cited.length > 0 ? cited : ranked).slice(0, CITED).map(({ each }) => citationOf(each))
}
