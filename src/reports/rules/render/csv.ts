import { citedIn } from '../cited.ts'
import type { Corpus } from '../corpus.ts'
import type { RatedIdea } from '../rating.ts'
import type { Place, Report, ReportTheme } from '../report.ts'
import { nameOf } from './book.ts'

/** Every contribution and reply of an edition with its place, then every rated idea (kind: rated-idea) with what came out, as
 *  a table: nothing of it is anybody's words but the names of themes. A byte order mark tells spreadsheets that it is UTF-8. */
export function reportAsCsv(report: Report, corpus: Corpus): string {
  const cited = citedIn(report)
  const themeOf = new Map(report.themes.flatMap((theme) => theme.ideas.map((id) => [id, theme] as const)))
  const head = [
    'contribution',
    'thread',
    'kind',
    'language',
    'postedAt',
    'place',
    'theme',
    'themeName',
    'cited',
    'takenBack',
    ...RATED,
  ]
  const rows = [...corpus.written.values()].filter(({ postedAt }) => postedAt <= report.edition.madeAt)
  const lines = rows.map(({ id, root, kind, language, postedAt, retractedAt }) => {
    const theme = themeOf.get(root)
    const stands: Place = !theme ? 'unsorted' : theme.headline === null ? 'theme' : 'headline'
    const place: Place = cited.has(id) ? 'cited' : stands
    const uses = (cited.get(id) ?? []).map((use) => use.chapter).join(' ')
    return [
      id,
      root,
      kind,
      language,
      postedAt,
      place,
      theme?.id ?? '',
      theme ? nameOf(theme) : '',
      uses,
      retractedAt ?? '',
      ...RATED.map(() => ''),
    ]
  })
  const rated = report.rating?.ideas.map((idea) => ratedCells(idea, report, corpus)) ?? []
  return `\uFEFF${[head, ...lines, ...rated].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

const RATED = [
  ...['rank', 'people', 'points', 'pointsLow', 'pointsHigh'],
  ...['helps', 'helpsLow', 'helpsHigh', 'impact', 'feasibility'],
] as const

/** An idea may come from several themes; what fewer than five rated has no numbers. */
function ratedCells(idea: RatedIdea, { themes, rating }: Report, { ideas }: Corpus): string[] {
  const { id, rank, people, value, helps, impact, feasibility } = idea
  const own = idea.themes.flatMap((theme): ReportTheme[] => themes.filter((one) => one.id === theme))
  const language = ideas.find((one) => one.id === id)?.language ?? ''
  const names = own.map(nameOf).join(' · ')
  const numbers = [
    ...[rank, people, value?.mean, value?.low, value?.high],
    ...[helps?.mean, helps?.low, helps?.high, impact, feasibility],
  ]
  return [
    ...[id, '', 'rated-idea', language, rating?.countedAt ?? '', '', own.map((one) => one.id).join(' '), names, '', ''],
    ...numbers.map((number) => (number === null || number === undefined ? '' : String(number))),
  ]
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string): string {
  const safe = /^[\s=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
