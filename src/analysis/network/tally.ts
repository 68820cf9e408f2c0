import { type Csr, weightAt } from './csr.ts'

/** Room to add up how strongly one node is tied to each community around it; used again for every node, so that a pass
 *  over millions of ties makes no objects. `weightTo` is -1 for communities that are not among the `count` touched. */
export type Tally = { readonly weightTo: Float64Array; readonly touched: Uint32Array; count: number }

/** Room for communities with ids below `size`. */
export function newTally(size: number): Tally {
  return { weightTo: new Float64Array(size).fill(-1), touched: new Uint32Array(size), count: 0 }
}

/** Adds the ties of `node` to the tally, by the community of the other end. Loops are not ties to anybody. */
export function tallyTies({ graph, communities, tally }: TallyOf, node: number): void {
  const { targets } = graph
  const { weightTo, touched } = tally
  const end = graph.offsets[node + 1] ?? 0
  let { count } = tally
  for (let at = graph.offsets[node] ?? 0; at < end; at++) {
    const community = communities[targets[at] ?? 0] ?? 0
    const weight = weightAt(graph, at)
    const before = weightTo[community] ?? 0
    if (before < 0) touched[count++] = community
    weightTo[community] = before < 0 ? weight : before + weight
  }
  tally.count = count
}

/** What a tally is made of. */
export type TallyOf = { readonly graph: Csr; readonly communities: Int32Array; readonly tally: Tally }

/** Empties the tally in the time of what is in it. */
export function clearTally(tally: Tally): void {
  for (let at = 0; at < tally.count; at++) tally.weightTo[tally.touched[at] ?? 0] = -1
  tally.count = 0
}
