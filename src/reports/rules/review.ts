import type { Review } from './material.ts'
import type { Book } from './render/book.ts'
import { textOf } from './render/say-statement.ts'
import type { Edit, Quote, ReportTheme, Statement } from './report.ts'

/** Names a sentence of a theme for a host's choice: its kind and what it is about. */
export function statementId({ key, name }: Pick<Statement, 'key' | 'name'>): string {
  return name === null ? key : `${key}:${name}`
}

/** Names a quote for a host's choice: the contribution and where its words begin. */
export function quoteId({ id, part, start }: Pick<Quote, 'id' | 'part' | 'start'>): string {
  return `${id}:${part}:${start}`
}

/** A theme as its hosts want it: their name, sentences left out or said shorter, quotes left out. Nothing can be added and
 *  no number changes; one sentence stays, since a theme that says nothing would be no theme. */
export function reviewTheme(theme: ReportTheme, review: Review): ReportTheme {
  const stands = (quote: Quote) => !review.quotes.includes(quoteId(quote))
  const kept = theme.statements.filter((each) => !review.dropped.includes(statementId(each)))
  const statements = (kept.length > 0 ? kept : theme.statements.slice(0, 1)).map((each): Statement => {
    return review.short.includes(statementId(each)) ? { ...each, wording: 'short' } : each
  })
  return {
    ...theme,
    name: review.name ?? theme.name,
    signed: review.signed,
    statements,
    voices: theme.voices.filter(stands),
    builds: theme.builds.filter(stands),
    objections: theme.objections.filter(stands),
    questions: theme.questions.filter(stands),
  }
}

/** Every quote of a theme in the order of the report. */
export function quotesOf({ voices, builds, objections, questions }: ReportTheme): Quote[] {
  return [...voices, ...builds, ...objections, ...questions]
}

export type Changed = Pick<Edit, 'what' | 'from' | 'to'>

const WORDS_MAX = 500

type Changing = {
  readonly theme: ReportTheme
  readonly before: Review
  readonly after: Review
  readonly say: Book['say']
}

/** What one choice of a host changes against the one before, as everybody sees it in the edition. Quotes are named by their
 *  place, never by their words: those can be taken back. */
export function changesOf({ theme, before, after, say }: Changing): Changed[] {
  const named = (review: Review) => review.name ?? theme.name ?? theme.label
  const text = (statement: Statement, wording: Statement['wording']) =>
    textOf({ say }, { ...statement, wording }).slice(0, WORDS_MAX)
  const wording = (review: Review, id: string) => (review.short.includes(id) ? 'short' : 'long')
  return [
    ...(named(before) === named(after) ? [] : [{ what: 'name', from: named(before), to: named(after) } as const]),
    ...theme.statements.flatMap((statement): Changed[] => {
      const id = statementId(statement)
      const [from, to] = [text(statement, wording(before, id)), text(statement, wording(after, id))]
      const [was, is] = [!before.dropped.includes(id), !after.dropped.includes(id)]
      if (was !== is) return [{ what: 'statement', from: was ? from : '', to: is ? to : '' }]
      return from === to ? [] : [{ what: 'wording', from, to }]
    }),
    ...quotesOf(theme).flatMap((quote): Changed[] => {
      const [was, is] = [before, after].map((review) => !review.quotes.includes(quoteId(quote)))
      const place = quote.id
      return was === is ? [] : [{ what: 'quote', from: was ? place : '', to: is ? place : '' }]
    }),
  ]
}
