import { addText, type Corpus, openCorpus, textCount } from '../text/corpus.ts'
import { append, type GrowingList, growingList } from '../text/growing-list.ts'
import type { View } from './choose-view.ts'

/** What was chosen at the last full computation, so that themes do not jump between two equally good views; `texts`
 *  is how many there were then. */
export type LanguageChoice = { readonly view: View; readonly resolution: number; readonly texts: number }

/** The texts of one language: their words, and which text of all each is. */
export type LanguageTexts = {
  readonly language: string
  readonly corpus: Corpus
  readonly positions: GrowingList
  choice: LanguageChoice | undefined
}

export function openLanguage(language: string, ignoredWords: readonly string[]): LanguageTexts {
  return { language, corpus: openCorpus(language, ignoredWords), positions: growingList(), choice: undefined }
}

/** Adds the text that has this position among all; answers its position in the language. */
export function addToLanguage(texts: LanguageTexts, text: string, position: number): number {
  append(texts.positions, position)
  return addText(texts.corpus, text)
}

export function languageSize({ corpus }: LanguageTexts): number {
  return textCount(corpus)
}
