/** Who wrote in a language: distinct people, seeds count nobody. `share`: of all who wrote, in [0, 1]. */
export type SpokenLanguage = {
  readonly language: string
  readonly people: number
  readonly contributions: number
  readonly share: number
}

export type Heard = 'headlines' | 'paragraph' | 'listed'

/** A language of this share of people is always told of. */
const LEAST_SHARE = 0.02
/** As many as the first page of a report has. */
const HEADLINES = 9

/** A theme, or a family with all its languages, among which headlines are chosen by people. */
export type Headline = { readonly people: number; readonly languages: readonly string[] }

/** How each language is told of: it stands among the headline themes, or has a paragraph of its own when at least 2 % of
 *  all who wrote did so in it, or is listed. */
export function hearLanguages(
  spoken: readonly SpokenLanguage[],
  { themes }: { readonly themes: readonly Headline[] },
): Map<string, Heard> {
  const headlines = themes.toSorted((a, b) => b.people - a.people).slice(0, HEADLINES)
  const inHeadlines = new Set(headlines.flatMap(({ languages }) => languages))
  return new Map(
    spoken.map(({ language, share }) => {
      if (inHeadlines.has(language)) return [language, 'headlines']
      return [language, share >= LEAST_SHARE ? 'paragraph' : 'listed']
    }),
  )
}
