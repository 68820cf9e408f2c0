import { append, type GrowingList, growingList } from './growing-list.ts'
import { NO_TERM } from './vocabulary.ts'

/** Texts that can be asked for the nearest ones, one added at a time. Only spans of texts are compared, so that a long
 *  text neither drowns nor crowds out short ones. */
export type TextIndex = {
  /** For each span its text, and where its terms and their counts begin. */
  readonly spanText: GrowingList
  readonly spanStarts: GrowingList
  readonly spanTerms: GrowingList
  readonly spanCounts: GrowingList
  /** For each term the spans that hold it, each followed by how often. */
  readonly postings: GrowingList[]
  /** Inverse document frequencies and lengths of spans as they were when `weighedSpans` spans were there. */
  idf: Float64Array
  lengths: Float64Array
  weighedSpans: number
}

/** About 40 words, as half of all words carry no meaning of their own and are not counted here. */
const SPAN_TERMS = 20
const LEAST_REST = 8
/** Weights are worked out anew when the index has grown by a tenth. */
const REWEIGH_GROWTH = 1.1
const LARGEST_SHARE = 0.2
const FEW_SPANS = 200

export function openTextIndex(): TextIndex {
  const spanStarts = growingList()
  append(spanStarts, 0)
  return {
    spanText: growingList(),
    spanStarts,
    spanTerms: growingList(1024),
    spanCounts: growingList(1024),
    postings: [],
    idf: new Float64Array(0),
    lengths: new Float64Array(0),
    weighedSpans: 0,
  }
}

/** Adds a text by its terms (NO_TERM among them is passed over). `text` is the number it is answered with. */
export function indexText(index: TextIndex, text: number, terms: Iterable<number>): void {
  for (const span of cutSpans(terms)) {
    const number = index.spanText.length
    append(index.spanText, text)
    for (const [term, times] of countEach(span)) {
      append(index.spanTerms, term)
      append(index.spanCounts, times)
      addPosting(index, term, [number, times])
    }
    append(index.spanStarts, index.spanTerms.length)
  }
  if (index.spanText.length > index.weighedSpans * REWEIGH_GROWTH) weighSpans(index)
  else measureNewest(index)
}

/** Spans of at most 20 terms; a short rest joins the span before. */
export function cutSpans(terms: Iterable<number>): number[][] {
  const known = [...terms].filter((term) => term !== NO_TERM)
  const spans: number[][] = []
  for (let at = 0; at < known.length; at += SPAN_TERMS) {
    const left = known.length - at
    const end = left - SPAN_TERMS < LEAST_REST ? known.length : at + SPAN_TERMS
    spans.push(known.slice(at, end))
    if (end === known.length) break
  }
  return spans
}

/** Ascending terms with how often each stands there. */
export function countEach(terms: readonly number[]): [number, number][] {
  const counts = new Map<number, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return [...counts].sort((a, b) => a[0] - b[0])
}

function addPosting({ postings }: TextIndex, term: number, [span, times]: [number, number]): void {
  while (postings.length <= term) postings.push(growingList(2))
  const list = postings[term]
  if (list === undefined) return
  append(list, span)
  append(list, times)
}

/** The weight of a term that stands `times` times; 0 for terms in more than a fifth of all spans. A term that came
 *  after the last weighing counts as rare as a term can be. */
export function termWeight({ idf, weighedSpans }: TextIndex, term: number, times: number): number {
  return (1 + Math.log(times)) * (idf[term] ?? 1 + Math.log(weighedSpans + 2))
}

function weighSpans(index: TextIndex): void {
  const spans = index.spanText.length
  const most = spans < FEW_SPANS ? spans : spans * LARGEST_SHARE
  index.idf = Float64Array.from(index.postings, ({ length }) => {
    return length / 2 > most ? 0 : 1 + Math.log((spans + 1) / (length / 2 + 1))
  })
  index.lengths = new Float64Array(Math.ceil(spans * REWEIGH_GROWTH) + 1)
  index.weighedSpans = spans
  for (let span = 0; span < spans; span++) index.lengths[span] = lengthOf(index, span)
}

function measureNewest(index: TextIndex): void {
  for (let span = index.spanText.length - 1; span >= index.weighedSpans && index.lengths[span] === 0; span--) {
    index.lengths[span] = lengthOf(index, span)
  }
}

function lengthOf(index: TextIndex, span: number): number {
  let squares = 0
  const end = index.spanStarts.values[span + 1] ?? 0
  for (let at = index.spanStarts.values[span] ?? 0; at < end; at++) {
    squares += termWeight(index, index.spanTerms.values[at] ?? 0, index.spanCounts.values[at] ?? 1) ** 2
  }
  return Math.sqrt(squares)
}
