import type { Block, Cell, Inline, Table } from './blocks.ts'
import { type Book, momentIn, numberIn, placeOf } from './book.ts'
import { chaptersOf } from './chapters.ts'
import { drawLegend, hueOf } from './charts.ts'
import { escaped } from './escape.ts'
import { STYLE } from './style.ts'

/** From so many characters on a question is set smaller. */
const LONG_QUESTION = 90
/** In a card, a number with its interval has a line of its own. */
const LONG_NUMBER = 8

/** A report as one HTML page that needs no JavaScript and loads nothing. What people wrote is escaped like all else. */
export function reportAsHtml(book: Book): string {
  const { report, say, language } = book
  const blocks = chaptersOf(book)
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(report.jam.title)} · ${escaped(say('over'))}</title><style>${STYLE}</style></head>
<body><div class="page">
${headOf(book)}
<main>
${blocks.map((block) => blockHtml(book, block)).join('\n')}
</main>
${contentsOf(book, blocks)}
</div></body>
</html>
`
}

function headOf(book: Book): string {
  const { report, say, hash } = book
  const { edition, jam, totals, coverage } = report
  const count = coverage.reduce((sum, { contributions }) => sum + contributions, 0)
  const over = [say('over'), jam.title, jam.hub, say('edition', { number: edition.number })].join(' · ')
  const isSigned = edition.kind !== 'closing' && edition.kind !== 'draft'
  const after =
    jam.closedAt === null ? Number.NaN : Math.round((Date.parse(edition.madeAt) - Date.parse(jam.closedAt)) / 1000)
  const soon =
    edition.kind === 'closing' && after >= 0 && after < 3600 ? ` (${say('made.after', { seconds: after })})` : ''
  const made = [
    `${say('made', { date: momentIn(book, edition.madeAt), count: numberIn(book, count - totals.taken) })}${soon}`,
    say('method', { version: report.method.version }),
  ].join(' · ')
  return `<header><div class="quiet">${escaped(over)}</div><h1${jam.question.length > LONG_QUESTION ? ' class="long"' : ''}>${escaped(jam.question)}</h1>
<p><span class="stamp${isSigned ? ' signed' : ''}">${escaped(say(`kind.${edition.kind}`))}</span><span class="quiet">${escaped(made)} · ${escaped(say('hash', { hash: '' }))}<span class="hash">${hash.slice(0, 12)}…</span></span></p></header>`
}

function contentsOf({ say, report }: Book, blocks: readonly Block[]): string {
  const items = blocks.flatMap((block) =>
    block.type === 'chapter' ? `<li><a href="#c${block.number}">${escaped(block.title)}</a></li>` : [],
  )
  const label = escaped(say('contents'))
  const note = escaped(say('contents.note', { floor: report.method.floor }))
  return `<nav aria-label="${label}"><b>${label}</b><ol>${items.join('')}</ol><p class="quiet">${note}</p></nav>`
}

function blockHtml(book: Book, block: Block): string {
  switch (block.type) {
    case 'chapter':
      return `<h2 id="c${block.number}"><span>${block.number}</span>${escaped(block.title)}</h2>`
    case 'heading':
      return `<h3>${escaped(block.text)}${block.note ? `<small>${escaped(block.note)}</small>` : ''}</h3>`
    case 'text':
      return block.line.length === 0 ? '' : `<p${block.quiet ? ' class="quiet"' : ''}>${lineHtml(book, block.line)}</p>`
    case 'quote':
      return quoteHtml(book, block)
    case 'table':
      return tableHtml(book, block, block.caption)
    case 'list':
      return `<ul class="plain${block.items.length > 40 ? ' ideas' : ''}">${block.items.map((line) => `<li>${lineHtml(book, line)}</li>`).join('')}</ul>`
    case 'figure':
      return `<figure>${labelled(block.svg, block.label)}${legendOf(block)}${tableHtml(book, block, block.label)}</figure>`
    case 'picture':
      return `<figure>${labelled(block.svg, block.label)}</figure>`
    case 'stats':
      return `<ul class="fig">${block.items.map(({ value, label }) => `<li><b>${escaped(value)}</b>${escaped(label)}</li>`).join('')}</ul>`
    case 'theme':
      return `<section class="theme${block.small ? ' small' : ''}" style="--c:${hueOf(block.hue)}" id="t-${block.id}"><h3>${escaped(block.title)}</h3><div class="meta">${escaped(block.meta)}</div>${block.inside.map((inner) => blockHtml(book, inner)).join('')}</section>`
    case 'note':
      return `<div class="note">${block.inside.map((inner) => blockHtml(book, inner)).join('')}</div>`
    case 'decision':
      return `<div class="decide">${escaped(block.text)}</div>`
  }
}

function quoteHtml(book: Book, { label, words, lang, foot }: Extract<Block, { type: 'quote' }>): string {
  const said =
    words === null
      ? `<p class="gone">${escaped(book.say('tombstone'))}</p>`
      : `<p lang="${escaped(lang)}" dir="auto">${escaped(words)}</p>`
  const heading = label === '' ? '' : `<h4>${escaped(label)}</h4>`
  return `<div class="said">${heading}<blockquote>${said}</blockquote><footer>${lineHtml(book, foot)}</footer></div>`
}

function labelled(svg: string, label: string): string {
  return svg.replace('role="img"', `role="img" aria-label="${escaped(label)}"`)
}

/** A picture in several hues says which is which; its columns have the names. */
function legendOf({ legend }: Extract<Block, { type: 'figure' }>): string {
  if (!legend) return ''
  return drawLegend(legend)
}

function tableHtml(book: Book, table: Table, caption: string): string {
  const { head, numbersFrom, stacks } = table
  const right = (at: number) => (at >= numbersFrom ? ' class="r"' : '')
  const top = head.map((cell, at) => `<th scope="col"${right(at)}>${escaped(cell)}</th>`).join('')
  const label = escaped(caption)
  const looks = stacks ? ' class="stacks" role="table"' : ''
  return `<div class="wide" role="region" aria-label="${label}" tabindex="0"><table${looks}><caption>${label}</caption><thead><tr>${top}</tr></thead><tbody>${rowsHtml(book, table)}</tbody></table></div>`
}

/** Where rows are cards, what they are is said: without it a browser forgets that they are rows. */
function rowsHtml(book: Book, { head, rows, numbersFrom, stacks }: Table): string {
  const [asRow, asCell] = stacks ? [' role="row"', ' role="cell"'] : ['', '']
  const named = (at: number) => (stacks && at >= numbersFrom ? ` data-name="${escaped(head[at] ?? '')}"` : '')
  const cell = (of: Cell, at: number) =>
    `<td${asCell}${at >= numbersFrom ? ` class="r${stacks && of.length > LONG_NUMBER ? ' long' : ''}"` : ''}${named(at)}>${cellHtml(book, of)}</td>`
  return rows.map((row) => `<tr${asRow}>${row.map(cell).join('')}</tr>`).join('')
}

function cellHtml(book: Book, cell: Cell): string {
  return typeof cell === 'string' ? escaped(cell) : lineHtml(book, cell)
}

function lineHtml(book: Book, line: readonly Inline[]): string {
  return line.map((part) => inlineHtml(book, part)).join('')
}

function inlineHtml(book: Book, part: Inline): string {
  if (typeof part === 'string') return escaped(part)
  if ('strong' in part) return `<b>${escaped(part.strong)}</b>`
  if ('words' in part) return `<q lang="${escaped(part.lang)}" dir="auto">${escaped(part.words)}</q>`
  if ('link' in part) {
    const lang = part.lang && part.lang !== book.language ? ` lang="${escaped(part.lang)}"` : ''
    return `<a href="${escaped(part.link)}"${lang}>${escaped(part.text)}</a>`
  }
  const links = part.cite.map((cited) => `<a href="${placeOf(book, cited)}">${book.numbers.get(cited.id) ?? ''}</a>`)
  return links.length === 0 ? '' : `<sup>${links.join(' ')}</sup>`
}
