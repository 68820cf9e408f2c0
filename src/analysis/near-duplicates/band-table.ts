import { bands, permutations, rowsOfBand } from './sign-features.ts'

/** Of one band at most this many are looked at, the newest first: copies by the thousand cost no more than these. */
const mostOfBand = 128
const slotsOfRow = 32
const firstRows = 1024
const none = -1

/** Signatures by row, and for each of their bands a chain of the rows that hash to the same slot. */
export type BandTable = {
  readonly rows: number
  /** Where row r has its signature: from 80 r on. Replaced as it grows: read it anew after `reserve`. */
  readonly signatures: Uint32Array
  /** Makes room for one more row, whose signature may then be written behind the last. */
  reserve(): void
  /** Files the row behind the last under its bands. */
  commit(): void
  /** Calls for each row that shares a band with the signature, once for each such band. */
  visit(signature: Uint32Array, met: (row: number) => void): void
}

/** Locality-sensitive hashing: rows that share a band are candidates. Memory: about 610 bytes a row. */
export function openBandTable(): BandTable {
  let rows = 0
  let room = firstRows
  let signatures = new Uint32Array(room * permutations)
  let keys = new Uint32Array(room * bands)
  let next = new Int32Array(room * bands)
  let heads = new Int32Array(room * slotsOfRow).fill(none)

  function file(row: number): void {
    for (let band = 0; band < bands; band++) {
      const entry = row * bands + band
      const key = keyOf(signatures, row * permutations, band)
      const slot = key & (heads.length - 1)
      keys[entry] = key
      next[entry] = heads[slot] as number
      heads[slot] = entry
    }
  }

  function grow(): void {
    room *= 2
    signatures = grown(signatures, room * permutations)
    keys = new Uint32Array(room * bands)
    next = new Int32Array(room * bands)
    heads = new Int32Array(room * slotsOfRow).fill(none)
    for (let row = 0; row < rows; row++) file(row)
  }

  function visitBand(key: number, met: (row: number) => void): void {
    let entry = heads[key & (heads.length - 1)] as number
    for (let seen = 0; entry !== none && seen < mostOfBand; entry = next[entry] as number) {
      if (keys[entry] !== key) continue
      seen++
      met(Math.floor(entry / bands))
    }
  }

  return {
    get rows() {
      return rows
    },
    get signatures() {
      return signatures
    },
    reserve() {
      if (rows === room) grow()
    },
    commit() {
      file(rows++)
    },
    visit(signature, met) {
      for (let band = 0; band < bands; band++) visitBand(keyOf(signature, 0, band), met)
    },
  }
}

/** The same numbers with zeros behind, `length` in all. */
export function grown(from: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(length)
  to.set(from)
  return to
}

/** Hash of one band of the signature at `offset`. The band's number is part of it, so that equal values in two bands do
 *  not meet. */
function keyOf(signatures: Uint32Array, offset: number, band: number): number {
  let hash = band + 1
  const end = offset + (band + 1) * rowsOfBand
  for (let at = end - rowsOfBand; at < end; at++) {
    hash = Math.imul(hash ^ (signatures[at] as number), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
