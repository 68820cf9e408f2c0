import { TERMS_MAX } from './limits.ts'

/** A word, or a phrase whose words stand side by side; excluded ones must not be there. */
export type Term = { readonly text: string; readonly isPhrase: boolean; readonly isExcluded: boolean }

const QUOTES = /[“”„‟«»＂]/gu
const TERM = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu
const HOLDS_SOMETHING = /[\p{L}\p{N}]/u

/** What somebody typed into a search: words, "phrases" in any quotation marks, and -without. A term without a letter or digit
 *  is none; those after the tenth are passed over. An open quotation mark ends at the end. */
export function parseWords(words: string): Term[] {
  const found: Term[] = []
  for (const [, minus, phrase, word] of words.replaceAll(QUOTES, '"').matchAll(TERM)) {
    const text = (phrase ?? word ?? '').trim()
    if (!HOLDS_SOMETHING.test(text)) continue
    found.push({ text, isPhrase: phrase !== undefined && /\s/u.test(text), isExcluded: minus === '-' })
  }
  return found.slice(0, TERMS_MAX)
}

/** Nothing can be found by what it must not hold alone. */
export function canBeFound(terms: readonly Term[]): boolean {
  return terms.some(({ isExcluded }) => !isExcluded)
}
