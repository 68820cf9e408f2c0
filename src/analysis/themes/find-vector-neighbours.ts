import type { Neighbours } from '../text/find-neighbours.ts'

/** Below this many vectors all are compared with all. */
const FEW = 2000
/** Cells looked through for a vector beside its own. */
const PROBES = 8

/** The nearest others of each vector by cosine, best first. Beyond 2,000 vectors only those in the nearest 8 of
 *  about sqrt(n) cells around evenly taken vectors are compared, which finds nearly all. Vectors of unlike lengths
 *  throw RangeError. */
export function findVectorNeighbours(vectors: readonly Float32Array[], most: number): Neighbours {
  const unit = vectors.map(toUnit)
  if (unit.some(({ length }) => length !== unit[0]?.length)) throw new RangeError('Vectors differ in length.')
  const found = {
    most,
    rows: new Int32Array(unit.length * most).fill(-1),
    similarities: new Float32Array(unit.length * most),
  }
  const candidatesOf = unit.length <= FEW ? () => unit.keys() : cellsOf(unit)
  for (const [row, vector] of unit.entries()) {
    const scored: [number, number][] = []
    for (const other of candidatesOf(vector)) if (other !== row) scored.push([other, dot(vector, unit[other])])
    scored.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (const [rank, [other, similarity]] of scored.slice(0, most).entries()) {
      if (similarity <= 0) break
      found.rows[row * most + rank] = other
      found.similarities[row * most + rank] = similarity
    }
  }
  return found
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0)) || 1
  return vector.map((each) => each / length)
}

function dot(a: Float32Array, b: Float32Array | undefined): number {
  if (b === undefined) return 0
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number)
  return sum
}

function cellsOf(unit: readonly Float32Array[]): (vector: Float32Array) => number[] {
  const count = Math.ceil(Math.sqrt(unit.length))
  const pivots = Array.from({ length: count }, (_, at) => unit[Math.floor((at * unit.length) / count)])
  const nearest = (vector: Float32Array, most: number): number[] => {
    const scored = pivots.map((pivot, cell): [number, number] => [cell, dot(vector, pivot)])
    return scored
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([cell]) => cell)
  }
  const cells: number[][] = pivots.map(() => [])
  for (const [row, vector] of unit.entries()) cells[nearest(vector, 1)[0] ?? 0]?.push(row)
  return (vector) => nearest(vector, PROBES).flatMap((cell) => cells[cell] ?? [])
}
