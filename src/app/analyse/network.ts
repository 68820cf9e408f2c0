import type { AnalysisCommand } from './analysis-command.ts'
import { measureNetwork } from './measure-network.ts'
import { wholeNumber } from './read-arguments.ts'
import { readGroups, readTies } from './read-ties.ts'

/** `dandelion analyse network`: who stands where among ties. */
export const network: AnalysisCommand = {
  name: 'network',
  usage: 'TIES [--groups FILE] [--directed] --out OUT.json [--seed N]',
  summary: 'measures a network: communities, PageRank, cores, betweenness, constraint, E-I index',
  details: `In: two ids a line and, if there is one, a weight above 0, separated by white space; an id with white space stands in
double quotes. Lines that begin with # or % are remarks. Ties lead both ways unless --directed. An id tied to itself
alone is a node without ties. Doubles are one tie: their weights are added; where no line has a weight, a tie weighs 1.
--groups: an id and its group a line, for the E-I index (external less internal over all, by weight).
Out: a JSON object with nodes, edges, density, ei, maxCore, modularity, communities (how many), directed, weighted, seed,
betweennessPivots, and measures: for each id degree, core, pagerank (damping .85), betweenness (not normalised, by steps),
constraint (Burt; null without ties) and community (0 is the largest).
Communities, cores and constraint see a directed tie from both sides; degree is then the sum of both.
Betweenness is exact up to 20,000 ties (betweennessPivots null), beyond it starts from up to 256 nodes drawn by --seed: good
for a list of bridges, not for ranks. --seed (1 when absent): the same seed and ties give the same answer.`,
  flags: { groups: 'value', directed: 'switch', seed: 'value' },
  async run(call) {
    const { given, output } = call
    const seed = wholeNumber(given, 'seed', 1)
    const file = given.flags.get('groups')
    const ties = await readTies(call)
    const groups = file === undefined ? null : await readGroups(call, file, ties.ids)
    const isDirected = given.flags.has('directed')
    const { figures, measuresOf } = measureNetwork({ ties, isDirected, groups, seed, progress: call.progress })
    const head = JSON.stringify(figures, null, 2).slice(0, -2)
    await output.write(`${head},\n  "measures": [`)
    for (let node = 0; node < ties.ids.length; node++) {
      await output.write(`${node === 0 ? '' : ','}\n    ${JSON.stringify(measuresOf(node))}`)
    }
    await output.write('\n  ]\n}\n')
    call.out.write(`${JSON.stringify(figures)}\n`)
  },
}
