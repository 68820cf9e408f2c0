const WORDS_LEAST = 6
const WORDS_MOST = 40
const LETTERS_MOST = 400
const SEPARATOR = /(?<=[.!?…。！？])\s+|\n+/u

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
  const whole = title === null ? [] : [title.trim()]
  const sentences = [...whole, ...body.split(SEPARATOR).map((part) => part.trim())].filter(hasWords)
  const fitting = sentences.find((sentence) => {
    const words = countWords(sentence)
    return words >= WORDS_LEAST && words <= WORDS_MOST && sentence.length <= LETTERS_MOST
  })
  return firstWords(fitting ?? sentences[0] ?? '')
}

// Quotations (>), headings and list marks are not what an author says first.
const hasWords = (sentence: string): boolean => sentence !== '' && !/^(?:>|#|---|\||```)/.test(sentence)

function firstWords(sentence: string): string {
  const words = [...sentence.slice(0, LETTERS_MOST).matchAll(/\S+/gu)]
  const last = words[Math.min(words.length, WORDS_MOST) - 1]
  return last ? sentence.slice(0, last.index + last[0].length) : ''
}
