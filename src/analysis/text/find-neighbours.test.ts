import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findNeighbours } from './find-neighbours.ts'
import { normaliseRows, rowCount, type SparseRows, transpose } from './sparse-rows.ts'

const WIDTH = 80

function rowsFrom(lists: readonly (readonly number[])[]): SparseRows {
  const sorted = lists.map((list) => [...new Set(list)].sort((a, b) => a - b))
  const starts = new Int32Array(sorted.length + 1)
  for (const [at, list] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length
  const columns = Int32Array.from(sorted.flat())
  const rows = { starts, columns, weights: Float32Array.from(columns, (column) => 1 + (column % 7)), width: WIDTH }
  normaliseRows(rows)
  return rows
}

function cosine(rows: SparseRows, a: number, b: number): number {
  const dense = new Map<number, number>()
  for (let at = rows.starts[a] ?? 0; at < (rows.starts[a + 1] ?? 0); at++) {
    dense.set(rows.columns[at] ?? 0, rows.weights[at] ?? 0)
  }
  let sum = 0
  for (let at = rows.starts[b] ?? 0; at < (rows.starts[b + 1] ?? 0); at++) {
    sum += (dense.get(rows.columns[at] ?? 0) ?? 0) * (rows.weights[at] ?? 0)
  }
  return sum
}

const shortLists = fc.array(fc.array(fc.nat(WIDTH - 1), { maxLength: 12 }), { minLength: 2, maxLength: 30 })

test('the neighbours of short rows are those of comparing all with all', () => {
  fc.assert(
    fc.property(shortLists, (lists) => {
      const rows = rowsFrom(lists)
      const found = findNeighbours(rows, 3)
      for (let row = 0; row < rowCount(rows); row++) {
        const all = Array.from({ length: rowCount(rows) }, (_, other) => (other === row ? 0 : cosine(rows, row, other)))
        const best = all.sort((a, b) => b - a).slice(0, 3)
        for (const [rank, similarity] of best.entries()) {
          expect(found.similarities[row * 3 + rank] ?? 0).toBeCloseTo(similarity, 4)
        }
      }
    }),
  )
})

test('similarities are cosines also for rows of many words', () => {
  const lists = Array.from({ length: 20 }, (_, row) => Array.from({ length: 60 }, (_, at) => (row * 3 + at) % WIDTH))
  const rows = rowsFrom(lists)
  const found = findNeighbours(rows, 5)
  for (let slot = 0; slot < found.rows.length; slot++) {
    const other = found.rows[slot] ?? -1
    expect(found.similarities[slot]).toBeCloseTo(cosine(rows, Math.floor(slot / 5), other), 4)
  }
})

test('nobody is a neighbour of himself, and an empty row has none', () => {
  const found = findNeighbours(rowsFrom([[1, 2], [1, 2], []]), 2)
  expect([...found.rows]).toEqual([1, -1, 0, -1, -1, -1])
})

test('turned over twice, rows are the same', () => {
  fc.assert(
    fc.property(shortLists, (lists) => {
      const rows = rowsFrom(lists)
      expect(transpose(transpose(rows))).toEqual(rows)
    }),
  )
})
