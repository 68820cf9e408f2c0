import type { Corpus, Written } from '../corpus.ts'
import type { Report, ReportTheme } from '../report.ts'

/** What the corpus says of a theme. `erased`: what was taken back since the edition, whose authors are not known any more. */
export type Recount = {
  readonly there: readonly Written[]
  readonly erased: readonly Written[]
  /** At least, at most so many: who took words back may have written others that stand. */
  readonly people: readonly [number, number]
}

export function recountTheme(report: Report, corpus: Corpus, theme: ReportTheme): Recount {
  const ideas = new Set(theme.ideas)
  return recount(
    report,
    [...corpus.written.values()].filter(({ root }) => ideas.has(root)),
  )
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
