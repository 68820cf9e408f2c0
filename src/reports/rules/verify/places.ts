import type { Corpus } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { Report, ReportTheme } from '../report.ts'
import type { Fault } from './fault.ts'

/** R2, the places: every contribution stands in one theme or among the unsorted. And which themes are headlines. */
export function placesFaults(report: Report, corpus: Corpus): Fault[] {
  return [...ideaFaults(report, corpus), ...headlineFaults(report), ...languageFaults(report, corpus)]
}

function ideaFaults({ themes, unsorted, edition }: Report, corpus: Corpus): Fault[] {
  const fault = (id: string, what: string): Fault => ({ rule: 'report/R2', at: id, what })
  const placed = new Map<string, number>()
  for (const id of [...themes.flatMap(({ ideas }) => ideas), ...unsorted]) placed.set(id, (placed.get(id) ?? 0) + 1)
  const twice = [...placed].filter(([, times]) => times > 1).map(([id]) => fault(id, 'stands in two places'))
  const unknown = [...placed.keys()].filter((id) => corpus.written.get(id)?.parent !== null)
  const missing = [...corpus.written.values()].filter(
    ({ id, parent, postedAt }) => parent === null && postedAt <= edition.madeAt && !placed.has(id),
  )
  return [
    ...twice,
    ...unknown.map((id) => fault(id, 'is no contribution of this jam')),
    ...missing.map(({ id }) => fault(id, 'stands in no place')),
  ]
}

function headlineFaults({ themes, people }: Report): Fault[] {
  const fault = (what: string): Fault => ({ rule: 'report/headlines', at: 'themes', what })
  const headlines = themes.filter(({ headline }) => headline !== null)
  const rest = themes.filter(({ headline, people: own }) => headline === null && own !== null)
  const isSmall = (theme: ReportTheme) => (theme.people ?? 0) < METHOD.smallShare * (people.wrote ?? 0)
  const found: Fault[] = []
  if (headlines.length > METHOD.headlines) found.push(fault('more than nine headlines'))
  if (headlines.length < METHOD.headlines && rest.length > 0) found.push(fault('a place among the headlines is empty'))
  const hasSmall = headlines.some(({ headline }) => headline === 'small-voice')
  if (!hasSmall && rest.some(isSmall)) found.push(fault('no place for a small voice'))
  if (themes.some(({ id, ...rest }, at) => themes.findIndex((other) => other.id === id) !== at && rest))
    found.push(fault('a theme stands twice'))
  return found
}

/** A language of two in a hundred writers is in a headline, or is named among what was not heard. */
function languageFaults({ themes, people, unheard }: Report, { written }: Corpus): Fault[] {
  const headlined = themes.filter(({ headline }) => headline !== null).map((theme) => theme.languages[0]?.language)
  const named = new Set([...headlined, ...unheard.languages])
  const said = [...written.values()].filter(({ author, seed }) => author !== null && !seed)
  return [...Map.groupBy(said, ({ language }) => language)]
    .filter(([, of]) => new Set(of.map(({ author }) => author)).size >= METHOD.language * (people.wrote ?? Infinity))
    .filter(([language]) => !named.has(language))
    .map(([language]) => ({ rule: 'report/languages', at: language, what: 'appears nowhere' }))
}
