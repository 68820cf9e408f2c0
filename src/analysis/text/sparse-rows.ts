/** Rows of a sparse matrix: row r has the columns `columns[starts[r]..starts[r + 1])`, ascending, with their
 *  weights. */
export type SparseRows = {
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly weights: Float32Array
  readonly width: number
}

export function rowCount({ starts }: SparseRows): number {
  return starts.length - 1
}

/** The columns of the same matrix as rows; in each, the old rows ascend. */
export function transpose({ starts, columns, weights, width }: SparseRows): SparseRows {
  const turned = new Int32Array(width + 1)
  for (const column of columns) turned[column + 1] = (turned[column + 1] ?? 0) + 1
  for (let c = 0; c < width; c++) turned[c + 1] = (turned[c + 1] ?? 0) + (turned[c] ?? 0)
  const next = turned.slice(0, width)
  const rows = new Int32Array(columns.length)
  const moved = new Float32Array(columns.length)
  for (let r = 0; r + 1 < starts.length; r++) {
    for (let at = starts[r] ?? 0, end = starts[r + 1] ?? 0; at < end; at++) {
      const column = columns[at] ?? 0
      const to = next[column] ?? 0
      next[column] = to + 1
      rows[to] = r
      moved[to] = weights[at] ?? 0
    }
  }
  return { starts: turned, columns: rows, weights: moved, width: starts.length - 1 }
}

/** Scales each row to length 1; an empty row stays empty. Changes the weights in place. */
export function normaliseRows({ starts, weights }: SparseRows): void {
  for (let r = 0; r + 1 < starts.length; r++) {
    const row = weights.subarray(starts[r], starts[r + 1])
    let squares = 0
    for (const weight of row) squares += weight * weight
    if (squares === 0) continue
    const scale = 1 / Math.sqrt(squares)
    for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) * scale
  }
}
