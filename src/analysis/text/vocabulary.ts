import { bareWord, type StemWord, stemmerOf } from './stem-words.ts'
import { stopWordsOf } from './stop-words.ts'

/** The stems of one language met so far. `stems[term]` is the stem of a term number, `spellings[term]` how often each
 *  spelling of it was met. A word's term is remembered: stemming is the slow part. */
export type Vocabulary = {
  readonly language: string
  readonly stems: string[]
  readonly spellings: Map<string, number>[]
  readonly termOfWord: Map<string, number>
  readonly termOfStem: Map<string, number>
  readonly stopWords: ReadonlySet<string>
  readonly stem: StemWord
}

/** No term: a stop word, a lone letter, or a word longer than any real one. */
export const NO_TERM = -1

const LONGEST_WORD = 60
/** Beyond this many remembered words new ones are stemmed again each time, so that hostile texts fill no memory. */
const MOST_REMEMBERED = 2_000_000

export function openVocabulary(language: string, ignored: readonly string[] = []): Vocabulary {
  const stopWords = new Set([...stopWordsOf(language), ...ignored.map((word) => word.toLowerCase())])
  const stem = stemmerOf(language)
  return { language, stems: [], spellings: [], termOfWord: new Map(), termOfStem: new Map(), stopWords, stem }
}

/** The term of a word as written, and NO_TERM for words that carry none. `learn` numbers a new stem; without it an
 *  unknown stem gives NO_TERM. */
export function termOf(vocabulary: Vocabulary, word: string, learn: boolean): number {
  const lower = word.toLowerCase()
  const known = vocabulary.termOfWord.get(lower)
  if (known !== undefined) return known
  if (isEmptyWord(vocabulary, lower)) return learn ? remember(vocabulary, lower, NO_TERM) : NO_TERM
  const stem = vocabulary.stem(lower)
  const term = vocabulary.termOfStem.get(stem)
  if (term !== undefined) return learn ? remember(vocabulary, lower, term) : term
  return learn ? learnStem(vocabulary, lower, stem) : NO_TERM
}

/** Counts a spelling of a term, for labels in the form that people use most. */
export function countSpelling(vocabulary: Vocabulary, term: number, word: string): void {
  const spellings = vocabulary.spellings[term]
  const bare = bareWord(vocabulary.language, word)
  spellings?.set(bare, (spellings.get(bare) ?? 0) + 1)
}

/** The spelling of a term met most often; of two as frequent the first in alphabetical order. */
export function commonestSpelling(vocabulary: Vocabulary, term: number): string {
  let best = vocabulary.stems[term] ?? ''
  let most = 0
  for (const [word, times] of vocabulary.spellings[term] ?? []) {
    if (times > most || (times === most && word < best)) {
      best = word
      most = times
    }
  }
  return best
}

function learnStem(vocabulary: Vocabulary, word: string, stem: string): number {
  const term = vocabulary.stems.length
  vocabulary.stems.push(stem)
  vocabulary.spellings.push(new Map())
  vocabulary.termOfStem.set(stem, term)
  return remember(vocabulary, word, term)
}

function remember(vocabulary: Vocabulary, word: string, term: number): number {
  if (vocabulary.termOfWord.size < MOST_REMEMBERED) vocabulary.termOfWord.set(word, term)
  return term
}

const loneLetter = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*$/u

function isEmptyWord({ stopWords, language }: Vocabulary, word: string): boolean {
  if (word.length > LONGEST_WORD || loneLetter.test(word) || stopWords.has(word)) return true
  if (!word.includes("'")) return false
  // "it's" is listed, "l'any" is listed by its parts.
  return (
    stopWords.has(word.replaceAll("'", '')) || (language !== 'en' && stopWords.has(word.slice(word.indexOf("'") + 1)))
  )
}
