import { endsShort } from './ends-short.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })

/** A part of a text as it stands there, with the spaces that follow it; `index` in UTF-16 units. */
export type SentenceSegment = { readonly segment: string; readonly index: number }

/** The sentences of a text one after the other, together all of it: what the rules of Unicode hold for sentences, without an end
 *  after a short form ("z. B.", "e.g.", "Dr.") within a line. */
export function* segmentSentences(text: string): Generator<SentenceSegment> {
  let from = 0
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length
    if (end < text.length && !segment.endsWith('\n') && endsShort(text, index + segment.trimEnd().length)) continue
    yield { segment: text.slice(from, end), index: from }
    from = end
  }
}
