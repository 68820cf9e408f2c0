import { buildUndirected, type Csr, components, findCommunities, groupMembers } from '../network/index.ts'
import { binomialTail } from './chance.ts'

/** For each text its nearest others: text t has `rows[t * most ...]`, best first, -1 ends a shorter list. */
export type NearestTexts = { readonly most: number; readonly rows: Int32Array; readonly similarities: Float32Array }

/** Who wrote each text and from which group (any labels as numbers, -1: not known). Copies of a campaign are left out
 *  beforehand, or they are neighbours of each other. */
export type PocketsInput = {
  readonly neighbours: NearestTexts
  readonly people: Int32Array
  readonly groups: Int32Array
  /** The theme of each text, -1: unsorted. */
  readonly themes: Int32Array
  readonly seed: number
}

/** What counts as a pocket. */
export type PocketRule = {
  /** Distinct people, 5 when absent. */
  readonly leastPeople?: number | undefined
  /** Share of all people from which a voice is no small one, .02 when absent; 20 people are always small. */
  readonly mostShare?: number | undefined
}

/**
 * Texts of one group that stand close to each other. `texts` are positions, those with most neighbours in the pocket first.
 * `ownShare` is the share of their neighbours (by other people) that are of the same group, `expectedShare` that group's
 * share of all texts, `chance` that of so many by chance, `density` the share of neighbours within the pocket itself.
 * `theme` holds most of the texts (-1: unsorted) and `hasTheme` says that the pocket is at least half of that theme.
 */
export type Pocket = {
  readonly group: number
  readonly texts: readonly number[]
  readonly people: number
  readonly ownShare: number
  readonly expectedShare: number
  readonly chance: number
  readonly density: number
  readonly theme: number
  readonly hasTheme: boolean
}

const usualPeople = 5
const usualShare = 0.02
const alwaysSmall = 20
/** Of neighbours drawn by chance one text in a hundred would pass; two that pass and are neighbours are rare. */
const chanceOfText = 0.01
const chanceOfPocket = 1e-6

/**
 * Groups of people whose texts form a dense pocket and come from one group, found without regard to themes.
 *
 * A text is one-sided when more of its nearest texts by other people are of its own group than chance allows (binomial test
 * at 1 % against the group's share of all texts). One-sided texts that are neighbours are tied; what hangs together is a
 * candidate, and what hangs together but is too large for a small voice is cut into its communities (Leiden) first. A pocket
 * has at least five people, a chance below 1e-6 as a whole, and neighbours that come from its own group rather than by
 * chance: `ownShare` at least half-way from `expectedShare` to 1. Most people first, ties by the lowest text.
 */
export function findPockets(input: PocketsInput, rule: PocketRule = {}): Pocket[] {
  const { leastPeople = usualPeople, mostShare = usualShare } = rule
  const shares = groupShares(input.groups)
  const isOneSided = findOneSided(input, shares)
  const everybody = countDistinct(input.people)
  const most = Math.max(alwaysSmall, mostShare * everybody)
  return candidatesOf(input, isOneSided, most)
    .map((texts) => measurePocket(input, shares, texts))
    .filter(({ people }) => people >= leastPeople && people <= most)
    .filter(isFromOneGroup)
    .sort((a, b) => b.people - a.people || (a.texts[0] ?? 0) - (b.texts[0] ?? 0))
}

function groupShares(groups: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1)
  return new Map([...counts].map(([group, count]) => [group, count / groups.length]))
}

/** Neighbours of a text that other people wrote. */
function othersNear({ neighbours, people }: PocketsInput, text: number): number[] {
  const { most, rows } = neighbours
  const near: number[] = []
  for (let at = text * most; at < (text + 1) * most; at++) {
    const other = rows[at] ?? -1
    if (other < 0) break
    if (people[other] !== people[text] || people[text] === -1) near.push(other)
  }
  return near
}

function findOneSided(input: PocketsInput, shares: ReadonlyMap<number, number>): Uint8Array {
  const { groups } = input
  return Uint8Array.from(groups, (group, text) => {
    if (group < 0) return 0
    const near = othersNear(input, text)
    const own = near.filter((other) => groups[other] === group).length
    return binomialTail(own, near.length, shares.get(group) ?? 1) <= chanceOfText ? 1 : 0
  })
}

function isFromOneGroup({ chance, ownShare, expectedShare }: Pocket): boolean {
  return chance <= chanceOfPocket && ownShare >= (1 + expectedShare) / 2
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

function measurePocket(input: PocketsInput, shares: ReadonlyMap<number, number>, texts: readonly number[]): Pocket {
  const group = input.groups[texts[0] ?? 0] ?? -1
  const within = new Set(texts)
  const near = texts.map((text) => othersNear(input, text))
  const all = near.flat()
  const own = all.filter((other) => input.groups[other] === group).length
  const inner = new Map(texts.map((text, at) => [text, near[at]?.filter((other) => within.has(other)).length ?? 0]))
  const expectedShare = shares.get(group) ?? 1
  return {
    group,
    texts: texts.toSorted((a, b) => (inner.get(b) ?? 0) - (inner.get(a) ?? 0) || a - b),
    people: countDistinct(texts.map((text) => input.people[text] ?? -1)),
    ownShare: all.length === 0 ? 0 : own / all.length,
    expectedShare,
    chance: binomialTail(own, all.length, expectedShare),
    density: all.length === 0 ? 0 : sumOf(inner.values()) / all.length,
    ...themeOfPocket(input.themes, texts),
  }
}

function themeOfPocket(themes: Int32Array, texts: readonly number[]): Pick<Pocket, 'theme' | 'hasTheme'> {
  const counts = new Map<number, number>()
  for (const text of texts) counts.set(themes[text] ?? -1, (counts.get(themes[text] ?? -1) ?? 0) + 1)
  const [theme, held] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [-1, 0]
  const size = themes.reduce((count, each) => (each === theme ? count + 1 : count), 0)
  return { theme, hasTheme: theme >= 0 && held >= size / 2 }
}

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, each) => sum + each, 0)

function countDistinct(people: Iterable<number>): number {
  const known = new Set(people)
  known.delete(-1)
  return known.size
}
