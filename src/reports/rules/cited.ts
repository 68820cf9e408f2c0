import type { Citation, Quote, Report } from './report.ts'

/** A chapter in which a contribution is used, with the theme it is used for. */
export type Use = { readonly chapter: 'themes' | 'opinions' | 'voices'; readonly theme: string | null }

/** Every quote of a report with its place, in the order of the report. */
export function* quotesIn({ themes, opinions, voices }: Pick<Report, 'themes' | 'opinions' | 'voices'>): Generator<{
  quote: Quote
  use: Use
}> {
  for (const theme of themes) {
    const use = { chapter: 'themes', theme: theme.id } as const
    for (const quote of [...theme.voices, ...theme.builds, ...theme.objections, ...theme.questions])
      yield { quote, use }
  }
  for (const { quote } of [...(opinions?.common ?? []), ...(opinions?.splits ?? [])])
    yield { quote, use: { chapter: 'opinions', theme: null } }
  for (const { quotes, theme } of voices) for (const quote of quotes) yield { quote, use: { chapter: 'voices', theme } }
}

/** The reverse links: where each cited or quoted contribution is used. */
export function citedIn(report: Pick<Report, 'themes' | 'opinions' | 'voices'>): Map<string, Use[]> {
  const uses = new Map<string, Use[]>()
  const add = ({ id }: Pick<Citation, 'id'>, use: Use): void => {
    const known = uses.get(id) ?? []
    if (!known.some(({ chapter, theme }) => chapter === use.chapter && theme === use.theme)) known.push(use)
    uses.set(id, known)
  }
  for (const theme of report.themes) {
    for (const { citations } of theme.statements)
      for (const citation of citations) add(citation, { chapter: 'themes', theme: theme.id })
  }
  for (const { quote, use } of quotesIn(report)) add(quote, use)
  return uses
}
