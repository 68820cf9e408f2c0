import { addressOf, authorOf, type PartItem, type Speech, type WholePart } from './my-part.ts'

const COLUMNS = [
  'part',
  'kind',
  'at',
  'author',
  'hub',
  'title',
  'body',
  'language',
  'agree',
  'disagree',
  'pass',
  'replies',
  'address',
] as const

/** A part as CSV (RFC 4180, UTF-8 with the mark that spreadsheets look for). No cell can become a formula. */
export function partAsCsv(part: WholePart, speech: Speech): string {
  const { say } = speech
  const written = part.written.flatMap((item) => [
    cells(part, item, { speech, of: 'written' }),
    ...item.answers.map((answer) => cells(part, answer, { speech, of: 'answer' })),
  ])
  const kept = part.favourites.map((item) => cells(part, item, { speech, of: 'favourite' }))
  const head = COLUMNS.map((column) => say(`mine.column.${column}`))
  return `\uFEFF${[head, ...written, ...kept].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

type Of = { readonly speech: Speech; readonly of: 'written' | 'answer' | 'favourite' }

function cells(part: WholePart, item: PartItem, { speech, of }: Of): (string | number)[] {
  const { view, body } = item
  const { say } = speech
  const { agree, disagree, pass } = view.votes
  return [
    say(`mine.part.${of}`),
    say(`mine.kind.${view.kind}`),
    view.postedAt,
    authorOf(item, speech),
    view.author?.hub ?? '',
    view.title ?? item.thread ?? '',
    body,
    view.language,
    agree,
    disagree,
    pass,
    view.replies,
    addressOf(part, item),
  ]
}

/** A spreadsheet takes = + - @ (also in their full-width forms, tab and return) at the start of a cell for a formula:
 *  an apostrophe before it makes it text (OWASP, CSV injection). Numbers of ours stay numbers. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[\s\u200B-\u200F\u2060\uFEFF]{0,1000}[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value)
    ? `'${value}`
    : value
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
