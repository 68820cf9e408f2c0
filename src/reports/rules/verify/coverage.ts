import { citedIn } from '../cited.ts'
import type { Corpus, Written } from '../corpus.ts'
import type { Report } from '../report.ts'
import type { Fault } from './fault.ts'
import { fits, recount } from './recount.ts'

/** R2, the line: cited, in a headline theme, in another theme and unsorted are together everything that was written. */
export function coverageFaults(report: Report, corpus: Corpus): Fault[] {
  const fault = (at: string, what: string): Fault => ({ rule: 'report/R2', at: `coverage/${at}`, what })
  const groups = groupsOf(report, corpus)
  const all = [...groups.values()].reduce((sum, { length }) => sum + length, 0)
  const told = report.coverage.reduce((sum, { contributions }) => sum + contributions, 0)
  const found = told === all ? [] : [fault('all', `adds up to ${told} of ${all}`)]
  for (const [place, written] of groups) {
    const rows = report.coverage.filter((row) => row.place === place)
    const [row] = rows
    if (!row || rows.length > 1) found.push(fault(place, 'is not there once'))
    else if (row.contributions !== written.length)
      found.push(fault(place, `counts ${row.contributions}, not ${written.length}`))
    else if (!fits(row.people, recount(report, written).people)) found.push(fault(place, 'counts other people'))
  }
  return found
}

/** Each contribution and reply that was there when the edition was made, by the place it has. */
function groupsOf(report: Report, corpus: Corpus): Map<string, Written[]> {
  const cited = citedIn(report)
  const headline = new Map(
    report.themes.flatMap((theme) => theme.ideas.map((id) => [id, theme.headline !== null] as const)),
  )
  const groups = new Map<string, Written[]>(['cited', 'headline', 'theme', 'unsorted'].map((place) => [place, []]))
  for (const written of corpus.written.values()) {
    if (written.postedAt > report.edition.madeAt) continue
    const stands = headline.get(written.root)
    const place = cited.has(written.id) ? 'cited' : stands === undefined ? 'unsorted' : stands ? 'headline' : 'theme'
    groups.get(place)?.push(written)
  }
  return groups
}
