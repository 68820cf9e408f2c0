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

/**
 * Texts of one group that stand close to each other. `texts` are positions, those with most neighbours in the pocket first.
 * `ownShare` is the share of their neighbours (by other people) that are of the same group, `expectedShare` that group's
 * share of all people, `chance` that of so many people by chance, `density` the share of neighbours within the pocket itself.
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

/** Of neighbours drawn by chance one text in a hundred would pass; two that pass and are neighbours are rare. */
const chanceOfText = 0.01
/** How many of the nearest texts are looked at: all there are, and fewer. Ten people cannot fill fifteen places, and who says
 *  a thing in words of their own shares them with few. Each depth is one more test, so each has its part of the chance. */
const depths = [Number.POSITIVE_INFINITY, 8, 4]
/** Of a thousand candidates one is chance in one of a hundred conversations. */
const chanceOfPocket = 1e-5

/** The share of each group among all people: who writes much makes a group no larger. */
export function groupShares({ people, groups }: PocketsInput): Map<number, number> {
  const groupOf = new Map(groups.entries().map(([text, group]) => [people[text] ?? -1, group]))
  const members = Map.groupBy(groupOf.values(), (group) => group)
  return new Map(members.entries().map(([group, { length }]) => [group, length / groupOf.size]))
}

/** Neighbours of a text that other people wrote, of each person the nearest. */
function othersNear({ neighbours, people }: PocketsInput, text: number): number[] {
  const { most, rows } = neighbours
  const near: number[] = []
  const met = new Set([people[text]])
  for (let at = text * most; at < (text + 1) * most; at++) {
    const other = rows[at] ?? -1
    if (other < 0) break
    const person = people[other] ?? -1
    if (person !== -1 && met.has(person)) continue
    met.add(person)
    near.push(other)
  }
  return near
}

/** 1 for each text that has more of its own group near than chance allows. */
export function findOneSided(input: PocketsInput, shares: ReadonlyMap<number, number>): Uint8Array {
  const { groups } = input
  return Uint8Array.from(groups, (group, text) => {
    if (group < 0) return 0
    const isOwn = othersNear(input, text).map((other) => groups[other] === group)
    const share = shares.get(group) ?? 1
    return depths.some((depth) => chanceOf(isOwn.slice(0, depth), share) <= chanceOfText) ? 1 : 0
  })
}

/** The chance of so many of the own group among these neighbours, as one of the tests that are made of them. */
function chanceOf(isOwn: readonly boolean[], share: number): number {
  return Math.min(1, depths.length * binomialTail(isOwn.filter(Boolean).length, isOwn.length, share))
}

type Sided = Pick<Pocket, 'chance' | 'ownShare' | 'expectedShare'>

/** Whether what is near to a pocket comes from its own group rather than by chance. */
export function isFromOneGroup({ chance, ownShare, expectedShare }: Sided): boolean {
  return chance <= chanceOfPocket && ownShare >= (1 + expectedShare) / 2
}

/** The numbers of texts that may be a pocket. */
export function measurePocket(
  input: PocketsInput,
  shares: ReadonlyMap<number, number>,
  texts: readonly number[],
): Pocket {
  const group = input.groups[texts[0] ?? 0] ?? -1
  const within = new Set(texts)
  const near = texts.map((text) => othersNear(input, text))
  const inner = new Map(texts.map((text, at) => [text, near[at]?.filter((other) => within.has(other)).length ?? 0]))
  const expectedShare = shares.get(group) ?? 1
  const atDepths = depths.map((depth) => {
    const all = near.flatMap((others) => others.slice(0, depth))
    const isOwn = all.map((other) => input.groups[other] === group)
    const density = shareOf(all.filter((other) => within.has(other)).length, all.length)
    const ownShare = shareOf(isOwn.filter(Boolean).length, all.length)
    return { ownShare, expectedShare, chance: chanceOf(peopleAmong(input, all, group), expectedShare), density }
  })
  return {
    group,
    texts: texts.toSorted((a, b) => (inner.get(b) ?? 0) - (inner.get(a) ?? 0) || a - b),
    people: countDistinct(texts.map((text) => input.people[text] ?? -1)),
    ...(atDepths.find(isFromOneGroup) ?? atDepths[0] ?? { ownShare: 0, expectedShare, chance: 1, density: 0 }),
    ...themeOfPocket(input.themes, texts),
  }
}

/** For each person of these texts whether she is of the group: texts near each other have the same neighbours, and one who is
 *  near to all of them is one, not many. */
function peopleAmong({ people, groups }: PocketsInput, texts: readonly number[], group: number): boolean[] {
  return [...new Map(texts.map((text) => [people[text] ?? -1, groups[text] === group])).values()]
}

function themeOfPocket(themes: Int32Array, texts: readonly number[]): Pick<Pocket, 'theme' | 'hasTheme'> {
  const counts = new Map<number, number>()
  for (const text of texts) counts.set(themes[text] ?? -1, (counts.get(themes[text] ?? -1) ?? 0) + 1)
  const [theme, held] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [-1, 0]
  const size = themes.reduce((count, each) => (each === theme ? count + 1 : count), 0)
  return { theme, hasTheme: theme >= 0 && held >= size / 2 }
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** How many different people: -1 is nobody. */
export function countDistinct(people: Iterable<number>): number {
  const known = new Set(people)
  known.delete(-1)
  return known.size
}
