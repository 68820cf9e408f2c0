import { expectedOverlap, overlapTail } from './chance.ts'
import type { Memberships } from './gather-memberships.ts'

/** Why two themes of two languages may be one: typed replies between them, the same people in both, marks (names, numbers,
 *  addresses) in both, terms of the glossary in both. */
export type EvidenceKind = 'replies' | 'people' | 'marks' | 'glossary'

/** The themes' languages (any labels as numbers), and who or what each theme has, by kind. Absent kinds say nothing. */
export type LinkInput = {
  readonly languages: Int32Array
  readonly evidence: Partial<Readonly<Record<EvidenceKind, Memberships>>>
}

/** `both` things in both themes where `expected` were by chance; `chance` is that of so many; `strength` in [0, 1]. */
export type Evidence = {
  readonly kind: EvidenceKind
  readonly both: number
  readonly expected: number
  readonly chance: number
  readonly strength: number
}

/** Two themes of two languages, `a` below `b`, with what speaks for them being one. */
export type ThemeLink = {
  readonly a: number
  readonly b: number
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/** How much a kind says at its strongest. People and names may meet in two subjects; a reply or a translated term hardly. */
const trust: Readonly<Record<EvidenceKind, number>> = { replies: 0.8, people: 0.6, marks: 0.6, glossary: 0.8 }
/** So many things in common beyond chance are worth half. */
const halfWorth = 2
/** A thing in more than this share of the themes of a language tells none of them apart. */
const commonShare = 0.5

/**
 * Links between themes of different languages with a confidence in [0, 1], the surest first, ties by theme.
 *
 * For each kind and pair of languages only things found in both languages are looked at. Of N such things theme a has m and
 * theme b has n; by chance they share e = m n / N of them (hypergeometric), so that large themes are not linked for being
 * large. With o shared, chance p of so many, and T pairs of themes compared:
 *   strength = (1 - e / o) max(0, 1 - p T) o / (o + 2), and 0 for fewer than two things or no more than by chance;
 *   confidence = 1 - product over kinds of (1 - trust strength), with trust .8 for replies and glossary, .6 for people and marks.
 * Where all that two languages have in common lies in one pair of themes there is nothing to compare, and no link: people
 * must confirm it. Pairs without evidence are left out.
 */
export function linkThemes({ languages, evidence }: LinkInput): ThemeLink[] {
  const found = new Map<string, Evidence[]>()
  for (const kind of kindsOf(evidence)) {
    for (const { key, ...one } of weighKind(kind, languages, evidence[kind])) {
      found.set(key, [...(found.get(key) ?? []), one])
    }
  }
  return [...found]
    .map(([key, all]) => {
      const [a = 0, b = 0] = key.split(' ').map(Number)
      const doubt = all.reduce((left, { kind, strength }) => left * (1 - trust[kind] * strength), 1)
      return { a, b, confidence: 1 - doubt, evidence: all }
    })
    .sort((one, two) => two.confidence - one.confidence || one.a - two.a || one.b - two.b)
}

function kindsOf(evidence: LinkInput['evidence']): EvidenceKind[] {
  const kinds: EvidenceKind[] = ['replies', 'people', 'marks', 'glossary']
  return kinds.filter((kind) => evidence[kind] !== undefined)
}

type Keyed = Evidence & { readonly key: string }

function weighKind(kind: EvidenceKind, languages: Int32Array, memberships?: Memberships): Keyed[] {
  if (memberships === undefined) return []
  const themesOf = themesByItem(memberships)
  return pairsOfLanguages(languages).flatMap(([left, right]) => {
    const shared = [...themesOf.values()].flatMap((themes) => {
      const sides = {
        left: themes.filter((t) => languages[t] === left),
        right: themes.filter((t) => languages[t] === right),
      }
      return sides.left.length > 0 && sides.right.length > 0 ? [sides] : []
    })
    const sizes = { left: countOf(languages, left), right: countOf(languages, right) }
    return weighPairs(
      kind,
      shared.filter((sides) => tellsApart(sides, sizes)),
      sizes.left * sizes.right,
    )
  })
}

/** The themes of one thing in two languages. */
type Sides = { readonly left: readonly number[]; readonly right: readonly number[] }

function tellsApart({ left, right }: Sides, sizes: { readonly left: number; readonly right: number }): boolean {
  const isCommon = (themes: readonly number[], size: number): boolean => themes.length > Math.max(1, commonShare * size)
  return !isCommon(left, sizes.left) && !isCommon(right, sizes.right)
}

function weighPairs(kind: EvidenceKind, shared: readonly Sides[], compared: number): Keyed[] {
  const sizes = new Map<number, number>()
  const both = new Map<string, number>()
  for (const { left, right } of shared) {
    for (const theme of [...left, ...right]) sizes.set(theme, (sizes.get(theme) ?? 0) + 1)
    for (const a of left) for (const b of right) both.set(keyOf(a, b), (both.get(keyOf(a, b)) ?? 0) + 1)
  }
  return [...both].flatMap(([key, count]) => {
    const [a = 0, b = 0] = key.split(' ').map(Number)
    const overlap = { population: shared.length, left: sizes.get(a) ?? 0, right: sizes.get(b) ?? 0, both: count }
    const expected = expectedOverlap(overlap)
    if (count < 2 || count <= expected) return []
    const chance = overlapTail(overlap)
    const strength = (1 - expected / count) * Math.max(0, 1 - chance * compared) * (count / (count + halfWorth))
    return strength > 0 ? [{ key, kind, both: count, expected, chance, strength }] : []
  })
}

const keyOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

function themesByItem({ themes, items }: Memberships): Map<number, number[]> {
  const found = new Map<number, Set<number>>()
  for (const [at, item] of items.entries()) {
    found.set(item, (found.get(item) ?? new Set<number>()).add(themes[at] ?? 0))
  }
  return new Map([...found].map(([item, known]) => [item, [...known]]))
}

function pairsOfLanguages(languages: Int32Array): [number, number][] {
  const known = [...new Set(languages)].sort((a, b) => a - b)
  return known.flatMap((left, at) => known.slice(at + 1).map((right): [number, number] => [left, right]))
}

const countOf = (languages: Int32Array, language: number): number =>
  languages.reduce((count, each) => (each === language ? count + 1 : count), 0)
