import { replaceInCorpus } from '../text/corpus.ts'
import { append, type GrowingList, growingList } from '../text/growing-list.ts'
import type { EarlierTheme } from './match-themes.ts'
import { addToLanguage, type LanguageTexts, openLanguage } from './open-language.ts'
import { tellLanguages } from './tell-languages.ts'
import type { Constraint, Standing, TextEntry, TextTie, ThemesOptions } from './theme-types.ts'

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
  nextTheme: number
}

export function openMemory(options: ThemesOptions): ThemesMemory {
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
    earlier: [],
    earlierOf: growingList(),
    nextTheme: 1,
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
    append(memory.earlierOf, -1)
  }
}

/** What is left of a text that was taken away. */
const GONE: TextEntry = { id: '', text: '' }

/** Texts that are there get other words; where they stand stays. */
export function replaceTexts(memory: ThemesMemory, texts: readonly TextEntry[]): void {
  const wordsOf = new Map<string, Map<number, string>>()
  for (const entry of texts) {
    const position = memory.positionOf.get(entry.id)
    if (position !== undefined) rewrite(memory, { position, entry, wordsOf })
  }
  for (const [language, words] of wordsOf) replaceInCorpus(languageFor(memory, language).corpus, words)
}

/** Texts that are taken away have no words, no ties and no theme any more. */
export function removeTexts(memory: ThemesMemory, ids: readonly string[]): void {
  const wordsOf = new Map<string, Map<number, string>>()
  for (const id of ids) {
    const position = memory.positionOf.get(id)
    if (position === undefined) continue
    memory.positionOf.delete(id)
    memory.earlierOf.values[position] = -1
    rewrite(memory, { position, entry: GONE, wordsOf })
  }
  for (const [language, words] of wordsOf) replaceInCorpus(languageFor(memory, language).corpus, words)
}

type Rewriting = { position: number; entry: TextEntry; wordsOf: Map<string, Map<number, string>> }

function rewrite(memory: ThemesMemory, { position, entry, wordsOf }: Rewriting): void {
  memory.entries[position] = entry
  const language = memory.languageOf[position] ?? 'und'
  const words = wordsOf.get(language) ?? new Map<number, string>()
  wordsOf.set(language, words)
  words.set(memory.localOf.values[position] ?? 0, entry.text)
}

/** Forgets the computation before for what is said to stand. */
export function standTexts(memory: ThemesMemory, { themes, themeOf }: Standing): void {
  const numberOf = new Map(themes.map(({ id }, number) => [id, number]))
  memory.earlier = themes.map(({ id, label }) => ({ id, label, isPinned: false }))
  for (const [position, { id }] of memory.entries.entries()) {
    memory.earlierOf.values[position] = numberOf.get(themeOf(id) ?? '') ?? -1
  }
}

function takeNew({ positionOf, entries }: ThemesMemory, texts: readonly TextEntry[]): TextEntry[] {
  let fresh = 0
  return texts.filter(({ id }) => {
    if (positionOf.has(id)) return false
    positionOf.set(id, entries.length + fresh++)
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
