import type { Corpus, Written } from '../corpus.ts'
import type { Report, ReportTheme, Vote } from '../report.ts'

/** What the corpus says of a theme. `erased`: what was taken back since the edition, whose authors are not known any more. */
export type Recount = {
  readonly there: readonly Written[]
  readonly erased: readonly Written[]
  /** At least, at most so many: who took words back may have written others that stand. */
  readonly people: readonly [number, number]
}

/** Counts each theme anew, and the votes on each contribution: everything is gone through once. */
export function recountThemes(report: Report, corpus: Corpus): Recounts {
  const themeOf = new Map(report.themes.flatMap(({ id, ideas }) => ideas.map((idea) => [idea, id] as const)))
  const byTheme = Map.groupBy(corpus.written.values(), ({ root }) => themeOf.get(root))
  const themes = new Map(report.themes.map(({ id }) => [id, recount(report, byTheme.get(id) ?? [])]))
  const votesOn = Map.groupBy(corpus.votes, ({ contribution }) => contribution)
  return { of: ({ id }) => themes.get(id) ?? recount(report, []), votesOn: (id) => votesOn.get(id) ?? [] }
}

export type Recounts = {
  of(theme: Pick<ReportTheme, 'id'>): Recount
  votesOn(contributionId: string): readonly Vote[]
}

/** Distinct authors, and how many more there may have been. */
export function recount({ edition }: Report, written: readonly Written[]): Recount {
  const there = written.filter(({ retractedAt }) => retractedAt === null)
  const erased = written.filter(({ retractedAt }) => retractedAt !== null && retractedAt > edition.madeAt)
  const authors = new Set<string>()
  for (const { author, seed } of there) if (author !== null && !seed) authors.add(author)
  return { there, erased, people: [authors.size, authors.size + erased.length] }
}

/** Whether a number of people can be true; null is one to four. */
export function fits(people: number | null, [least, most]: Recount['people']): boolean {
  if (people === null) return most >= 1 && least <= 4
  return people >= least && people <= most
}
