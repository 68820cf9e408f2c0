import type { Neighbours } from '../text/find-neighbours.ts'

/** What is left of a tie between two texts that share no subject. */
const LEAST = 0.05

/** Neighbours with each similarity multiplied by how far the two are made of the same subjects (cosine of their
 *  `loads`, rows of length 1 with `parts` numbers each): what two texts share by the way ties them less. */
export function gateNeighbours(neighbours: Neighbours, loads: Float64Array, parts: number): Neighbours {
  const { most, rows } = neighbours
  const similarities = neighbours.similarities.map((similarity, slot) => {
    const other = rows[slot] ?? -1
    if (other < 0) return 0
    const common = productOf(loads, Math.floor(slot / most) * parts, { other: other * parts, parts })
    return similarity * (LEAST + (1 - LEAST) * common)
  })
  return { most, rows, similarities }
}

function productOf(loads: Float64Array, from: number, { other, parts }: { other: number; parts: number }): number {
  let sum = 0
  for (let part = 0; part < parts; part++) sum += (loads[from + part] as number) * (loads[other + part] as number)
  return sum
}
