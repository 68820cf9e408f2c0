import type { SparseRows } from './sparse-rows.ts'
import { normaliseRows } from './sparse-rows.ts'

/** The rows at these positions, in their order, as a matrix of the same width. */
export function takeRows({ starts, columns, weights, width }: SparseRows, rows: ArrayLike<number>): SparseRows {
  const taken = new Int32Array(rows.length + 1)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    taken[at + 1] = (taken[at] ?? 0) + (starts[row + 1] ?? 0) - (starts[row] ?? 0)
  }
  const total = taken[rows.length] ?? 0
  const result = { starts: taken, columns: new Int32Array(total), weights: new Float32Array(total), width }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    result.columns.set(columns.subarray(starts[row], starts[row + 1]), taken[at])
    result.weights.set(weights.subarray(starts[row], starts[row + 1]), taken[at])
  }
  return result
}

/** The same rows with each column multiplied by its factor, scaled to length 1 again. */
export function scaleColumns(rows: SparseRows, factors: ArrayLike<number>): SparseRows {
  const weights = rows.weights.map((weight, at) => weight * (factors[rows.columns[at] ?? 0] ?? 0))
  const scaled = { ...rows, weights }
  normaliseRows(scaled)
  return scaled
}
