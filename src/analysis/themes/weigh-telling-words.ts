import { type SparseRows, transpose } from '../text/sparse-rows.ts'

/** Texts of a word that are imagined to lie as all texts do, so that rare words are not told by chance. */
const IMAGINED = 2

/** How much each word (column) tells of the part a text is in: the square root of the Kullback-Leibler divergence,
 *  in nats, of where its texts lie from where all words lie. 0 for a word spread like all others. Rows with part -1
 *  lie together. Multiplied into the weights it leaves words such as "using" little say, which idf alone takes for
 *  subjects. */
export function weighTellingWords(rows: SparseRows, partOf: Int32Array): Float64Array {
  const byColumn = transpose(rows)
  const parts = partOf.reduce((most, part) => Math.max(most, part + 1), 0) + 1
  const expected = expectedShares(rows, partOf, parts)
  const tally = new Float64Array(parts)
  return Float64Array.from({ length: rows.width }, (_, column) => {
    const texts = byColumn.columns.subarray(byColumn.starts[column], byColumn.starts[column + 1])
    if (texts.length === 0) return 0
    return Math.sqrt(divergence({ texts, partOf, expected, tally }))
  })
}

function expectedShares({ starts, columns }: SparseRows, partOf: Int32Array, parts: number): Float64Array {
  const shares = new Float64Array(parts)
  for (let row = 0; row < partOf.length; row++) {
    const part = slotOf(partOf[row] ?? -1, parts)
    shares[part] = (shares[part] ?? 0) + ((starts[row + 1] ?? 0) - (starts[row] ?? 0)) / columns.length
  }
  return shares
}

function slotOf(part: number, parts: number): number {
  return part < 0 ? parts - 1 : part
}

type Spread = {
  readonly texts: Int32Array
  readonly partOf: Int32Array
  readonly expected: Float64Array
  readonly tally: Float64Array
}

function divergence({ texts, partOf, expected, tally }: Spread): number {
  const total = texts.length + IMAGINED
  for (const text of texts) {
    const part = slotOf(partOf[text] ?? -1, tally.length)
    tally[part] = (tally[part] ?? 0) + 1
  }
  let sum = 0
  let met = 0
  for (const text of texts) {
    const part = slotOf(partOf[text] ?? -1, tally.length)
    const times = tally[part] ?? 0
    if (times === 0) continue
    tally[part] = 0
    const share = expected[part] ?? 0
    met += share
    const found = (times + IMAGINED * share) / total
    sum += found * Math.log(found / share)
  }
  // Parts without a text of this word share what is imagined.
  const unmet = Math.max(0, 1 - met)
  sum += ((IMAGINED * unmet) / total) * Math.log(IMAGINED / total)
  return Math.max(0, sum)
}
