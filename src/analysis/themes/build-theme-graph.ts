import { buildUndirected, type Csr } from '../network/csr.ts'
import type { Neighbours } from '../text/find-neighbours.ts'

/** Ties between texts by position: `from[i]` to `to[i]`. */
export type PositionTies = {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly weights: readonly number[]
}

export const noTies: PositionTies = { from: [], to: [], weights: [] }

/** The undirected graph of neighbours, weighted by similarity, and of other ties; two that are each other's
 *  neighbours count twice. */
export function buildThemeGraph({ most, rows, similarities }: Neighbours, ties: PositionTies): Csr {
  let count = 0
  for (const row of rows) if (row >= 0) count++
  const sources = new Uint32Array(count + ties.from.length)
  const targets = new Uint32Array(count + ties.from.length)
  const weights = new Float64Array(count + ties.from.length)
  let at = 0
  for (let slot = 0; slot < rows.length; slot++) {
    const row = rows[slot] ?? -1
    if (row < 0) continue
    sources[at] = Math.floor(slot / most)
    targets[at] = row
    weights[at++] = Math.max(0, similarities[slot] ?? 0)
  }
  sources.set(ties.from, at)
  targets.set(ties.to, at)
  weights.set(ties.weights, at)
  return buildUndirected({ nodes: rows.length / most, sources, targets, weights })
}
