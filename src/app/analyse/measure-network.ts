import { network } from '../../analysis/index.ts'
import type { Progress } from './progress.ts'
import type { TiesOfFile } from './read-ties.ts'

/** What is measured with. `groups` null: no E-I index. */
export type MeasureNetwork = {
  readonly ties: TiesOfFile
  readonly isDirected: boolean
  readonly groups: Int32Array | null
  readonly seed: number
  readonly progress: Progress
}

/** The whole network's figures, and those of each node in the order of the ids. */
export type NetworkMeasures = {
  readonly figures: Readonly<Record<string, unknown>>
  measuresOf(node: number): Readonly<Record<string, unknown>>
}

/** Betweenness is exact up to so many ties, */
const EXACT_TIES = 20_000
/** and beyond from so many nodes, fewer where they would walk over more ties than this, but never fewer than 16. */
const PIVOTS = 256
const MOST_WALKED = 4e9
const LEAST_PIVOTS = 16
/** From so many ties on a step takes long enough to be announced. */
const LONG = 300_000

/** `followed` leads the way of the ties; `mutual` sees them from both sides, weights added. One graph if undirected. */
type Graphs = { readonly followed: network.Csr; readonly mutual: network.Csr; readonly isDirected: boolean }

/** Measures a network. Communities, cores and Burt's constraint look at ties from both sides, also of a directed one;
 *  weights count for PageRank, communities, constraint and the E-I index. */
export function measureNetwork({ ties, isDirected, groups, seed, progress }: MeasureNetwork): NetworkMeasures {
  const graphs = buildGraphs(ties, isDirected)
  const { followed, mutual } = graphs
  const say = (step: string): void => progress.at(step, { isLong: mutual.targets.length > LONG })
  say('Communities')
  const communities = network.findCommunities(mutual, { seed })
  say('PageRank')
  const ranks = network.pageRank(followed, isDirected ? { incoming: network.transpose(followed) } : {})
  say('Cores and constraint')
  const cores = network.coreNumbers(mutual)
  const constraints = network.constraints(mutual)
  say('Betweenness')
  const { betweenness, pivots } = measureBetweenness(graphs, seed)
  const degree = degreesIn(graphs)
  return {
    figures: {
      nodes: followed.nodes,
      edges: tiesIn(graphs),
      density: network.density(followed),
      ei: groups === null ? null : network.externalInternalIndex(followed, groups),
      maxCore: cores.reduce((most, core) => Math.max(most, core), 0),
      modularity: network.modularity(mutual, communities),
      communities: communities.reduce((most, community) => Math.max(most, community), -1) + 1,
      directed: isDirected,
      weighted: ties.weights !== null,
      seed,
      betweennessPivots: pivots,
    },
    measuresOf: (node) => ({
      id: ties.ids[node] ?? '',
      degree: degree[node] ?? 0,
      core: cores[node] ?? 0,
      pagerank: ranks[node] ?? 0,
      betweenness: betweenness[node] ?? 0,
      constraint: Number.isNaN(constraints[node]) ? null : (constraints[node] ?? null),
      community: communities[node] ?? 0,
    }),
  }
}

/** Without weights in the file a tie is there or not: that two lines name it makes it no stronger. */
function buildGraphs({ ids, sources, targets, weights }: TiesOfFile, isDirected: boolean): Graphs {
  const ties = { nodes: ids.length, sources, targets, weights }
  const plain = (graph: network.Csr): network.Csr => (weights === null ? { ...graph, weights: null } : graph)
  if (!isDirected) {
    const graph = plain(network.buildUndirected(ties))
    return { followed: graph, mutual: graph, isDirected }
  }
  const followed = plain(network.buildDirected(ties))
  // A tie in both directions is twice as strong as one: what was merged before is not counted again.
  return { followed, mutual: network.buildUndirected(tiesOf(followed)), isDirected }
}

function tiesOf({ nodes, offsets, targets, weights }: network.Csr): network.Ties {
  const sources = new Uint32Array(targets.length)
  for (let node = 0; node < nodes; node++) sources.fill(node, offsets[node], offsets[node + 1])
  return { nodes, sources, targets, weights }
}

const tiesIn = ({ followed, isDirected }: Graphs): number => followed.targets.length / (isDirected ? 1 : 2)

/** In a directed network the ties to a node count as well as those from it. */
function degreesIn({ followed, isDirected }: Graphs): Uint32Array {
  const outward = network.degrees(followed)
  if (!isDirected) return outward
  const inward = network.degrees(network.transpose(followed))
  return outward.map((degree, node) => degree + (inward[node] ?? 0))
}

/** `pivots` null: exact. */
function measureBetweenness(graphs: Graphs, seed: number): { betweenness: Float64Array; pivots: number | null } {
  const { followed, isDirected } = graphs
  if (tiesIn(graphs) <= EXACT_TIES) {
    return { betweenness: network.betweenness(followed, { directed: isDirected }), pivots: null }
  }
  const affordable = Math.max(LEAST_PIVOTS, Math.floor(MOST_WALKED / followed.targets.length))
  const pivots = Math.min(PIVOTS, affordable, followed.nodes)
  return { betweenness: network.betweenness(followed, { directed: isDirected, pivots, seed }), pivots }
}
