/** A run of letters, marks and digits, with apostrophes and the point of the Catalan l·l, which are cut off at its
 *  ends. */
const wordRun = /[\p{L}\p{M}\p{N}'·]+/gu
const address = /(?:https?:\/\/|www\.)\S{1,2000}|\S{1,64}@[\w-]{1,64}\.\S{1,64}/giu
const curlyApostrophe = /[’ʼ＇]/gu
const hasLetter = /\p{L}/u
/** Scripts that set no space between words: their runs are cut by dictionary. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

// Making a segmenter takes milliseconds, using one for a short text microseconds; it holds no state between texts.
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** The words of a text in their order and spelling (NFKC), without numbers and addresses. `undefined` stands where
 *  a run of words breaks (sentence, bracket, number), so that pairs of words are only those written side by side.
 *  Spaced scripts are cut by one expression, five times as fast as Intl.Segmenter and with the same words but for
 *  points and low lines inside ("node.js"), which it keeps and we cut; unspaced scripts are cut by Intl.Segmenter. */
export function splitWords(text: string): (string | undefined)[] {
  const clean = text.normalize('NFKC').replace(curlyApostrophe, "'").replace(address, ' . ')
  const words: (string | undefined)[] = []
  let end = 0
  for (const match of clean.matchAll(wordRun)) {
    const [from, to] = trimRun(clean, match.index, match.index + match[0].length)
    if (from === to) continue
    if (isBreak(clean, end, from)) words.push(undefined)
    end = to
    pushRun(words, clean.slice(from, to))
  }
  return words
}

/** Where a run begins and ends without the apostrophes and points around it. */
function trimRun(text: string, start: number, end: number): [number, number] {
  const isJoint = (at: number): boolean => text[at] === "'" || text[at] === '·'
  let [from, to] = [start, end]
  while (from < to && isJoint(from)) from++
  while (from < to && isJoint(to - 1)) to--
  return [from, to]
}

/** Anything but one space or hyphen between two runs breaks them apart. */
function isBreak(text: string, end: number, start: number): boolean {
  if (end === 0) return false
  for (let at = end; at < start; at++) {
    const sign = text[at]
    if (sign !== ' ' && sign !== '-' && sign !== '\u00a0') return true
  }
  return false
}

function pushRun(words: (string | undefined)[], run: string): void {
  if (!unspaced.test(run)) {
    words.push(hasLetter.test(run) ? run : undefined)
    return
  }
  for (const { segment } of segmenter.segment(run)) words.push(hasLetter.test(segment) ? segment : undefined)
}
