import type { voices } from '../../analysis/index.ts'
import type { FamilyTheme, FamilyView } from './families-contract.ts'
import type { FoundFamily } from './judge-pairs.ts'

type Kept = FoundFamily & {
  readonly people: number
  readonly contributions: number
  readonly columns: readonly { readonly language: string; readonly people: number }[]
}

/** Families as they are shown: the themes that stand, a column for each language, and the languages without a sentence to
 *  quote. One that has lost all but one language since it was found is none. */
export function showFamilies(families: readonly Kept[], themes: ReadonlyMap<string, FamilyTheme>): FamilyView[] {
  return families.flatMap(({ id, confidence, isConfirmed, people, contributions, ...kept }) => {
    const standing = kept.themes.flatMap((theme) => themes.get(theme) ?? [])
    const columns = kept.columns
      .map((column) => ({ ...column, themes: standing.filter(({ language }) => language === column.language) }))
      .filter((column) => column.themes.length > 0)
    if (columns.length < 2) return []
    const unquoted = columns.filter((column) => column.themes.every(({ quotes }) => quotes.length === 0))
    const shown = { columns, unquoted: unquoted.map(({ language }) => language) }
    return [{ id, confidence, confirmed: isConfirmed, people, contributions, ...shown }]
  })
}

/** Two themes with what is known of them being one. `said`: what hosts said last; null while nobody has. */
export type ShownPair<L> = {
  readonly a: FamilyTheme
  readonly b: FamilyTheme
  readonly link: L | undefined
  readonly said: 'one' | 'two' | null
  readonly joined: boolean
}

type Linked = { readonly a: string; readonly b: string }

/** The pairs that were linked or judged, those that nobody judged first, in the order of `links`. `themes` are those that
 *  stand; verdicts count by their positions in it. */
export function showPairs<L extends Linked>(
  links: readonly L[],
  verdicts: readonly voices.LinkVerdict[],
  { themes, families }: { readonly themes: readonly FamilyTheme[]; readonly families: readonly FamilyView[] },
): ShownPair<L>[] {
  const known = new Map(themes.map((theme) => [theme.id, theme]))
  const familyOf = new Map(
    families.flatMap(({ id, columns }) => columns.flatMap((column) => column.themes.map((theme) => [theme.id, id]))),
  )
  const idAt = (at: number): string => themes[at]?.id ?? ''
  const said = new Map(verdicts.map(({ a, b, isOne }) => [keyOf(idAt(a), idAt(b)), isOne ? 'one' : 'two'] as const))
  const linked = new Map(links.map((link) => [keyOf(link.a, link.b), link]))
  const pairs = [...new Set([...linked.keys(), ...said.keys()])].flatMap((key): ShownPair<L>[] => {
    const [a, b] = key.split(' ').map((id) => known.get(id))
    if (!a || !b) return []
    const family = familyOf.get(a.id)
    const joined = family !== undefined && family === familyOf.get(b.id)
    return [{ a, b, link: linked.get(key), said: said.get(key) ?? null, joined }]
  })
  return pairs.toSorted((one, other) => Number(one.said !== null) - Number(other.said !== null))
}

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
