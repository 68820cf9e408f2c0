import type { Block, Cell, Inline, Table } from './blocks.ts'
import { type Book, momentIn, placeOf } from './book.ts'
import { chaptersOf } from './chapters.ts'
import { markdownCell, markdownHeading, markdownLine, markdownText as plain } from './markdown-text.ts'

/** A report as Markdown: the same text and tables without the pictures. Nothing that people wrote can become a mark, and links lead
 *  to where the jam is from wherever the file lies. */
export function reportAsMarkdown(book: Book): string {
  const { report, say, hash } = book
  const { edition, jam } = report
  const about = [
    say('edition', { number: edition.number }),
    say(`kind.${edition.kind}`),
    momentIn(book, edition.madeAt),
  ]
  const head = [`# ${markdownHeading(jam.question)}`, paragraph([jam.title, ...about, `SHA-256 ${hash}`].join(' · '))]
  const blocks = chaptersOf(book).map((block) => blockMarkdown(book, block))
  return `${[...head, ...blocks].filter((block) => block !== '').join('\n\n')}\n`
}

function blockMarkdown(book: Book, block: Block): string {
  switch (block.type) {
    case 'chapter':
      return `## ${block.number} ${markdownHeading(block.title)}`
    case 'heading':
      return `### ${markdownHeading(block.note ? `${block.text} (${block.note})` : block.text)}`
    case 'text':
      return markdownLine(line(book, block.line))
    case 'quote':
      return `${block.label === '' ? '' : `${paragraph(block.label)}:\n\n`}> ${paragraph(block.words ?? book.say('tombstone'))}\n>\n> ${markdownLine(line(book, block.foot))}`
    case 'table':
    case 'figure':
      return table(book, block)
    case 'picture':
    case 'decision':
      return paragraph(block.type === 'picture' ? block.label : block.text)
    case 'list':
      return block.items.map((item) => `- ${markdownLine(line(book, item))}`).join('\n')
    case 'stats':
      return block.items.map(({ value, label }) => `- **${plain(value)}** ${plain(label)}`).join('\n')
    case 'theme':
      return [
        `### ${markdownHeading(block.title)}`,
        paragraph(block.meta),
        ...block.inside.map((inner) => blockMarkdown(book, inner)),
      ]
        .filter((part) => part !== '')
        .join('\n\n')
    case 'note':
      return block.inside.map((inner) => blockMarkdown(book, inner)).join('\n\n')
  }
}

function table(book: Book, { head, rows, numbersFrom }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, at) => (at >= numbersFrom ? '---:' : '---'))
  return [
    row(head.map(cellOf)),
    row(rule),
    ...rows.map((cells) => row(cells.map((cell) => cellText(book, cell)))),
  ].join('\n')
}

function cellText(book: Book, cell: Cell): string {
  return typeof cell === 'string' ? cellOf(cell) : markdownCell(line(book, cell))
}

function line(book: Book, parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return plain(part)
      if ('strong' in part) return `**${plain(part.strong.trim())}**`
      if ('words' in part) return `“${plain(part.words)}”`
      if ('link' in part)
        return part.link.startsWith('#') ? plain(part.text) : `[${plain(part.text)}](${placed(book, part.link)})`
      return part.cite
        .map((cited) => `[\\[c${book.numbers.get(cited.id) ?? ''}\\]](${placed(book, placeOf(book, cited))})`)
        .join('')
    })
    .join('')
}

const paragraph = (text: string): string => markdownLine(plain(text))
const cellOf = (text: string): string => markdownCell(plain(text))

/** A link as it leads there from anywhere. Editions from before their address was kept lead there from their own place alone. */
function placed({ report }: Book, link: string): string {
  const { address } = report.edition
  return address !== undefined && link.startsWith('../') ? `${address}${link.slice(2)}` : link
}
