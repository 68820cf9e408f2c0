import { csvRow } from './csv-row.ts'
import { addressOf, addressOfRead, authorOf, type PartItem, type Speech, type WholePart } from './my-part.ts'

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
  const read = part.read.map((item) => {
    const values = [item.seenAt, '', '', item.title ?? '', '', '', '', '', '', '', addressOfRead(part, item)]
    return [say('mine.part.read'), '', ...values]
  })
  const head = COLUMNS.map((column) => say(`mine.column.${column}`))
  return `\uFEFF${[head, ...written, ...kept, ...read].map(csvRow).join('')}`
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
