import { append, type GrowingList, growingList } from '../text/growing-list.ts'
import type { EarlierTheme } from './match-themes.ts'
import { addToLanguage, type LanguageTexts, openLanguage } from './open-language.ts'
import { tellLanguages } from './tell-languages.ts'
import type { Constraint, TextEntry, TextTie, ThemeResult, ThemesOptions, ThemesState } from './theme-types.ts'

/** What is kept between computations. Texts are numbered by arrival, over all languages. */
export type ThemesMemory = {
  readonly options: ThemesOptions
  readonly entries: TextEntry[]
  readonly positionOf: Map<string, number>
  readonly languages: Map<string, LanguageTexts>
  readonly languageOf: string[]
  /** The number of each text within its language. */
  readonly localOf: GrowingList
  readonly ties: TextTie[]
  constraints: readonly Constraint[]
  pinned: ReadonlyMap<string, string | undefined>
  earlier: readonly EarlierTheme[]
  /** The place in `earlier` of each text, or -1. */
  earlierOf: GrowingList
  /** The same by id, for texts of before a restart that have not come back yet. */
  readonly restored: Map<string, number>
  nextTheme: number
  last: ThemeResult | undefined
}

/** Nothing yet, or what a state of before a restart tells: texts find their themes again as they are added. */
export function openMemory(options: ThemesOptions, state?: ThemesState): ThemesMemory {
  const restored = new Map<string, number>()
  for (const [theme, ids] of (state?.texts ?? []).entries()) for (const id of ids) restored.set(id, theme)
  return {
    options,
    entries: [],
    positionOf: new Map(),
    languages: new Map(),
    languageOf: [],
    localOf: growingList(),
    ties: [],
    constraints: [],
    pinned: new Map(),
    earlier: (state?.themes ?? []).map(({ id, label }) => ({ id, label, isPinned: false })),
    earlierOf: growingList(),
    restored,
    nextTheme: state?.nextTheme ?? 1,
    last: undefined,
  }
}

/** Adds texts whose ids are new, each to its language. */
export function addTexts(memory: ThemesMemory, texts: readonly TextEntry[]): void {
  const fresh = takeNew(memory, texts)
  const known = new Map([...memory.languages].map(([language, { positions }]) => [language, positions.length]))
  const languages = tellLanguages(fresh, memory.options.likelyLanguages ?? [], known)
  for (const [at, entry] of fresh.entries()) {
    const language = languages[at] ?? 'und'
    const position = memory.entries.push(entry) - 1
    memory.languageOf.push(language)
    append(memory.localOf, addToLanguage(languageFor(memory, language), entry.text, position))
    append(memory.earlierOf, memory.restored.get(entry.id) ?? -1)
    memory.restored.delete(entry.id)
  }
}

function takeNew({ positionOf, entries }: ThemesMemory, texts: readonly TextEntry[]): TextEntry[] {
  return texts.filter(({ id }) => {
    if (positionOf.has(id)) return false
    positionOf.set(id, entries.length + (positionOf.size - entries.length))
    return true
  })
}

function languageFor({ languages, options }: ThemesMemory, language: string): LanguageTexts {
  const known = languages.get(language)
  if (known) return known
  const opened = openLanguage(language, options.ignoredWords ?? [])
  languages.set(language, opened)
  return opened
}
