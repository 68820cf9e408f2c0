import { detectLanguage } from '../detect-language.ts'
import { termsOf } from '../text/corpus.ts'
import { openSimilarSearch, type Similar, type SimilarSearch } from '../text/find-similar.ts'
import { indexText, openTextIndex } from '../text/open-text-index.ts'
import { splitWords } from '../text/split-words.ts'
import { NO_TERM, openVocabulary, termOf, type Vocabulary } from '../text/vocabulary.ts'
import { voteForTheme } from './place-text.ts'
import type { Finder, Placement, SimilarText, TellingWords, TextAsked, TextToFind } from './theme-types.ts'

const VOTERS = 15
/** Some of the nearest may have been taken away since. */
const SPARE = 5
/** More of a text than this is not asked about. */
const LONGEST_ASKED = 4000

/** The texts of one language that can be found: which text each number of the index is. */
type LanguageIndex = {
  readonly language: string
  readonly vocabulary: Vocabulary
  readonly search: SimilarSearch
  readonly ids: string[]
  add(terms: readonly number[]): void
  factors: Float64Array | undefined
}

type Wanted = { readonly most: number; readonly telling: boolean }

type Standing = { readonly language: string; readonly number: number; readonly text: string }

/** Finds texts like another while a conversation grows, and tells in which theme most of them stand. It keeps words only,
 *  about 2 kB a text of 30 words, and answers within milliseconds, whatever is computed elsewhere. */
export function openFinder(): Finder {
  const languages = new Map<string, LanguageIndex>()
  const standing = new Map<string, Standing>()

  function remove(id: string): void {
    const known = standing.get(id)
    const ids = known && languages.get(known.language)?.ids
    if (known && ids) ids[known.number] = ''
    standing.delete(id)
  }

  function put({ id, text, language }: TextToFind): void {
    const known = standing.get(id)
    if (known?.text === text && known.language === language) return
    remove(id)
    const index = languages.get(language) ?? openIndex(language)
    languages.set(language, index)
    standing.set(id, { language, number: index.ids.push(id) - 1, text })
    index.add(learnTerms(index.vocabulary, text))
  }

  /** A text there already is in its language; another in the one given, or in one of those that people write here, the
   *  likeliest first: of a few words the language is a guess. */
  function languagesFor(text: string, about: TextAsked): LanguageIndex[] {
    const known = about.language ?? (about.exceptId === undefined ? undefined : standing.get(about.exceptId)?.language)
    if (known !== undefined) return [languages.get(known)].filter((index) => index !== undefined)
    const spoken = [...languages.values()].sort((a, b) => b.ids.length - a.ids.length)
    const { language } = detectLanguage(
      text,
      spoken.map((each) => each.language),
    )
    const likeliest = languages.get(language)
    return likeliest ? [...new Set([likeliest, ...spoken])] : spoken
  }

  /** The nearest in the first language that has any. */
  function near(text: string, about: TextAsked, { most, telling }: Wanted): SimilarText[] {
    for (const index of languagesFor(text, about)) {
      const found = nearIn(index, text, { ...about, most, telling })
      if (found.length > 0) return found
    }
    return []
  }

  function nearIn(index: LanguageIndex, text: string, about: TextAsked & Wanted): SimilarText[] {
    const { most, telling } = about
    const terms = termsOf(index, text.slice(0, LONGEST_ASKED))
    const except = about.exceptId === undefined ? undefined : standing.get(about.exceptId)?.number
    const found = index.search({ terms, except, most: most + SPARE, factors: telling ? index.factors : undefined })
    return found
      .map((one) => named(index, one))
      .filter(({ id }) => id !== '')
      .slice(0, most)
  }

  return {
    put: (texts) => {
      for (const text of texts) put(text)
    },
    remove: (ids) => {
      for (const id of ids) remove(id)
    },
    tell: (words) => {
      for (const each of words) weigh(languages.get(each.language), each)
    },
    similar: (text, most, about = {}) => near(text, about, { most, telling: false }),
    place: (id, themeOf) => {
      const text = standing.get(id)?.text ?? ''
      return voteOf(near(text, { exceptId: id }, { most: VOTERS, telling: true }), themeOf)
    },
  }
}

function openIndex(language: string): LanguageIndex {
  const index = openTextIndex()
  const ids: string[] = []
  return {
    language,
    vocabulary: openVocabulary(language),
    search: openSimilarSearch(index),
    ids,
    add: (terms) => indexText(index, ids.length - 1, terms),
    factors: undefined,
  }
}

function learnTerms(vocabulary: Vocabulary, text: string): number[] {
  return splitWords(text).map((word) => (word === undefined ? NO_TERM : termOf(vocabulary, word, true)))
}

const named = ({ ids }: LanguageIndex, { text, similarity }: Similar): SimilarText => ({
  id: ids[text] ?? '',
  similarity,
})

/** Words are told by their stems: the numbers of two vocabularies are not the same. */
function weigh(index: LanguageIndex | undefined, { stems, factors }: TellingWords): void {
  if (index === undefined) return
  const { termOfStem } = index.vocabulary
  index.factors = new Float64Array(index.vocabulary.stems.length).fill(stems.length === 0 ? 1 : 0)
  for (const [at, stem] of stems.entries()) {
    const term = termOfStem.get(stem)
    if (term !== undefined) index.factors[term] = factors[at] ?? 0
  }
}

function voteOf(near: readonly SimilarText[], themeOf: (id: string) => string | null | undefined): Placement {
  const voters = near.flatMap(({ id, similarity }) => {
    const theme = themeOf(id)
    return theme === undefined ? [] : [{ theme, similarity }]
  })
  const themes = [...new Set(voters.flatMap(({ theme }) => theme ?? []))]
  const numbered = voters.map(({ similarity }, text) => ({ text, similarity }))
  const vote = voteForTheme(numbered, (text) => themes.indexOf(voters[text]?.theme ?? ''))
  return { theme: themes[vote.theme], confidence: vote.confidence }
}
