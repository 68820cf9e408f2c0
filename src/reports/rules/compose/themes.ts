import type { Written } from '../corpus.ts'
import type { MaterialTheme } from '../material.ts'
import type { Quote, ReportTheme } from '../report.ts'
import { reviewTheme } from '../review.ts'
import { quoteOf, quoteSentence } from './quotes.ts'
import { statementsOf } from './statements.ts'
import { authorsOf, isIdea, isThere, repeats, shown, type Tally } from './tally.ts'
import { stepOf, type Time } from './time.ts'

const VOICES = 3
const QUOTED = 2

/** Every theme with its numbers, sentences and quotes; those with most people first. Which are headlines is decided
 *  afterwards. */
export function themesOf(tally: Tally, time: Time): ReportTheme[] {
  const themes = tally.material.themes.map((theme) => themeOf(tally, time, theme))
  return themes.sort(
    (a, b) => (b.people ?? 0) - (a.people ?? 0) || b.contributions - a.contributions || (a.id < b.id ? -1 : 1),
  )
}

function themeOf(tally: Tally, time: Time, theme: MaterialTheme): ReportTheme {
  const all = tally.byTheme.get(theme.id) ?? []
  const there = all.filter(isThere)
  const people = authorsOf(there)
  const votes = leaningsIn(tally, there)
  const partOf = new Map(theme.ideas.map(({ id, part }) => [id, part]))
  const statements = statementsOf({ tally, there, people: people.size, partOf }, votes)
  const voices = voicesOf(tally, theme, there)
  const made: ReportTheme = {
    ...{ id: theme.id, name: theme.name, label: theme.label, headline: null, signed: null, votes, voices },
    languages: languagesIn(there),
    contributions: there.filter(isIdea).length,
    replies: there.filter((each) => !isIdea(each)).length,
    people: shown(people.size),
    hubs: new Set([...people].flatMap((id) => tally.hubOf.get(id) ?? [])).size,
    statements: statements.length > 0 ? statements : single(voices),
    builds: quotesOf(tally, there, (each) => each.kind === 'build'),
    objections: quotesOf(tally, there, (each) => each.kind === 'objection'),
    questions: quotesOf(tally, there, (each) => each.kind === 'question' && !tally.answered.has(each.id)),
    subthemes: partsIn(there, partOf),
    steps: stepsIn(there, time),
    ideas: all.filter(isIdea).map(({ id }) => id),
  }
  const review = tally.material.reviews[theme.id]
  return review ? reviewTheme(made, review) : made
}

/** Too little was said for a general claim: one person's words stand for themselves. */
function single([voice]: readonly Quote[]): ReportTheme['statements'] {
  if (!voice) return []
  const citations = [{ id: voice.id, version: voice.version }]
  return [{ key: 'single', wording: 'long', quantifier: null, count: null, of: null, name: null, citations }]
}

/** What each voter leans to, all votes of theirs here taken together; below five voters nobody learns it. */
function leaningsIn(tally: Tally, there: readonly Written[]): ReportTheme['votes'] {
  const leaning = new Map<string, number>()
  for (const { id } of there) {
    for (const { person, value } of tally.votesOn.get(id) ?? []) {
      if (value !== 'pass') leaning.set(person, (leaning.get(person) ?? 0) + (value === 'agree' ? 1 : -1))
    }
  }
  if (shown(leaning.size) === null || leaning.size === 0) return null
  const leanings = [...leaning.values()]
  const agree = leanings.filter((sum) => sum > 0).length
  const disagree = leanings.filter((sum) => sum < 0).length
  const rest = leanings.length - agree - disagree
  // A side of one to four people is not shown, and neither is what it could be found from.
  return [agree, disagree, rest].some((side) => shown(side) === null) ? null : { people: leaning.size, agree, disagree }
}

function languagesIn(there: readonly Written[]): ReportTheme['languages'] {
  const groups = Map.groupBy(there, ({ language }) => language)
  return [...groups]
    .map(([language, said]) => ({ language, people: shown(authorsOf(said).size), contributions: said.length }))
    .sort((a, b) => b.contributions - a.contributions || (a.language < b.language ? -1 : 1))
    .slice(0, 50)
}

/** The sentences that were found to stand for the theme, where they are still there; else its best supported ones. */
function voicesOf(tally: Tally, theme: MaterialTheme, there: readonly Written[]): Quote[] {
  const isRepeated = repeats(tally)
  const found = theme.voices.flatMap(({ id, sentence }) => {
    const written = tally.written.get(id)
    // A host may have moved it into another theme since it was chosen.
    const stands = written && isThere(written) && tally.themeOf.get(written.root) === theme.id && !isRepeated(written)
    return (stands && quoteSentence(tally, written, sentence)) || []
  })
  return found.length > 0 ? found.slice(0, VOICES) : quotesOf(tally, there, isIdea)
}

/** The best supported of a kind, each by another author. */
function quotesOf(tally: Tally, there: readonly Written[], wanted: (written: Written) => boolean): Quote[] {
  const authors = new Set<string>()
  const isRepeated = repeats(tally)
  const ranked = there
    .filter((each) => wanted(each))
    .map((each, at) => ({ each, at, support: tally.support.get(each.id) ?? 0 }))
    .sort((a, b) => b.support - a.support || a.at - b.at)
    .filter(({ each }) => !isRepeated(each))
    .filter(({ each: { author } }) => author === null || (!authors.has(author) && authors.add(author)))
  return ranked.slice(0, QUOTED).flatMap(({ each }) => quoteOf(tally, each) ?? [])
}

function partsIn(there: readonly Written[], partOf: ReadonlyMap<string, string | null>): ReportTheme['subthemes'] {
  const groups = Map.groupBy(there.filter(isIdea), ({ id }) => partOf.get(id) ?? null)
  return [...groups]
    .flatMap(([label, ideas]) =>
      label === null ? [] : [{ label, contributions: ideas.length, people: shown(authorsOf(ideas).size) }],
    )
    .sort((a, b) => b.contributions - a.contributions || (a.label < b.label ? -1 : 1))
    .slice(0, 20)
}

function stepsIn(there: readonly Written[], time: Time): number[] {
  const steps = time.all.map(() => 0)
  for (const { postedAt } of there) {
    const step = stepOf(time, postedAt)
    steps[step] = (steps[step] ?? 0) + 1
  }
  return steps
}
