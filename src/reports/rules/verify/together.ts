import type { Corpus, Written } from '../corpus.ts'
import { METHOD } from '../limits.ts'
import type { Report } from '../report.ts'
import type { Fault } from './fault.ts'
import { fits, type Recounts, recount } from './recount.ts'

/** Folds and families: nothing stands in two, each holds two at least, and their people are those of the union. */
export function togetherFaults(report: Report, corpus: Corpus, counts: Recounts): Fault[] {
  return [...foldFaults(report, corpus, counts), ...familyFaults(report, counts)]
}

function foldFaults(report: Report, { written }: Corpus, counts: Recounts): Fault[] {
  const folds = report.folds ?? []
  const twice = repeated(folds.flatMap(({ ids }) => ids))
  return [
    ...twice.map((id): Fault => ({ rule: 'report/folds', at: id, what: 'stands in two folds' })),
    ...folds.flatMap(({ ids, people }, at): Fault[] => {
      const fault = (what: string): Fault => ({ rule: 'report/folds', at: `folds/${at}`, what })
      const found = ids.flatMap((id) => written.get(id) ?? [])
      if (ids.length < 2) return [fault('holds one alone')]
      if (found.length < ids.length || found.some(({ parent }) => parent !== null))
        return [fault('holds what is no contribution')]
      return fits(people, union(report, found, counts)) ? [] : [fault(`counts ${people} people`)]
    }),
  ]
}

/** Authors, and those who only agree where these are five or more. Who took words back since may have been either. */
function union(report: Report, found: readonly Written[], counts: Recounts): readonly [number, number] {
  const { there, erased } = recount(report, found)
  const writers = new Set(there.flatMap(({ author, seed }) => (author === null || seed ? [] : [author])))
  const others = new Set<string>()
  for (const { id } of [...there, ...erased])
    for (const { person, value } of counts.votesOn(id))
      if (value === 'agree' && !writers.has(person)) others.add(person)
  const told = (count: number) => (count < METHOD.floor ? 0 : count)
  return [writers.size + told(others.size - erased.length), writers.size + told(others.size) + erased.length]
}

function familyFaults(report: Report, counts: Recounts): Fault[] {
  const families = report.families ?? []
  const themes = new Map(report.themes.map((theme) => [theme.id, theme]))
  const twice = repeated(families.flatMap((family) => family.themes))
  return [
    ...twice.map((id): Fault => ({ rule: 'report/families', at: id, what: 'stands in two families' })),
    ...families.flatMap(({ themes: ids, people, columns }, at): Fault[] => {
      const fault = (what: string): Fault => ({ rule: 'report/families', at: `families/${at}`, what })
      const own = ids.flatMap((id) => themes.get(id) ?? [])
      if (own.length < ids.length || own.length < 2) return [fault('holds what is no theme here')]
      if (columns.length < 2) return [fault('speaks one language')]
      const all = own.flatMap((theme) => [...counts.of(theme).there, ...counts.of(theme).erased])
      if (!fits(people, recount(report, all).people)) return [fault(`counts ${people} people`)]
      return columns.every((column) => {
        const said = all.filter(({ language }) => language === column.language)
        return said.length === column.contributions && fits(column.people, recount(report, said).people)
      })
        ? []
        : [fault('counts others in a language')]
    }),
  ]
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.has(id) || !seen.add(id))
}
