// Builds and measures one large network and prints its figures as JSON: node bench/analysis/large-network.ts NODES TIES KIND
// A process of its own, so that its memory is its own.
import { network } from '../../src/analysis/index.ts'
import { timed } from './data-sets.ts'
import { largeTies } from './large-ties.ts'

const [nodes = 0, ties = 0] = process.argv.slice(2, 4).map(Number)
const kind = process.argv[4] === 'random' ? 'random' : 'hubs'

/** In a function of its own, so that the ties are gone when the graph is there. */
function build(): { seconds: number; result: network.Csr } {
  const made = largeTies({ nodes, ties, kind, seed: 7 })
  return timed(() => network.buildUndirected(made))
}

const built = build()
const graph = built.result
const communities = timed(() => network.findCommunities(graph, { seed: 1 }))
const pagerank = timed(() => network.pageRank(graph))
const megabytes = process.resourceUsage().maxRSS / 1024
const isSmall = ties <= 2_000_000
const cores = timed(() => (isSmall ? network.coreNumbers(graph) : undefined))
const constraint = timed(() => (isSmall ? network.constraints(graph) : undefined))
process.stdout.write(
  JSON.stringify({
    build: built.seconds,
    communities: communities.seconds,
    pagerank: pagerank.seconds,
    cores: cores.seconds,
    constraint: constraint.seconds,
    modularity: network.modularity(graph, communities.result),
    megabytes,
  }),
)
