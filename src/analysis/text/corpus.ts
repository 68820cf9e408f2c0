import { append, type GrowingList, growingList } from './growing-list.ts'
import { splitWords } from './split-words.ts'
import { countSpelling, NO_TERM, openVocabulary, termOf, type Vocabulary } from './vocabulary.ts'

/** The texts of one language as numbers: the terms of text i, in their order, are `terms` from `starts[i]` up to
 *  `starts[i + 1]`; NO_TERM (never twice in a row) stands where the run of words breaks. About 4 bytes a word. */
export type Corpus = {
  readonly vocabulary: Vocabulary
  readonly starts: GrowingList
  readonly terms: GrowingList
}

export function openCorpus(language: string, ignored: readonly string[] = []): Corpus {
  const starts = growingList()
  append(starts, 0)
  return { vocabulary: openVocabulary(language, ignored), starts, terms: growingList(1024) }
}

export function textCount(corpus: Corpus): number {
  return corpus.starts.length - 1
}

/** Adds a text and gives its position. */
export function addText(corpus: Corpus, text: string): number {
  appendTerms(corpus, text)
  append(corpus.starts, corpus.terms.length)
  return corpus.starts.length - 2
}

/** Gives texts other words, by their positions. What has been learned of words stays. One pass over all terms. */
export function replaceInCorpus(corpus: Corpus, texts: ReadonlyMap<number, string>): void {
  const before = { starts: corpus.starts.values.slice(), terms: corpus.terms.values.slice() }
  corpus.terms.length = 0
  for (let text = 0; text < textCount(corpus); text++) {
    const words = texts.get(text)
    if (words !== undefined) appendTerms(corpus, words)
    else {
      const [from = 0, to = 0] = [before.starts[text], before.starts[text + 1]]
      for (let at = from; at < to; at++) append(corpus.terms, before.terms[at] ?? NO_TERM)
    }
    corpus.starts.values[text + 1] = corpus.terms.length
  }
}

function appendTerms({ vocabulary, terms }: Corpus, text: string): void {
  const first = terms.length
  for (const word of splitWords(text)) {
    const term = word === undefined ? NO_TERM : termOf(vocabulary, word, true)
    if (term !== NO_TERM && word !== undefined) countSpelling(vocabulary, term, word)
    const isRepeatedBreak = term === NO_TERM && (terms.length === first || terms.values[terms.length - 1] === NO_TERM)
    if (!isRepeatedBreak) append(terms, term)
  }
}

/** The known terms of a text that is only asked about: nothing is learned. */
export function termsOf({ vocabulary }: Pick<Corpus, 'vocabulary'>, text: string): number[] {
  return splitWords(text).flatMap((word) => {
    const term = word === undefined ? NO_TERM : termOf(vocabulary, word, false)
    return term === NO_TERM ? [] : [term]
  })
}
