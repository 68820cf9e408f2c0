import type { ThemeLink } from './link-themes.ts'

/** What bilingual people said of two themes. Of one pair the last word counts. */
export type LinkVerdict = { readonly a: number; readonly b: number; readonly isOne: boolean }

/** Themes of at least two languages that are about one thing; `languages` are theirs, ascending. `confidence` is that of
 *  the weakest link it rests on, 1 when all were confirmed. */
export type ThemeFamily = {
  readonly themes: readonly number[]
  readonly languages: readonly number[]
  readonly confidence: number
  readonly isConfirmed: boolean
}

/** What is to be shown to bilingual people: no word was said yet, and it is likely enough to ask. */
export type FamilyResult = { readonly families: readonly ThemeFamily[]; readonly suggestions: readonly ThemeLink[] }

/** From here on a link makes a family by itself: more than one kind of evidence below its strongest can give. */
export const familyConfidence = 0.7
/** From here on a link is worth a question. */
export const suggestionConfidence = 0.3

/**
 * Families: what hangs together by links that were confirmed or are sure enough, the largest first (ties: the lowest theme).
 *
 * A link that nobody confirmed makes a family only where each of the two is the other's best in its language, and where the
 * family would not get two themes of one language by it: those only people bring together. Two themes that people called
 * different are never in one family, also not by way of others. No family is of one language.
 */
export function buildFamilies(
  links: readonly ThemeLink[],
  { languages, verdicts }: { readonly languages: Int32Array; readonly verdicts: readonly LinkVerdict[] },
): FamilyResult {
  const said = new Map(verdicts.map((verdict) => [keyOf(verdict), verdict.isOne]))
  const confirmed = [...said].filter(([, isOne]) => isOne).map(([key]) => ({ ...themesOf(key), confidence: 1 }))
  const open = links.filter((link) => !said.has(keyOf(link)))
  const sure = open.filter((link) => link.confidence >= familyConfidence && isBestOfBoth(link, open, languages))
  const refused = [...said].filter(([, isOne]) => !isOne).map(([key]) => themesOf(key))
  const sets = openSets(languages, refused)
  for (const link of confirmed) sets.join(link, true)
  for (const link of sure) sets.join(link, false)
  return { families: sets.families(), suggestions: open.filter(({ confidence }) => confidence >= suggestionConfidence) }
}

type Pair = { readonly a: number; readonly b: number }

const keyOf = ({ a, b }: Pair): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

function themesOf(key: string): Pair {
  const [a = 0, b = 0] = key.split(' ').map(Number)
  return { a, b }
}

/** `links` come surest first, so that the first of a theme in a language is its best. */
function isBestOfBoth({ a, b }: Pair, links: readonly ThemeLink[], languages: Int32Array): boolean {
  const bestOf = (theme: number, language: number | undefined): number | undefined => {
    const link = links.find(
      (each) =>
        (each.a === theme && languages[each.b] === language) || (each.b === theme && languages[each.a] === language),
    )
    return link && (link.a === theme ? link.b : link.a)
  }
  return bestOf(a, languages[b]) === b && bestOf(b, languages[a]) === a
}

type Growing = { readonly themes: Set<number>; readonly confidence: number; readonly isConfirmed: boolean }

function openSets(languages: Int32Array, refused: readonly Pair[]) {
  const setOf = new Map<number, Growing>()
  const alone = (theme: number): Growing => ({ themes: new Set([theme]), confidence: 1, isConfirmed: true })

  function mayJoin(themes: ReadonlySet<number>, isConfirmed: boolean): boolean {
    if (refused.some(({ a, b }) => themes.has(a) && themes.has(b))) return false
    return isConfirmed || new Set([...themes].map((theme) => languages[theme])).size === themes.size
  }

  return {
    join({ a, b, confidence }: Pair & { readonly confidence: number }, isConfirmed: boolean): void {
      const [left, right] = [setOf.get(a) ?? alone(a), setOf.get(b) ?? alone(b)]
      if (left === right) return
      const themes = left.themes.union(right.themes)
      if (!mayJoin(themes, isConfirmed)) return
      const joined = {
        themes,
        confidence: Math.min(left.confidence, right.confidence, confidence),
        isConfirmed: isConfirmed && left.isConfirmed && right.isConfirmed,
      }
      for (const theme of themes) setOf.set(theme, joined)
    },
    families(): ThemeFamily[] {
      return [...new Set(setOf.values())]
        .map(({ themes, ...rest }) => ({
          themes: [...themes].sort((x, y) => x - y),
          languages: [...new Set([...themes].map((theme) => languages[theme] ?? -1))].sort((x, y) => x - y),
          ...rest,
        }))
        .filter((family) => family.languages.length > 1)
        .sort((x, y) => y.themes.length - x.themes.length || (x.themes[0] ?? 0) - (y.themes[0] ?? 0))
    },
  }
}
