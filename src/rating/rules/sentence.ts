import { segmentSentences } from '../../analysis/text/index.ts'
import { SENTENCE_MAX, SENTENCE_MIN } from './limits.ts'

/** The sentence of an idea without needless space, or what is wrong with it (a key of the catalogues). */
export function readSentence(
  given: string,
): { ok: true; sentence: string } | { ok: false; because: string; length: number } {
  const sentence = given.replaceAll(/\s+/g, ' ').trim()
  const { length } = sentence
  if (length < SENTENCE_MIN) return { ok: false, because: 'ideas.too-short', length }
  if (length > SENTENCE_MAX) return { ok: false, because: 'ideas.too-long', length }
  return countSentences(sentence) > 1 ? { ok: false, because: 'ideas.one-sentence', length } : { ok: true, sentence }
}

/** What has fewer than three words is the rest of a short form that nobody knows, no sentence. */
function countSentences(text: string): number {
  const parts = [...segmentSentences(text)]
  return parts.filter(({ segment }) => segment.trim().split(' ').length >= 3).length
}
