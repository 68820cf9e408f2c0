import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { network, normalisedMutualInformation } from '../../src/analysis/index.ts'
import { type Figure, median } from '../figures.ts'
import { atLeast, atMost, equal, missing, plain } from './bar.ts'
import { betweennessByDistances, constraintByTable, largestDifference, pageRankByElimination } from './count-by-hand.ts'
import { type AnalysisBench, dataSet } from './data-sets.ts'

const SEEDS = 20

/** The bars of networks: real graphs beside what igraph gives or an independent count, and large made-up ones. */
export async function measureNetworks({ quick }: AnalysisBench): Promise<Figure[]> {
  return [...measureMail(), ...measureKarate(), ...measureLarge(quick)]
}

function numbersOf(file: string): number[][] {
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  return lines.map((line) => line.split(' ').map(Number))
}

/** Ties that are there or not, whatever is said of them twice. */
function plainGraph(nodes: number, ties: readonly (readonly number[])[]): network.Csr {
  const sources = Uint32Array.from(ties, ([source]) => source ?? 0)
  const targets = Uint32Array.from(ties, ([, target]) => target ?? 0)
  return { ...network.buildUndirected({ nodes, sources, targets }), weights: null }
}

function measureMail(): Figure[] {
  const ties = dataSet('email-eu-core', 'email-Eu-core.txt')
  const labels = dataSet('email-eu-core', 'email-Eu-core-department-labels.txt')
  if (ties === undefined || labels === undefined) return [missing('email-eu-core', 'not in DANDELION_DATASETS')]
  const departments = Int32Array.from(numbersOf(labels), ([, department]) => department ?? -1)
  const graph = plainGraph(departments.length, numbersOf(ties))
  const cores = network.coreNumbers(graph)
  const name = (what: string): string => `email-eu-core: ${what}`
  const ei = network.externalInternalIndex(graph, departments) ?? Number.NaN
  const byHand = 'an independent count'
  return [
    equal({ name: name('density'), value: network.density(graph), bar: 0.031841, digits: 6 }),
    equal({ name: name('E-I by department'), value: ei, bar: 0.328561, digits: 6 }),
    equal({ name: name('largest core'), value: Math.max(...cores), bar: 34, digits: 0 }),
    atMost({
      name: name('PageRank, largest difference'),
      value: largestDifference(network.pageRank(graph), pageRankByElimination(graph)),
      bar: 1e-6,
      reference: byHand,
    }),
    atMost({
      name: name('betweenness, largest difference'),
      value: largestDifference(network.betweenness(graph), betweennessByDistances(graph)),
      bar: 1e-9,
      reference: byHand,
    }),
    atMost({
      name: name('constraint, largest difference'),
      value: largestDifference(network.constraints(graph), constraintByTable(graph)),
      bar: 1e-9,
      reference: byHand,
    }),
    ...measureCommunities(graph, departments),
  ]
}

function measureCommunities(graph: network.Csr, departments: Int32Array): Figure[] {
  const found = Array.from({ length: SEEDS }, (_, seed) => network.findCommunities(graph, { seed }))
  const counts = found.map((communities) => new Set(communities).size)
  const name = (what: string): string => `email-eu-core: ${what}, median of ${SEEDS} seeds`
  return [
    atLeast({
      name: name('modularity'),
      value: median(found.map((communities) => network.modularity(graph, communities))),
      bar: 0.412,
      reference: 'igraph .4146',
    }),
    atLeast({
      name: name('NMI with departments'),
      value: median(found.map((communities) => normalisedMutualInformation(communities, departments))),
      bar: 0.54,
      reference: 'igraph .588',
    }),
    plain({ name: name('communities'), value: median(counts), reference: '42 departments' }),
  ]
}

function measureKarate(): Figure[] {
  const file = dataSet('small-graphs', 'karate.json')
  if (file === undefined) return [missing('karate club', 'not in DANDELION_DATASETS')]
  const { nodes, edges }: { nodes: unknown[]; edges: [string, string, number][] } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const ties = edges.map(([source, target]) => [Number(source), Number(target)])
  const graph = plainGraph(nodes.length, ties)
  const qualities = Array.from({ length: SEEDS }, (_, seed) =>
    network.modularity(graph, network.findCommunities(graph, { seed })),
  )
  return [
    atLeast({
      name: `karate club: modularity, worst of ${SEEDS} seeds`,
      value: Math.min(...qualities),
      bar: 0.4188,
      reference: 'best known .4198',
    }),
  ]
}

type Large = Record<'build' | 'communities' | 'pagerank' | 'cores' | 'constraint' | 'modularity' | 'megabytes', number>

function runLarge(nodes: number, ties: number, kind: 'hubs' | 'random'): Large {
  const script = fileURLToPath(new URL('./large-network.ts', import.meta.url))
  const printed = execFileSync(process.execPath, [script, String(nodes), String(ties), kind], { encoding: 'utf8' })
  return JSON.parse(printed)
}

function measureLarge(quick: boolean): Figure[] {
  const middle = runLarge(100_000, 1_000_000, 'hubs')
  const together = middle.build + middle.pagerank + middle.cores + middle.communities + middle.constraint
  const [nodes, ties] = quick ? [40_000, 2_000_000] : [400_000, 20_000_000]
  const size = `${nodes.toLocaleString('en')} nodes, ${ties.toLocaleString('en')} ties`
  return [
    atMost({ name: '100,000 nodes, 1,000,000 ties: all but betweenness', value: together, bar: 10, unit: 's' }),
    ...(['hubs', 'random'] as const).flatMap((kind) => {
      const large = runLarge(nodes, ties, kind)
      const name = (what: string): string => `${size}, ${kind}: ${what}`
      return [
        plain({ name: name('build'), value: large.build, unit: 's' }),
        atMost({ name: name('communities'), value: large.communities, bar: 60, unit: 's' }),
        atMost({ name: name('PageRank'), value: large.pagerank, bar: 60, unit: 's' }),
        atMost({ name: name('memory, at most'), value: large.megabytes, bar: 2048, unit: 'MB' }),
      ]
    }),
  ]
}
