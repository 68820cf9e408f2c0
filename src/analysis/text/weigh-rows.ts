import { type Corpus, textCount } from './corpus.ts'
import { normaliseRows, type SparseRows } from './sparse-rows.ts'
import { NO_TERM } from './vocabulary.ts'

/** A word in fewer texts than this ties nothing together; one in a larger share of them tells nothing apart. */
const LEAST_TEXTS = 2
const LARGEST_SHARE = 0.2
/** Below this many texts a word in a fifth of them may still be one theme among five. */
const FEW_TEXTS = 200

/** Texts as rows of tf-idf weights of length 1: (1 + ln tf) (1 + ln((n + 1) / (df + 1))), the smoothed form of
 *  Salton & Buckley 1988. Words in one text alone and words that the corpus shows to be too common (more than a
 *  fifth of all texts) are left out; a text of such words only has an empty row. */
export function weighRows(corpus: Corpus): SparseRows {
  const counts = countTerms(corpus)
  const texts = textCount(corpus)
  const idf = idfOf(counts, texts)
  let kept = 0
  const starts = new Int32Array(texts + 1)
  for (let r = 0; r < texts; r++) {
    for (let at = counts.starts[r] ?? 0, end = counts.starts[r + 1] ?? 0; at < end; at++) {
      const column = counts.columns[at] ?? 0
      const weight = idf[column] ?? 0
      if (weight === 0) continue
      counts.columns[kept] = column
      counts.weights[kept] = (1 + Math.log(counts.weights[at] ?? 1)) * weight
      kept++
    }
    starts[r + 1] = kept
  }
  const rows = { ...counts, starts, columns: counts.columns.slice(0, kept), weights: counts.weights.slice(0, kept) }
  normaliseRows(rows)
  return rows
}

/** How often each term stands in each text. */
export function countTerms({ vocabulary, starts, terms }: Corpus): SparseRows {
  const texts = starts.length - 1
  const rowStarts = new Int32Array(texts + 1)
  const columns = new Int32Array(terms.length)
  const weights = new Float32Array(terms.length)
  let kept = 0
  for (let r = 0; r < texts; r++) {
    const row = terms.values.slice(starts.values[r], starts.values[r + 1]).sort()
    for (const [at, term] of row.entries()) {
      if (term === NO_TERM) continue
      if (at > 0 && term === row[at - 1]) weights[kept - 1] = (weights[kept - 1] ?? 0) + 1
      else {
        columns[kept] = term
        weights[kept++] = 1
      }
    }
    rowStarts[r + 1] = kept
  }
  const width = vocabulary.stems.length
  return { starts: rowStarts, columns: columns.slice(0, kept), weights: weights.slice(0, kept), width }
}

/** 0 for terms that are left out. */
function idfOf({ columns, width }: SparseRows, texts: number): Float64Array {
  const df = new Float64Array(width)
  for (const column of columns) df[column] = (df[column] ?? 0) + 1
  const most = texts < FEW_TEXTS ? texts : texts * LARGEST_SHARE
  return df.map((times) => (times < LEAST_TEXTS || times > most ? 0 : 1 + Math.log((texts + 1) / (times + 1))))
}
