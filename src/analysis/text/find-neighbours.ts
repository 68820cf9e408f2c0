import { rowCount, type SparseRows, transpose } from './sparse-rows.ts'

/** For each row its nearest others, best first: row r has `rows[r * most ..]` with `similarities` beside; -1 ends a
 *  shorter list. */
export type Neighbours = { readonly most: number; readonly rows: Int32Array; readonly similarities: Float32Array }

/** Candidates are found by this many of the heaviest words of a row; the best are then compared in full. */
const WORDS_ASKED = 40
const CANDIDATES = 4

/** The `most` nearest rows of every row by cosine (rows of length 1), ties by position. Rows of more than 40 words
 *  look for candidates by their 40 heaviest words and compare the best 4 `most` in full; shorter ones are exact. */
export function findNeighbours(rows: SparseRows, most: number): Neighbours {
  const count = rowCount(rows)
  const found = { most, rows: new Int32Array(count * most).fill(-1), similarities: new Float32Array(count * most) }
  const search = openSearch(rows, most)
  for (let r = 0; r < count; r++) search(r, found)
  return found
}

function openSearch(rows: SparseRows, most: number): (row: number, found: Neighbours) => void {
  const byColumn = transpose(rows)
  const count = rowCount(rows)
  const scores = new Float32Array(count)
  const touched = new Int32Array(count)
  const dense = new Float32Array(rows.width)
  return (row, found) => {
    const start = rows.starts[row] ?? 0
    const end = rows.starts[row + 1] ?? 0
    const asked = heaviest(rows, start, end)
    const met = addUp({ rows, byColumn, scores, touched }, asked)
    scores[row] = 0
    const isExact = asked.length === end - start
    const best = takeBest(scores, touched.subarray(0, met), isExact ? most : most * CANDIDATES)
    for (let at = 0; at < met; at++) scores[touched[at] ?? 0] = 0
    if (!isExact) compareInFull(rows, row, { best, dense })
    best.slice(0, most).forEach(({ row: other, score }, rank) => {
      found.rows[row * most + rank] = other
      found.similarities[row * most + rank] = Math.min(1, score)
    })
  }
}

function heaviest({ weights }: SparseRows, start: number, end: number): Int32Array {
  const all = Int32Array.from({ length: end - start }, (_, at) => start + at)
  if (all.length <= WORDS_ASKED) return all
  return all.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b).slice(0, WORDS_ASKED)
}

type Search = { rows: SparseRows; byColumn: SparseRows; scores: Float32Array; touched: Int32Array }

/** Adds the products of the asked words up in `scores`; gives how many rows were touched. */
function addUp({ rows, byColumn, scores, touched }: Search, asked: Int32Array): number {
  const { starts, columns, weights } = byColumn
  let met = 0
  for (const at of asked) {
    const weight = rows.weights[at] ?? 0
    const column = rows.columns[at] ?? 0
    for (let to = starts[column] ?? 0, end = starts[column + 1] ?? 0; to < end; to++) {
      const other = columns[to] as number
      const score = scores[other] as number
      if (score === 0) touched[met++] = other
      scores[other] = score + weight * (weights[to] as number)
    }
  }
  return met
}

type Scored = { row: number; score: number }

/** Insertion into a short sorted list: nearly all rows touched are worse than its last. */
function takeBest(scores: Float32Array, touched: Int32Array, most: number): Scored[] {
  const best: Scored[] = []
  let least = 0
  for (let at = 0; at < touched.length; at++) {
    const row = touched[at] as number
    const score = scores[row] as number
    if (score <= least && (score < least || best.length < most)) continue
    insert(best, { row, score }, most)
    if (best.length === most) least = best[most - 1]?.score ?? 0
  }
  return best
}

function insert(best: Scored[], scored: Scored, most: number): void {
  let at = best.length
  while (at > 0 && isBefore(scored, best[at - 1])) at--
  if (at >= most) return
  best.splice(at, 0, scored)
  if (best.length > most) best.pop()
}

function isBefore(a: Scored, b: Scored | undefined): boolean {
  return b === undefined || a.score > b.score || (a.score === b.score && a.row < b.row)
}

function compareInFull(rows: SparseRows, row: number, { best, dense }: { best: Scored[]; dense: Float32Array }): void {
  const { starts, columns, weights } = rows
  const start = starts[row] ?? 0
  const end = starts[row + 1] ?? 0
  for (let at = start; at < end; at++) dense[columns[at] ?? 0] = weights[at] ?? 0
  for (const scored of best) scored.score = productWith(rows, scored.row, dense)
  for (let at = start; at < end; at++) dense[columns[at] ?? 0] = 0
  best.sort((a, b) => b.score - a.score || a.row - b.row)
}

function productWith({ starts, columns, weights }: SparseRows, row: number, dense: Float32Array): number {
  let sum = 0
  const end = starts[row + 1] ?? 0
  for (let at = starts[row] ?? 0; at < end; at++) sum += (weights[at] ?? 0) * (dense[columns[at] ?? 0] ?? 0)
  return sum
}
