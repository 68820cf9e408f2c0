import { type Corpus, termsOf } from '../text/corpus.ts'
import type { SparseRows } from '../text/sparse-rows.ts'
import { isWholeSentence, type Sentence, splitSentences } from './split-sentences.ts'
import type { Representative, TextEntry } from './theme-types.ts'

/** Texts of one theme by position in `rows` (length 1), their words and what is known of them. */
export type ChooseRepresentatives = {
  readonly corpus: Corpus
  readonly rows: SparseRows
  readonly texts: readonly number[]
  readonly most: number
  entryOf(text: number): TextEntry
}

/** What is said of the texts of a theme together. */
export type ThemeCore = { readonly cohesion: number; readonly representatives: readonly Representative[] }

const LAMBDA = 0.6
const CANDIDATES = 24
/** How much two texts are alike only by who wrote them. */
const SAME_AUTHOR = 1
const SAME_GROUP = 0.35
const SAME_STANCE = 0.35

type Candidate = {
  readonly text: number
  readonly entry: TextEntry
  readonly sentence: Sentence
  readonly nearness: number
}

/** Real sentences that stand for a theme, and the mean cosine of its texts to their centroid. Of the texts nearest
 *  to the centroid each gives its most central sentence; they are taken by maximal marginal relevance (Carbonell &
 *  Goldstein 1998, lambda 0.6), where texts are alike by their words, and also by author, group and stance, so that
 *  not one hub speaks for all. */
export function chooseRepresentatives(input: ChooseRepresentatives): ThemeCore {
  const centroid = centroidOf(input)
  const nearness = input.texts.map((text) => ({ text, nearness: dot(input.rows, text, centroid) }))
  const cohesion = nearness.reduce((sum, each) => sum + each.nearness, 0) / Math.max(1, nearness.length)
  const near = nearness.sort((a, b) => b.nearness - a.nearness || a.text - b.text).slice(0, CANDIDATES)
  const candidates = near.flatMap((each) => candidateOf(input, each, centroid))
  const whole = candidates.filter(({ sentence }) => isWholeSentence(sentence))
  return { cohesion: Math.min(1, cohesion), representatives: spreadOut(input, whole.length > 0 ? whole : candidates) }
}

function centroidOf({ rows, texts }: ChooseRepresentatives): Float64Array {
  const centroid = new Float64Array(rows.width)
  for (const text of texts) {
    for (let at = rows.starts[text] ?? 0, end = rows.starts[text + 1] ?? 0; at < end; at++) {
      const column = rows.columns[at] ?? 0
      centroid[column] = (centroid[column] ?? 0) + (rows.weights[at] ?? 0)
    }
  }
  const length = Math.sqrt(centroid.reduce((sum, weight) => sum + weight * weight, 0)) || 1
  return centroid.map((weight) => weight / length)
}

function dot({ starts, columns, weights }: SparseRows, row: number, dense: Float64Array): number {
  let sum = 0
  const end = starts[row + 1] ?? 0
  for (let at = starts[row] ?? 0; at < end; at++) sum += (weights[at] ?? 0) * (dense[columns[at] ?? 0] ?? 0)
  return sum
}

type Near = { readonly text: number; readonly nearness: number }

function candidateOf(input: ChooseRepresentatives, { text, nearness }: Near, centroid: Float64Array): Candidate[] {
  const entry = input.entryOf(text)
  const scored = splitSentences(entry.text).map((sentence) => {
    const terms = new Set(termsOf(input.corpus, entry.text.slice(sentence.start, sentence.end)))
    const weight = [...terms].reduce((sum, term) => sum + (centroid[term] ?? 0), 0)
    // Long sentences gather weight by length alone.
    return { sentence, weight: weight / Math.sqrt(terms.size + 1) }
  })
  const [best] = scored.sort((a, b) => b.weight - a.weight || a.sentence.start - b.sentence.start)
  return best === undefined ? [] : [{ text, entry, sentence: best.sentence, nearness }]
}

function spreadOut({ rows, most }: ChooseRepresentatives, candidates: readonly Candidate[]): Representative[] {
  const left = [...candidates]
  const taken: Candidate[] = []
  while (taken.length < most && left.length > 0) {
    const scores = left.map((candidate) => {
      const alike = taken.map((other) => likeness(rows, candidate, other))
      return LAMBDA * candidate.nearness - (1 - LAMBDA) * Math.max(0, ...alike)
    })
    const [chosen] = left.splice(scores.indexOf(Math.max(...scores)), 1)
    if (chosen) taken.push(chosen)
  }
  return taken.map(({ entry, sentence: { start, end } }) => {
    return { id: entry.id, start, end, sentence: entry.text.slice(start, end) }
  })
}

function likeness(rows: SparseRows, a: Candidate, b: Candidate): number {
  const same = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one === other
  const words = cosine(rows, a.text, b.text)
  const bonus =
    (same(a.entry.author, b.entry.author) ? SAME_AUTHOR : 0) +
    (same(a.entry.group, b.entry.group) ? SAME_GROUP : 0) +
    (same(a.entry.stance, b.entry.stance) ? SAME_STANCE : 0)
  return Math.min(1, words + bonus)
}

/** Both rows ascend. */
function cosine({ starts, columns, weights }: SparseRows, a: number, b: number): number {
  const [endOfOne, endOfOther] = [starts[a + 1] ?? 0, starts[b + 1] ?? 0]
  let [one, other] = [starts[a] ?? 0, starts[b] ?? 0]
  let sum = 0
  while (one < endOfOne && other < endOfOther) {
    const difference = (columns[one] as number) - (columns[other] as number)
    if (difference === 0) sum += (weights[one] as number) * (weights[other] as number)
    if (difference <= 0) one++
    if (difference >= 0) other++
  }
  return sum
}
