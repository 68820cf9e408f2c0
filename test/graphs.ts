import { buildUndirected, type Csr, type Ties } from '../src/analysis/network/csr.ts'

/** Ties from rows of [source, target] or [source, target, weight], for tests. */
export function tiesOf(nodes: number, rows: readonly (readonly number[])[]): Ties {
  return {
    nodes,
    sources: Uint32Array.from(rows, ([source]) => source ?? 0),
    targets: Uint32Array.from(rows, ([, target]) => target ?? 0),
    weights: rows.some((row) => row.length > 2) ? Float64Array.from(rows, (row) => row[2] ?? 1) : null,
  }
}

const FRIENDS = `0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 1-19 1-21
1-30 2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 8-30 8-32 8-33 9-33 13-33 14-32
14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 25-31 26-29
26-33 27-33 28-31 28-33 29-32 29-33 30-32 30-33 31-32 31-33 32-33`

/** The karate club of Zachary 1977: 34 people, 78 friendships, without weights. */
export const karate: Csr = buildUndirected(
  tiesOf(
    34,
    FRIENDS.split(/\s/).map((tie) => tie.split('-').map(Number)),
  ),
)

/** A ring of cliques, each tied to the next by one tie: the known case in which modularity joins two of them. */
export function ring({ cliques, size }: { cliques: number; size: number }): Csr {
  const rows: number[][] = []
  for (let clique = 0; clique < cliques; clique++) {
    const first = clique * size
    for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) rows.push([first + a, first + b])
    rows.push([first, (((clique + 1) % cliques) * size + 1) % (cliques * size)])
  }
  return buildUndirected(tiesOf(cliques * size, rows))
}
