import { endsShort } from '../../analysis/text/index.ts'

const WORDS_LEAST = 6
const WORDS_MOST = 40
const LETTERS_MOST = 400
const SEPARATOR = /(?<=[.!?…。！？])\s+|\n+/gu

/** How many words a text has, for the reading time. Scripts without spaces: two letters count as a word. */
export function countWords(text: string): number {
  const spaced = text.split(/\s+/u).filter(Boolean)
  return spaced.reduce(
    (sum, word) => sum + (/[\u3040-\u30ff\u3400-\u9fff]/u.test(word) ? Math.ceil(word.length / 2) : 1),
    0,
  )
}

/** The sentence of a contribution that is quoted: its title where that says enough, else the first sentence of six to forty
 *  words, else what there is. Always a part of what its author wrote, character for character. */
export function cutSentence(title: string | null, body: string): string {
  let first = ''
  for (const sentence of sentencesOf(title, body)) {
    if (!hasWords(sentence)) continue
    first ||= sentence
    const words = sentence.length <= LETTERS_MOST ? countWords(sentence) : 0
    if (words >= WORDS_LEAST && words <= WORDS_MOST) return firstWords(sentence)
  }
  return firstWords(first)
}

/** Found one by one: hundreds of texts are cut for one catch-up, and most of them at their title. */
function* sentencesOf(title: string | null, body: string): Generator<string> {
  if (title !== null) yield title.trim()
  let from = 0
  for (const separator of body.matchAll(SEPARATOR)) {
    if (!separator[0].includes('\n') && endsShort(body, separator.index)) continue
    yield body.slice(from, separator.index).trim()
    from = separator.index + separator[0].length
  }
  yield body.slice(from).trim()
}

// Quotations (>), headings and list marks are not what an author says first.
const hasWords = (sentence: string): boolean => sentence !== '' && !/^(?:>|#|---|\||```)/.test(sentence)

function firstWords(sentence: string): string {
  const words = [...sentence.slice(0, LETTERS_MOST).matchAll(/\S+/gu)]
  const last = words[Math.min(words.length, WORDS_MOST) - 1]
  return last ? sentence.slice(0, last.index + last[0].length) : ''
}
