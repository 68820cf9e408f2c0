import { addText, type Corpus, openCorpus, textCount } from '../text/corpus.ts'
import { openSimilarSearch, type SimilarSearch } from '../text/find-similar.ts'
import { append, type GrowingList, growingList } from '../text/growing-list.ts'
import { indexText, openTextIndex, type TextIndex } from '../text/open-text-index.ts'
import type { View } from './choose-view.ts'

/** What was chosen at the last full computation, so that themes do not jump between two equally good views; `texts`
 *  is how many there were then. */
export type LanguageChoice = { readonly view: View; readonly resolution: number; readonly texts: number }

/** The texts of one language: their words, the index over them, and which text of all each is. */
export type LanguageTexts = {
  readonly language: string
  readonly corpus: Corpus
  readonly index: TextIndex
  readonly search: SimilarSearch
  readonly positions: GrowingList
  choice: LanguageChoice | undefined
}

export function openLanguage(language: string, ignoredWords: readonly string[]): LanguageTexts {
  const index = openTextIndex()
  return {
    language,
    corpus: openCorpus(language, ignoredWords),
    index,
    search: openSimilarSearch(index),
    positions: growingList(),
    choice: undefined,
  }
}

/** Adds the text that has this position among all; answers its position in the language. */
export function addToLanguage(texts: LanguageTexts, text: string, position: number): number {
  const { corpus, index, positions } = texts
  const local = addText(corpus, text)
  append(positions, position)
  indexText(index, local, corpus.terms.values.subarray(corpus.starts.values[local], corpus.starts.values[local + 1]))
  return local
}

export function languageSize({ corpus }: LanguageTexts): number {
  return textCount(corpus)
}
