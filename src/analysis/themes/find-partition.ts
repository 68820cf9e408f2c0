import { findCommunities } from '../network/communities.ts'
import { contract } from '../network/contract.ts'
import type { Csr } from '../network/csr.ts'
import { keepApart } from './keep-apart.ts'
import type { ResolvedConstraints } from './resolve-constraints.ts'
import { settleSmall } from './settle-small.ts'

/** Texts of one language as a graph, with what else decides about their themes. `start` is the theme each text had
 *  before (-1: none); `resolution` keeps the one found before. */
export type FindPartition = {
  readonly graph: Csr
  readonly constraints: ResolvedConstraints
  readonly seed: number
  readonly leastPeople: number
  readonly wantedThemes?: number | undefined
  readonly start?: Int32Array | undefined
  readonly resolution?: number | undefined
  /** Distinct people behind some texts. */
  peopleIn(texts: readonly number[]): number
}

/** The theme of each text, -1 unsorted, the largest theme 0; and the resolution at which the communities were found. */
export type Partition = { readonly themeOf: Int32Array; readonly resolution: number }

/** Modularity itself. */
const RESOLUTIONS = [1]
/** For a wanted number of themes. */
const WIDE_RESOLUTIONS = [1, 0.7, 0.5, 0.35, 0.25, 1.4, 2, 2.8, 4]
const COUNTED_SHARE = 0.01

/** The themes of texts: communities of best modularity (Leiden), with texts that must be together held together
 *  beforehand and those that must not parted afterwards. With `wantedThemes` the resolution is taken whose number of
 *  themes of at least 1 % of the texts comes nearest. */
export function findPartition(input: FindPartition): Partition {
  const { constraints, graph } = input
  const held = constraints.groups === graph.nodes ? graph : contract(graph, constraints.groupOf)
  const start = startOf(input)
  const found = resolutionsFor(input).map((resolution) => {
    const communities = findCommunities(held, { seed: input.seed, resolution, ...(start && { start }) })
    return { resolution, communities }
  })
  const best = found.length === 1 ? found[0] : bestOf(input, found)
  if (best === undefined) return { themeOf: new Int32Array(graph.nodes).fill(-1), resolution: 1 }
  const themes = settle(input, held, best.communities)
  return { themeOf: constraints.groupOf.map((group) => themes[group] ?? -1), resolution: best.resolution }
}

function resolutionsFor({ resolution, wantedThemes }: FindPartition): readonly number[] {
  if (resolution !== undefined) return [resolution]
  return wantedThemes === undefined ? RESOLUTIONS : WIDE_RESOLUTIONS
}

type Found = { readonly resolution: number; readonly communities: Int32Array }

function bestOf({ constraints, wantedThemes = 0 }: FindPartition, found: readonly Found[]): Found | undefined {
  const distances = found.map(({ communities }) => {
    return Math.abs(countLarge(constraints.groupOf.map((group) => communities[group] ?? 0)) - wantedThemes)
  })
  return found[distances.indexOf(Math.min(...distances))]
}

function countLarge(communities: Int32Array): number {
  const sizes: number[] = []
  for (const community of communities) sizes[community] = (sizes[community] ?? 0) + 1
  return sizes.filter((size) => size >= communities.length * COUNTED_SHARE).length
}

/** Where the search begins: at the themes before; texts without one begin alone. */
function startOf({ start, constraints }: FindPartition): Int32Array | undefined {
  if (start === undefined) return undefined
  const ofGroup = new Int32Array(constraints.groups).fill(-1)
  for (let text = 0; text < start.length; text++) {
    const group = constraints.groupOf[text] ?? 0
    if (ofGroup[group] === -1) ofGroup[group] = start[text] ?? -1
  }
  const numbers = new Map<number, number>()
  return ofGroup.map((theme, group) => {
    const key = theme === -1 ? -group - 2 : theme
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

function settle(input: FindPartition, graph: Csr, communities: Int32Array): Int32Array {
  const { constraints, leastPeople } = input
  const texts: number[][] = Array.from({ length: constraints.groups }, () => [])
  for (let text = 0; text < constraints.groupOf.length; text++) texts[constraints.groupOf[text] ?? 0]?.push(text)
  const bound = new Set(constraints.apart.flat())
  for (const [group, members] of texts.entries()) if (members.length > 1) bound.add(group)
  const parted = keepApart({ graph, communities, apart: constraints.apart })
  const peopleIn = (groups: readonly number[]): number => input.peopleIn(groups.flatMap((group) => texts[group] ?? []))
  return settleSmall({ graph, communities: parted, apart: constraints.apart, bound, leastPeople, peopleIn })
}
