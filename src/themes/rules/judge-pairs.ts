import * as voices from '../../analysis/voices/index.ts'

/** A theme as it was when a host judged it: some of its contributions find it again under another id. */
export type JudgedTheme = { readonly theme: string; readonly ids: readonly string[] }

/** What a host said of two themes. */
export type PairAct = { readonly pair: readonly [JudgedTheme, JudgedTheme]; readonly isOne: boolean }

export type Standing = {
  /** The themes that stand now, with their languages. */
  readonly themes: readonly { readonly id: string; readonly language: string }[]
  /** Where contributions stand now. */
  readonly themeOf: ReadonlyMap<string, string>
}

/** What hosts said as verdicts on the themes of now (positions in `themes`), in the order of their acts. A theme that is
 *  gone is the one in which at least half of its contributions stand; where there is none, the verdict waits. */
export function verdictsOf(acts: readonly PairAct[], { themes, themeOf }: Standing): voices.LinkVerdict[] {
  const positionOf = new Map(themes.map(({ id }, at) => [id, at]))
  const find = ({ theme, ids }: JudgedTheme): number | undefined =>
    positionOf.get(theme) ?? positionOf.get(heirOf(ids, themeOf) ?? '')
  return acts.flatMap(({ pair: [one, other], isOne }) => {
    const [a, b] = [find(one), find(other)]
    if (a === undefined || b === undefined || themes[a]?.language === themes[b]?.language) return []
    return [{ a: Math.min(a, b), b: Math.max(a, b), isOne }]
  })
}

function heirOf(ids: readonly string[], themeOf: ReadonlyMap<string, string>): string | undefined {
  const counts = new Map<string, number>()
  for (const id of ids) {
    const theme = themeOf.get(id)
    if (theme !== undefined) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  }
  return [...counts].find(([, count]) => 2 * count >= ids.length)?.[0]
}

export type Linked = { readonly a: string; readonly b: string; readonly confidence: number }

/** A family by the ids of its themes. */
export type FoundFamily = {
  readonly id: string
  readonly themes: readonly string[]
  readonly confidence: number
  readonly isConfirmed: boolean
}

/** Families of the themes that stand now. A family keeps the id of the one before that it shares the most themes with;
 *  `newId` names the others. */
export function familiesOf(
  links: readonly Linked[],
  verdicts: readonly voices.LinkVerdict[],
  { themes, before, newId }: Pick<Standing, 'themes'> & { before: readonly FoundFamily[]; newId: () => string },
): FoundFamily[] {
  const positionOf = new Map(themes.map(({ id }, at) => [id, at]))
  const tags = [...new Set(themes.map(({ language }) => language))]
  const languages = Int32Array.from(themes, ({ language }) => tags.indexOf(language))
  const known = links.flatMap(({ a, b, confidence }): voices.ThemeLink[] => {
    const [one, other] = [positionOf.get(a), positionOf.get(b)]
    if (one === undefined || other === undefined) return []
    return [{ a: Math.min(one, other), b: Math.max(one, other), confidence, evidence: [] }]
  })
  const { families } = voices.buildFamilies(known, { languages, verdicts })
  const free = new Set(before)
  return families.map(({ themes: members, confidence, isConfirmed }) => {
    const ids = members.map((at) => themes[at]?.id ?? '')
    const heir = closest(ids, free)
    if (heir) free.delete(heir)
    return { id: heir?.id ?? newId(), themes: ids, confidence, isConfirmed }
  })
}

function closest(ids: readonly string[], families: ReadonlySet<FoundFamily>): FoundFamily | undefined {
  const shared = ({ themes }: FoundFamily): number => themes.filter((id) => ids.includes(id)).length
  return [...families].filter((family) => shared(family) > 0).toSorted((a, b) => shared(b) - shared(a))[0]
}
