import { normaliseText } from '../near-duplicates/find-features.ts'
import type { ThemeLink } from './link-themes.ts'

/** One thing with its terms by language (BCP 47 primary tag); a term may be several words. */
export type GlossaryEntry = Readonly<Record<string, readonly string[]>>

/** From this length on a term is also found with an ending: "barri" in "barris". */
const leastForEnding = 5

/**
 * Finds which entries (their positions) a text in a language uses. Case and accents do not count; a term of five letters
 * or more may have an ending in the text. The finder is made once and used for many texts.
 */
export function openGlossary(entries: readonly GlossaryEntry[], language: string): (text: string) => number[] {
  const needles = entries.map((entry) =>
    (entry[language] ?? [])
      .map((term) => normaliseText(term))
      .filter((term) => term !== '')
      .map((term) => (term.length >= leastForEnding ? ` ${term}` : ` ${term} `)),
  )
  return (text) => {
    const words = ` ${normaliseText(text)} `
    return [...needles.keys()].filter((entry) => needles[entry]?.some((needle) => words.includes(needle)))
  }
}

/** Two words of two linked themes that may be one term; `spelling` is how alike they are written, in [0, 1]. */
export type GlossarySuggestion = {
  readonly a: number
  readonly b: number
  readonly words: readonly [string, string]
  readonly score: number
  readonly spelling: number
}

/**
 * Words that may be terms of the glossary, for bilingual people to judge: of each linked pair the words written alike and
 * those that tell most in both. `wordsOf` gives the most telling words of a theme, best first.
 * score = confidence max(spelling, 1 / (1 + rank + rank)), with ranks from 0 and spelling as the Dice coefficient of letter
 * pairs. Each pair of words once, the best first, at most `most` (50 when absent); a word pair below .3 is left out.
 */
export function suggestTerms(
  links: readonly ThemeLink[],
  wordsOf: (theme: number) => readonly string[],
  most = 50,
): GlossarySuggestion[] {
  const best = new Map<string, GlossarySuggestion>()
  for (const suggestion of links.flatMap((link) => pairWords(link, wordsOf))) {
    const key = suggestion.words.join('\n')
    if (suggestion.score > (best.get(key)?.score ?? leastScore)) best.set(key, suggestion)
  }
  return [...best.values()].sort((x, y) => y.score - x.score || compare(x.words, y.words)).slice(0, most)
}

const leastScore = 0.3

function pairWords(link: ThemeLink, wordsOf: (theme: number) => readonly string[]): GlossarySuggestion[] {
  const { a, b, confidence } = link
  return wordsOf(a).flatMap((left, rank) =>
    wordsOf(b).map((right, beside) => {
      const spelling = spellingLikeness(left, right)
      return { a, b, words: [left, right], score: confidence * Math.max(spelling, 1 / (1 + rank + beside)), spelling }
    }),
  )
}

function compare(x: readonly string[], y: readonly string[]): number {
  const [left, right] = [x.join('\n'), y.join('\n')]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Dice coefficient of the sets of letter pairs, the ends of the word as letters; without case and accents. */
function spellingLikeness(left: string, right: string): number {
  const [one, two] = [pairsOf(left), pairsOf(right)]
  return (2 * one.intersection(two).size) / (one.size + two.size)
}

function pairsOf(word: string): Set<string> {
  const letters = ` ${normaliseText(word)} `
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)))
}
