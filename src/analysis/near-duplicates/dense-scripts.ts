/** One sign of a script that writes without spaces, or of Hangul, whose signs are syllables. */
export const denseSigns =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** First code unit of the lowest of these scripts (Thai). */
const lowestDense = 0x0e00

/** Does a word start in one of these scripts? */
export function isDense(word: string): boolean {
  return word.charCodeAt(0) >= lowestDense && word.search(denseSigns) === 0
}
