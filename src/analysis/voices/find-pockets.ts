import { buildUndirected, type Csr, components, findCommunities, groupMembers } from '../network/index.ts'
import {
  countDistinct,
  findOneSided,
  groupShares,
  isFromOneGroup,
  measurePocket,
  type NearestTexts,
  type Pocket,
  type PocketsInput,
} from './measure-pocket.ts'

/** What counts as a pocket. */
export type PocketRule = {
  /** Distinct people, 5 when absent. */
  readonly leastPeople?: number | undefined
  /** Share of all people from which a voice is no small one, .02 when absent; 20 people are always small. */
  readonly mostShare?: number | undefined
}

const usualPeople = 5
const usualShare = 0.02
const alwaysSmall = 20

/**
 * Groups of people whose texts form a dense pocket and come from one group, found without regard to themes.
 *
 * A text is one-sided when more of its nearest texts by other people are of its own group than chance allows (binomial test
 * at 1 % against the group's share of all people, over three depths together). One-sided texts that are neighbours are tied; what hangs together is a
 * candidate, and what hangs together but is too large for a small voice is cut into its communities (Leiden) first. A pocket
 * has at least five people, a chance below 1e-5 as a whole, and neighbours that come from its own group rather than by
 * chance: `ownShare` at least half-way from `expectedShare` to 1, at one of the depths. Most people first, ties by the lowest
 * text.
 */
export function findPockets(input: PocketsInput, rule: PocketRule = {}): Pocket[] {
  const { leastPeople = usualPeople, mostShare = usualShare } = rule
  const shares = groupShares(input)
  const isOneSided = findOneSided(input, shares)
  const everybody = countDistinct(input.people)
  const most = Math.max(alwaysSmall, mostShare * everybody)
  return candidatesOf(input, isOneSided, most)
    .map((texts) => measurePocket(input, shares, texts))
    .filter(({ people }) => people >= leastPeople && people <= most)
    .filter(isFromOneGroup)
    .sort((a, b) => b.people - a.people || (a.texts[0] ?? 0) - (b.texts[0] ?? 0))
}

/** One-sided texts that hang together by ties within their group, in parts of at most `most` people where they can be cut. */
function candidatesOf(input: PocketsInput, isOneSided: Uint8Array, most: number): number[][] {
  const nodes = [...isOneSided.keys()].filter((text) => isOneSided[text] === 1)
  const graph = tieNeighbours(input, nodes)
  const whole = partsOf(nodes, components(graph, new Int32Array(nodes.length)))
  const communities = new Map<number, number>()
  for (const [at, community] of findCommunities(graph, { seed: input.seed }).entries())
    communities.set(nodes[at] ?? 0, community)
  return whole.flatMap((texts) => {
    if (countDistinct(texts.map((text) => input.people[text] ?? -1)) <= most) return [texts]
    return [...Map.groupBy(texts, (text) => communities.get(text)).values()]
  })
}

function tieNeighbours({ groups, neighbours }: PocketsInput, nodes: readonly number[]): Csr {
  const nodeOf = new Map(nodes.map((text, node) => [text, node]))
  const ties = nodes.flatMap((text, source) =>
    nearWithin(neighbours, text).flatMap(({ other, similarity }) => {
      const target = nodeOf.get(other)
      return target === undefined || groups[other] !== groups[text] ? [] : { source, target, similarity }
    }),
  )
  return buildUndirected({
    nodes: nodes.length,
    sources: Uint32Array.from(ties, ({ source }) => source),
    targets: Uint32Array.from(ties, ({ target }) => target),
    weights: Float64Array.from(ties, ({ similarity }) => similarity),
  })
}

function partsOf(nodes: readonly number[], partOf: Int32Array): number[][] {
  const { groups, offsets, members } = groupMembers(partOf)
  return Array.from({ length: groups }, (_, at) =>
    [...members.subarray(offsets[at], offsets[at + 1])].map((node) => nodes[node] ?? 0),
  )
}

function nearWithin({ most, rows, similarities }: NearestTexts, text: number): { other: number; similarity: number }[] {
  const near: { other: number; similarity: number }[] = []
  for (let at = text * most; at < (text + 1) * most && (rows[at] ?? -1) >= 0; at++) {
    near.push({ other: rows[at] ?? 0, similarity: Math.max(0, similarities[at] ?? 0) })
  }
  return near
}
