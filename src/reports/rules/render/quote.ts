import { quoted } from '../corpus.ts'
import type { Quote } from '../report.ts'
import type { Block, Inline } from './blocks.ts'
import { type Book, minuteIn, placeOf } from './book.ts'

/** A quote with where it comes from; a tombstone when its words were taken back. */
export function quoteBlock(book: Book, label: string, quote: Quote): Block {
  const written = book.corpus.written.get(quote.id)
  return {
    ...{ type: 'quote', label, lang: written?.language ?? 'und', foot: footOf(book, quote) },
    words: quoted(book.corpus, quote) ?? null,
  }
}

function footOf(book: Book, quote: Quote): Inline[] {
  const written = book.corpus.written.get(quote.id)
  const when = written ? minuteIn(book, written.postedAt) : ''
  const before = [quote.hub, when].filter((each) => each).join(' · ')
  const name = `c${book.numbers.get(quote.id) ?? ''}`
  const text = quote.version > 1 ? `${name}, ${book.say('version', { version: quote.version })}` : name
  return [`${before} · `, { link: placeOf(book, quote), text }]
}

/** A quote as part of a line. */
export function quoteInline(book: Book, quote: Quote): Inline {
  const words = quoted(book.corpus, quote)
  const lang = book.corpus.written.get(quote.id)?.language ?? 'und'
  return words === undefined ? book.say('tombstone') : { words, lang }
}
