import { seededRandom } from '../seeded-random.ts'
import { rowCount, type SparseRows, transpose } from '../text/sparse-rows.ts'

/** How rows are factorised: `start` is the part each row begins in (-1: none), ids dense from 0 up to `parts`. */
export type FactoriseRows = {
  readonly parts: number
  readonly start: Int32Array
  readonly seed: number
  readonly rounds?: number
}

const ROUNDS = 20
const START_WEIGHT = 0.1
const ROW_NOISE = 0.01
const COLUMN_NOISE = 0.0001
const NOTHING = 1e-12
const LOAD_SWEEPS = 3

/** Subjects that rows are made of: how strongly each column belongs to each (column by column), and the one that
 *  explains most of each row (-1 for an empty row). */
export type Factorisation = { readonly parts: number; readonly ofColumn: Float64Array; readonly partOf: Int32Array }

/** The few additive parts that rows are made of: non-negative matrix factorisation by hierarchical alternating
 *  least squares (Cichocki & Phan 2009), begun from a partition instead of at random, so that parts keep their
 *  meaning. Its view is global where neighbours see only what is near: it finds the words that carry a subject. */
export function factoriseRows(rows: SparseRows, options: FactoriseRows): Factorisation {
  const { parts } = options
  const byColumn = transpose(rows)
  const ofRow = new Float64Array(rowCount(rows) * parts)
  const ofColumn = new Float64Array(rows.width * parts)
  begin({ rows, ofRow, ofColumn }, options)
  for (let round = 0; round < (options.rounds ?? ROUNDS); round++) {
    improveSide({ rows, own: ofRow, other: ofColumn }, parts)
    improveSide({ rows: byColumn, own: ofColumn, other: ofRow }, parts)
  }
  return { parts, ofColumn, partOf: strongestParts(ofRow, lengthsOf(ofColumn, parts)) }
}

/** How much of each part is in each row, of length 1 a row; also for rows that the factorisation has not seen.
 *  Columns beyond those it knows count nothing. */
export function loadRows(rows: SparseRows, { parts, ofColumn }: Omit<Factorisation, 'partOf'>): Float64Array {
  const wide = new Float64Array(rows.width * parts)
  wide.set(ofColumn.subarray(0, wide.length))
  const loads = new Float64Array(rowCount(rows) * parts)
  for (let sweep = 0; sweep < LOAD_SWEEPS; sweep++) improveSide({ rows, own: loads, other: wide }, parts)
  const lengths = lengthsOf(wide, parts)
  for (let from = 0; from < loads.length; from += parts) scaleToUnit(loads.subarray(from, from + parts), lengths)
  return loads
}

function scaleToUnit(load: Float64Array, lengths: Float64Array): void {
  let squares = 0
  for (let part = 0; part < load.length; part++) {
    load[part] = (load[part] ?? 0) * (lengths[part] ?? 0)
    squares += (load[part] ?? 0) ** 2
  }
  if (squares === 0) return
  const scale = 1 / Math.sqrt(squares)
  for (let part = 0; part < load.length; part++) load[part] = (load[part] ?? 0) * scale
}

type Factors = { readonly rows: SparseRows; readonly ofRow: Float64Array; readonly ofColumn: Float64Array }

function begin(factors: Factors, { parts, start, seed }: FactoriseRows): void {
  const sizes = new Float64Array(parts)
  for (const part of start) if (part >= 0) sizes[part] = (sizes[part] ?? 0) + 1
  for (let row = 0; row < start.length; row++) {
    const part = start[row] ?? -1
    if (part >= 0) beginRow(factors, { row, part, parts, share: 1 / (sizes[part] ?? 1) })
  }
  // A factor of exactly 0 in a row and its columns would stay 0 for ever.
  const random = seededRandom(seed)
  addNoise(factors.ofRow, () => ROW_NOISE * random())
  addNoise(factors.ofColumn, () => COLUMN_NOISE * random())
}

type Begun = { readonly row: number; readonly part: number; readonly parts: number; readonly share: number }

function beginRow({ rows, ofRow, ofColumn }: Factors, { row, part, parts, share }: Begun): void {
  ofRow[row * parts + part] = START_WEIGHT
  const end = rows.starts[row + 1] ?? 0
  for (let at = rows.starts[row] ?? 0; at < end; at++) {
    const slot = (rows.columns[at] ?? 0) * parts + part
    ofColumn[slot] = (ofColumn[slot] ?? 0) + (rows.weights[at] ?? 0) * share
  }
}

function addNoise(factors: Float64Array, noise: () => number): void {
  for (let slot = 0; slot < factors.length; slot++) factors[slot] = (factors[slot] ?? 0) + noise()
}

type Side = { readonly rows: SparseRows; readonly own: Float64Array; readonly other: Float64Array }

/** One sweep: each factor of one side is the best non-negative one while all else stands still. */
function improveSide({ rows, own, other }: Side, parts: number): void {
  const gram = gramOf(other, parts)
  const wanted = new Float64Array(parts)
  for (let row = 0; row < rowCount(rows); row++) {
    wanted.fill(0)
    for (let at = rows.starts[row] ?? 0, end = rows.starts[row + 1] ?? 0; at < end; at++) {
      const weight = rows.weights[at] as number
      const from = (rows.columns[at] as number) * parts
      for (let part = 0; part < parts; part++) {
        wanted[part] = (wanted[part] as number) + weight * (other[from + part] as number)
      }
    }
    improveRow(own.subarray(row * parts, (row + 1) * parts), wanted, gram)
  }
}

function improveRow(own: Float64Array, wanted: Float64Array, gram: Float64Array): void {
  const parts = own.length
  for (let part = 0; part < parts; part++) {
    const scale = gram[part * parts + part] as number
    if (scale < NOTHING) continue
    let left = wanted[part] as number
    for (let by = 0; by < parts; by++) left -= (gram[part * parts + by] as number) * (own[by] as number)
    own[part] = Math.max(0, (own[part] as number) + left / scale)
  }
}

function gramOf(factors: Float64Array, parts: number): Float64Array {
  const gram = new Float64Array(parts * parts)
  for (let from = 0; from < factors.length; from += parts) {
    for (let a = 0; a < parts; a++) {
      const factor = factors[from + a] as number
      if (factor === 0) continue
      for (let b = 0; b < parts; b++) {
        gram[a * parts + b] = (gram[a * parts + b] as number) + factor * (factors[from + b] as number)
      }
    }
  }
  return gram
}

function lengthsOf(factors: Float64Array, parts: number): Float64Array {
  const squares = new Float64Array(parts)
  for (let slot = 0; slot < factors.length; slot++) {
    squares[slot % parts] = (squares[slot % parts] ?? 0) + (factors[slot] ?? 0) ** 2
  }
  return squares.map(Math.sqrt)
}

function strongestParts(ofRow: Float64Array, lengths: Float64Array): Int32Array {
  const parts = lengths.length
  return Int32Array.from({ length: ofRow.length / parts }, (_, row) => {
    let best = -1
    let most = 0
    for (let part = 0; part < parts; part++) {
      const weight = (ofRow[row * parts + part] ?? 0) * (lengths[part] ?? 0)
      if (weight > most) {
        most = weight
        best = part
      }
    }
    return best
  })
}
