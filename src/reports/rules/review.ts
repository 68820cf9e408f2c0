import type { Review } from './material.ts'
import type { Quote, ReportTheme, Statement } from './report.ts'

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
