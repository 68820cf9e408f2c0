import { chooseRepresentatives } from './choose-representatives.ts'
import { labelThemes, type ThemeWords } from './label-themes.ts'
import type { LanguageTexts } from './open-language.ts'
import type { LanguageThemes } from './theme-language.ts'
import type { TextEntry, ThemeBody } from './theme-types.ts'

/** A theme before it has an id, with its parts. */
export type DescribedTheme = ThemeBody & { readonly parts: readonly ThemeBody[] }

/** Texts of a language with their themes. `entryOf` and `peopleIn` take positions within the language. */
export type DescribeThemes = {
  readonly texts: LanguageTexts
  readonly found: LanguageThemes
  entryOf(text: number): TextEntry
  peopleIn(texts: readonly number[]): number
}

const REPRESENTATIVES = 5
const PART_REPRESENTATIVES = 2

/** Labels, sizes, cohesion and representatives of themes and of their subthemes, in their order. */
export function describeThemes(input: DescribeThemes): DescribedTheme[] {
  const { themeOf, subthemeOf, themes } = input.found
  const members = groupBy(themeOf, themes)
  const words = labels(input, themeOf, themes)
  return members.map((texts, theme) => {
    const subthemes = texts.reduce((most, text) => Math.max(most, (subthemeOf[text] ?? -1) + 1), 0)
    const body = describe(input, { texts, words: words[theme], most: REPRESENTATIVES })
    return { ...body, parts: subthemes === 0 ? [] : describeParts(input, texts, subthemes) }
  })
}

function describeParts(input: DescribeThemes, texts: readonly number[], subthemes: number): ThemeBody[] {
  const partOf = new Int32Array(input.found.themeOf.length).fill(-1)
  for (const text of texts) partOf[text] = input.found.subthemeOf[text] ?? -1
  const words = labels(input, partOf, subthemes)
  return groupBy(partOf, subthemes).map((members, part) => {
    return describe(input, { texts: members, words: words[part], most: PART_REPRESENTATIVES })
  })
}

function labels({ texts, found }: DescribeThemes, themeOf: Int32Array, themes: number): ThemeWords[] {
  return labelThemes({ corpus: texts.corpus, counts: found.counts, themeOf, themes })
}

function groupBy(themeOf: Int32Array, themes: number): number[][] {
  const members: number[][] = Array.from({ length: themes }, () => [])
  for (let text = 0; text < themeOf.length; text++) members[themeOf[text] ?? -1]?.push(text)
  return members
}

type Members = { readonly texts: readonly number[]; readonly words: ThemeWords | undefined; readonly most: number }

function describe(input: DescribeThemes, { texts, words, most }: Members): ThemeBody {
  const { corpus } = input.texts
  const core = chooseRepresentatives({
    corpus,
    rows: input.found.rows,
    texts,
    most,
    entryOf: (text) => input.entryOf(text),
  })
  return {
    label: words?.label ?? '',
    words: words?.words ?? [],
    size: texts.length,
    people: input.peopleIn(texts),
    ...core,
  }
}
