import type { Block, Cell, Inline, Table } from './blocks.ts'
import { type Book, minuteIn, placeOf } from './book.ts'
import { chaptersOf } from './chapters.ts'

/** A report as Markdown: the same text and tables without the pictures. Nothing that people wrote can become a mark. */
export function reportAsMarkdown(book: Book): string {
  const { report, say, hash } = book
  const { edition, jam } = report
  const about = [
    say('edition', { number: edition.number }),
    say(`kind.${edition.kind}`),
    minuteIn(book, edition.madeAt),
  ]
  const head = [`# ${plain(jam.question)}`, plain([jam.title, ...about, `SHA-256 ${hash}`].join(' · '))]
  const blocks = chaptersOf(book).map((block) => blockMarkdown(book, block))
  return `${[...head, ...blocks].filter((block) => block !== '').join('\n\n')}\n`
}

function blockMarkdown(book: Book, block: Block): string {
  switch (block.type) {
    case 'chapter':
      return `## ${block.number} ${plain(block.title)}`
    case 'heading':
      return `### ${plain(block.text)}${block.note ? ` (${plain(block.note)})` : ''}`
    case 'text':
      return line(book, block.line)
    case 'quote':
      return `${block.label === '' ? '' : `${plain(block.label)}:\n\n`}> ${plain(block.words ?? book.say('tombstone'))}\n>\n> ${line(book, block.foot)}`
    case 'table':
    case 'figure':
      return table(book, block)
    case 'picture':
    case 'decision':
      return plain(block.type === 'picture' ? block.label : block.text)
    case 'list':
      return block.items.map((item) => `- ${line(book, item)}`).join('\n')
    case 'stats':
      return block.items.map(({ value, label }) => `- **${plain(value)}** ${plain(label)}`).join('\n')
    case 'theme':
      return [
        `### ${plain(block.title)}`,
        plain(block.meta),
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
  return [row(head.map(plain)), row(rule), ...rows.map((cells) => row(cells.map((cell) => cellText(book, cell))))].join(
    '\n',
  )
}

function cellText(book: Book, cell: Cell): string {
  return typeof cell === 'string' ? plain(cell) : line(book, cell)
}

function line(book: Book, parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return plain(part)
      if ('strong' in part) return `**${plain(part.strong)}**`
      if ('words' in part) return `“${plain(part.words)}”`
      if ('link' in part) return part.link.startsWith('#') ? plain(part.text) : `[${plain(part.text)}](${part.link})`
      return part.cite.map((cited) => `[\\[c${book.numbers.get(cited.id) ?? ''}\\]](${placeOf(book, cited)})`).join('')
    })
    .join('')
}

/** Text that stays text: every mark of Markdown is escaped, lines become one. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, (mark) => `\\${mark}`)
}
