import { countEach, cutSpans, type TextIndex, termWeight } from './open-text-index.ts'

/** A text by its number in the index and its cosine with the one asked about, in [0, 1]. */
export type Similar = { readonly text: number; readonly similarity: number }

/** A question to the index. `factors` weigh the words of the question (1 for all when absent): then the
 *  answer is by them and the similarity no cosine any more. */
export type FindSimilar = {
  readonly terms: readonly number[]
  readonly most: number
  readonly except?: number | undefined
  readonly factors?: ArrayLike<number> | undefined
}

/** Entries of postings read for one question: about a fifth of a millisecond. Words are read from the rarest on, and
 *  what was not read is made up for by comparing the best in full. */
const MOST_READ = 40_000
const MOST_SPANS_ASKED = 4
const CANDIDATES = 4

/** Keeps the space for sums between questions to one index. */
export type SimilarSearch = (question: FindSimilar) => Similar[]

/** A search over an index that may go on growing. The nearest texts by their nearest spans, best first, ties by
 *  number. */
export function openSimilarSearch(index: TextIndex): SimilarSearch {
  let scores = new Float32Array(1024)
  return (question) => {
    const spans = index.spanText.length
    if (scores.length < spans) scores = new Float32Array(spans * 2)
    const best = new Map<number, number>()
    const asked = cutSpans(question.terms).slice(0, MOST_SPANS_ASKED)
    for (const span of asked) {
      const mostRead = MOST_READ / asked.length
      for (const { text, similarity } of askSpan({ index, scores, question, mostRead }, span)) {
        if (text !== question.except && similarity > (best.get(text) ?? 0)) best.set(text, similarity)
      }
    }
    const sorted = [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, question.most)
    return sorted.map(([text, similarity]) => ({ text, similarity }))
  }
}

type Asking = {
  readonly index: TextIndex
  readonly scores: Float32Array
  readonly question: FindSimilar
  readonly mostRead: number
}
type AskedTerm = { readonly term: number; readonly weight: number }

function askSpan(asking: Asking, span: readonly number[]): Similar[] {
  const { index, scores, question } = asking
  const { asked, length } = weighTerms(index, span, question.factors)
  const touched = addUp(asking, asked)
  const best: [number, number][] = []
  const room = question.most * CANDIDATES + 1
  for (const other of touched) {
    keepBest(best, [other, (scores[other] ?? 0) / (index.lengths[other] || 1)], room)
    scores[other] = 0
  }
  const weights = new Map(asked.map(({ term, weight }) => [term, weight]))
  return best.map(([other]) => {
    return { text: index.spanText.values[other] ?? 0, similarity: compareInFull(index, other, { weights, length }) }
  })
}

function weighTerms(
  index: TextIndex,
  span: readonly number[],
  factors: ArrayLike<number> | undefined,
): { asked: AskedTerm[]; length: number } {
  let squares = 0
  const asked = countEach(span).map(([term, times]) => {
    const plain = termWeight(index, term, times)
    squares += plain * plain
    return { term, weight: factors === undefined ? plain : plain * (factors[term] ?? 1) }
  })
  const readLength = ({ term }: AskedTerm): number => index.postings[term]?.length ?? 0
  const useful = asked.filter(({ weight }) => weight > 0)
  return { asked: useful.sort((a, b) => readLength(a) - readLength(b) || a.term - b.term), length: Math.sqrt(squares) }
}

/** Sums the products of the words asked, the rarest first; gives the spans met. */
function addUp({ index, scores, mostRead }: Asking, asked: readonly AskedTerm[]): number[] {
  const touched: number[] = []
  let read = 0
  for (const { term, weight } of asked) {
    const list = index.postings[term]
    if (list === undefined || (read > 0 && read + list.length / 2 > mostRead)) break
    read += list.length / 2
    const rarity = termWeight(index, term, 1)
    const { values, length } = list
    for (let at = 0; at < length; at += 2) {
      const span = values[at] as number
      const times = values[at + 1] as number
      const score = scores[span] as number
      if (score === 0) touched.push(span)
      scores[span] = score + weight * rarity * (times === 1 ? 1 : 1 + Math.log(times))
    }
  }
  return touched
}

/** Insertion into a short sorted list. */
function keepBest(best: [number, number][], one: [number, number], room: number): void {
  const last = best[best.length - 1]
  if (best.length === room && last !== undefined && one[1] <= last[1]) return
  let at = best.length
  while (at > 0 && one[1] > (best[at - 1]?.[1] ?? 0)) at--
  best.splice(at, 0, one)
  if (best.length > room) best.pop()
}

type Compared = { readonly weights: ReadonlyMap<number, number>; readonly length: number }

function compareInFull(index: TextIndex, span: number, { weights, length }: Compared): number {
  let sum = 0
  const end = index.spanStarts.values[span + 1] ?? 0
  for (let at = index.spanStarts.values[span] ?? 0; at < end; at++) {
    const term = index.spanTerms.values[at] ?? 0
    const weight = weights.get(term)
    if (weight !== undefined) sum += weight * termWeight(index, term, index.spanCounts.values[at] ?? 1)
  }
  return Math.min(1, sum / ((index.lengths[span] || 1) * (length || 1)))
}
