import { groupMembers } from '../network/contract.ts'
import type { SparseRows } from '../text/sparse-rows.ts'

/** The prior count of a word in a part: few words belong to one subject. Its choice between 0.01 and 0.05 changes
 *  little. */
const WORD_PRIOR = 0.02
const PART_PRIOR = 0.1

/** How well a partition explains the words of the texts: log of their probability, per text, when each part draws
 *  its words from a distribution of its own that nobody knows beforehand (Dirichlet-multinomial mixture; Yin & Wang
 *  2014). It weighs fit against the number of parts by itself, so that partitions of different size and origin
 *  compare: higher is better. `counts` are counts of words in texts; `partOf` is dense from 0. */
export function partitionEvidence(counts: SparseRows, partOf: Int32Array): number {
  const { groups, offsets, members } = groupMembers(partOf)
  const prior = countUsed(counts) * WORD_PRIOR
  const tally = new Float64Array(counts.width)
  let sum = 0
  for (let part = 0; part < groups; part++) {
    const texts = members.subarray(offsets[part], offsets[part + 1])
    sum += evidenceOfPart({ counts, texts, tally, prior }) + logGamma(texts.length + PART_PRIOR) - logGamma(PART_PRIOR)
  }
  return sum / Math.max(1, partOf.length)
}

function countUsed({ columns, width }: SparseRows): number {
  const used = new Uint8Array(width)
  for (const column of columns) used[column] = 1
  return used.reduce((sum, each) => sum + each, 0)
}

type Part = {
  readonly counts: SparseRows
  readonly texts: Uint32Array
  readonly tally: Float64Array
  readonly prior: number
}

function evidenceOfPart({ counts, texts, tally, prior }: Part): number {
  const touched: number[] = []
  let words = 0
  for (const text of texts) {
    for (let at = counts.starts[text] ?? 0, end = counts.starts[text + 1] ?? 0; at < end; at++) {
      const column = counts.columns[at] ?? 0
      if (tally[column] === 0) touched.push(column)
      tally[column] = (tally[column] ?? 0) + (counts.weights[at] ?? 0)
      words += counts.weights[at] ?? 0
    }
  }
  let sum = logGamma(prior) - logGamma(words + prior)
  for (const column of touched) {
    sum += logGamma((tally[column] ?? 0) + WORD_PRIOR) - logGammaOfPrior
    tally[column] = 0
  }
  return sum
}

const SERIES_FROM = 7
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2

/** Stirling's series after lifting x above 7: exact to 1e-5 and better. */
function logGamma(x: number): number {
  let lifted = x
  let product = 1
  while (lifted < SERIES_FROM) product *= lifted++
  return (lifted - 0.5) * Math.log(lifted) - lifted + HALF_LOG_TWO_PI + 1 / (12 * lifted) - Math.log(product)
}

const logGammaOfPrior = logGamma(WORD_PRIOR)
