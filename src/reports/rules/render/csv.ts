import { citedIn } from '../cited.ts'
import type { Corpus } from '../corpus.ts'
import type { Place, Report } from '../report.ts'
import { nameOf } from './book.ts'

/** Every contribution and reply of an edition with its place, as a table: nothing of it is anybody's words but the names of
 *  themes. A byte order mark tells spreadsheets that it is UTF-8. */
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
    ]
  })
  return `\uFEFF${[head, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string): string {
  const safe = /^[\s=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
