import { findCommunities } from '../network/communities.ts'
import { buildUndirected, type Csr, weightAt } from '../network/csr.ts'

/** How themes are divided. `peopleIn` counts the distinct people behind some texts. */
export type SplitSubthemes = {
  readonly graph: Csr
  readonly themeOf: Int32Array
  readonly themes: number
  readonly seed: number
  readonly leastPeople: number
  peopleIn(texts: readonly number[]): number
}

/** Below this many texts a theme is read as a whole. */
const LEAST_TEXTS = 30
/** More parts than a list shows at a glance are left out, the smallest first. */
const MOST_SUBTHEMES = 9

/** The subtheme of each text within its theme, -1 for none: communities of the ties inside the theme, with at least
 *  `leastPeople` people each and at least two of them; the largest is 0. */
export function splitSubthemes(split: SplitSubthemes): Int32Array {
  const subthemeOf = new Int32Array(split.themeOf.length).fill(-1)
  const members: number[][] = Array.from({ length: split.themes }, () => [])
  for (let text = 0; text < split.themeOf.length; text++) members[split.themeOf[text] ?? -1]?.push(text)
  for (const texts of members) if (texts.length >= LEAST_TEXTS) splitTheme(split, texts, subthemeOf)
  return subthemeOf
}

function splitTheme(split: SplitSubthemes, texts: readonly number[], subthemeOf: Int32Array): void {
  const communities = findCommunities(induce(split.graph, texts), { seed: split.seed })
  const parts: number[][] = []
  for (const [at, text] of texts.entries()) {
    const part = communities[at] ?? 0
    const known = parts[part] ?? []
    parts[part] = known
    known.push(text)
  }
  const large = parts.filter((part) => split.peopleIn(part) >= split.leastPeople).slice(0, MOST_SUBTHEMES)
  if (large.length < 2) return
  for (const [number, part] of large.entries()) for (const text of part) subthemeOf[text] = number
}

/** The graph of some nodes and the ties between them, numbered in their order. */
function induce(graph: Csr, nodes: readonly number[]): Csr {
  const numbers = new Map(nodes.map((node, at) => [node, at]))
  const [sources, targets, weights]: [number[], number[], number[]] = [[], [], []]
  for (const [source, node] of nodes.entries()) {
    for (let at = graph.offsets[node] ?? 0, end = graph.offsets[node + 1] ?? 0; at < end; at++) {
      const target = numbers.get(graph.targets[at] ?? 0)
      if (target === undefined || target <= source) continue
      sources.push(source)
      targets.push(target)
      weights.push(weightAt(graph, at))
    }
  }
  return buildUndirected({
    nodes: nodes.length,
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(targets),
    weights: Float64Array.from(weights),
  })
}
