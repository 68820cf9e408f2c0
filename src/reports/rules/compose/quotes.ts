import { segmentSentences } from '../../../analysis/text/index.ts'
import type { Written } from '../corpus.ts'
import type { Citation, Quote } from '../report.ts'
import { byteLength, checkSum } from '../utf8.ts'
import type { Tally } from './tally.ts'

const LEAST_WORDS = 6
const MOST_WORDS = 40
const LOOKED_AT = 4_000

export function citationOf({ id, version }: Written): Citation {
  return { id, version }
}

/** A real sentence where it stands in the words of a contribution; undefined when it does not. */
export function quoteSentence(tally: Tally, written: Written, sentence: string): Quote | undefined {
  for (const part of ['title', 'body'] as const) {
    const at = written[part]?.indexOf(sentence) ?? -1
    if (at >= 0 && sentence !== '') return quoteAt(tally, written, { part, start: at, end: at + sentence.length })
  }
  return undefined
}

/** What a contribution says in a sentence: its title, or the first sentence of a reply of 6 to 40 words that has no line
 *  break, or its first words. */
export function quoteOf(tally: Tally, written: Written): Quote | undefined {
  if (written.title !== null) return quoteAt(tally, written, { part: 'title', start: 0, end: written.title.length })
  const span = firstSentence(written.body)
  return span && quoteAt(tally, written, { part: 'body', ...span })
}

function firstSentence(body: string): { start: number; end: number } | undefined {
  let first: { start: number; end: number } | undefined
  for (const { segment, index } of segmentSentences(body.slice(0, LOOKED_AT))) {
    const words = segment.trim().split(/\s+/)
    const start = index + segment.length - segment.trimStart().length
    const span = { start, end: start + segment.trim().length }
    if (span.end === span.start) continue
    first ??= words.length > MOST_WORDS ? { start, end: start + cutAfterWords(segment.trim()) } : span
    if (words.length >= LEAST_WORDS && words.length <= MOST_WORDS && !segment.trim().includes('\n')) return span
  }
  return first
}

function cutAfterWords(text: string): number {
  let words = 0
  for (const { index } of text.matchAll(/\s+/g)) if (++words === MOST_WORDS) return index
  return text.length
}

type Span = { readonly part: Quote['part']; readonly start: number; readonly end: number }

function quoteAt(tally: Tally, written: Written, { part, start, end }: Span): Quote {
  const text = written[part] ?? ''
  const before = byteLength(text.slice(0, start))
  const words = text.slice(start, end)
  const hubId = written.author === null ? null : tally.hubOf.get(written.author)
  return {
    ...citationOf(written),
    ...{ part, start: before, end: before + byteLength(words), check: checkSum(words) },
    hub: (hubId && tally.namedHubs.get(hubId)) ?? null,
  }
}
