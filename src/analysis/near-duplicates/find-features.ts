import { denseSigns, isDense } from './dense-scripts.ts'

/** Texts are looked at up to this many characters (UTF-16 units); what stands behind changes nothing. */
export const longestText = 20_000

const gram = 4
/** Longer words are mostly addresses: as one feature they neither hide the words beside them nor outweigh them. */
const longestWord = 30
const boundary = 0x20
/** Marks two neighbouring words, so that their feature never equals that of letters. */
const pairSeed = 0x9e3779b9
const wordSeed = 0x85ebca6b

/**
 * The features by which texts are compared: a set of 32-bit hashes, sorted and without doubles.
 * Normalised first: NFKD without accents, lower case, everything that is not a letter or digit separates words.
 *
 * - Words of alphabets: their 4-grams with a boundary on both sides (a word of one letter, and an address or
 *   another word of more than 30, is one feature). The grams stop at the
 *   boundary, unlike the textbook's: there a swap or a dropped word breaks up to six grams of neighbours that nobody
 *   touched, and a title of five words falls below any useful threshold.
 * - Scripts without spaces, and Hangul: each sign and each pair of neighbouring signs, since ten signs have seven 4-grams
 *   and one changed sign breaks four of them.
 * - Each pair of neighbouring words is one feature: it keeps order, and keeps long texts of one vocabulary apart.
 *
 * A text without letters and digits (emoji) is one feature as a whole; an empty text has none.
 */
export function findFeatures(text: string): Uint32Array {
  const found: number[] = []
  const words = normaliseText(text)
  let previous = 0
  let start = 0
  while (start < words.length) {
    const end = endOfWord(words, start)
    if (end > start) previous = addWord(found, words.slice(start, end), previous)
    start = end + 1
  }
  if (found.length === 0) addWhole(found, text)
  return sortDistinct(found)
}

/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, and the signs that choose a form of an emoji. The
 *  vowel signs of Indic scripts stay: there they are letters. */
const accents = /[\u{300}-\u{36f}]|[\u{591}-\u{5bd}]|[\u{64b}-\u{652}]|[\u{fe00}-\u{fe0f}]/gu
const separators = /[^\p{L}\p{N}\p{M}]+/gu
const address = /https?:\/\/\S+/gu
const plain = /^[\n\x20-\x7e]*$/

/** Lower-case words without accents, with one space between them; each sign of a script without spaces is a word. */
export function normaliseText(text: string): string {
  const cut = text.slice(0, longestText)
  const folded = (plain.test(cut) ? cut : foldLetters(cut)).toLowerCase()
  return folded.replace(address, joinAddress).replace(separators, ' ').trim()
}

function joinAddress(address: string): string {
  return address.replace(separators, '')
}

function foldLetters(text: string): string {
  return text.normalize('NFKD').replace(accents, '').normalize('NFKC').replace(denseSigns, ' $& ')
}

function endOfWord(words: string, start: number): number {
  const end = words.indexOf(' ', start)
  return end < 0 ? words.length : end
}

/** Adds what a word says; returns the hash by which its neighbour remembers it. */
function addWord(found: number[], word: string, previous: number): number {
  if (isDense(word)) return addSigns(found, word, previous)
  const hash = hashOf(word, wordSeed)
  if (previous !== 0) found.push(mix(Math.imul(previous, 31) ^ hash ^ pairSeed))
  const last = word.length > longestWord ? -1 : word.length + 2 - gram
  if (last < 0) found.push(hash)
  for (let from = 0; from <= last; from++) found.push(hashGram(word, from))
  return hash
}

function addSigns(found: number[], word: string, previous: number): number {
  let before = previous
  for (const sign of word) {
    const hash = mix(sign.codePointAt(0) ?? 0)
    found.push(hash)
    if (before !== 0) found.push(mix(Math.imul(before, 31) ^ hash ^ pairSeed))
    before = hash
  }
  return before
}

function addWhole(found: number[], text: string): void {
  const whole = text.slice(0, longestText).trim()
  if (whole !== '') found.push(hashOf(whole, pairSeed))
}

/** Four characters of ' word ' from `from` on. */
function hashGram(word: string, from: number): number {
  let hash = gram
  for (let at = from - 1; at < from - 1 + gram; at++) {
    const code = at < 0 || at >= word.length ? boundary : word.charCodeAt(at)
    hash = Math.imul(hash ^ code, 0x01000193) + (hash >>> 15)
  }
  return mix(hash)
}

function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) + (hash >>> 15)
  return mix(hash)
}

/** Spreads 32 bits over 32 bits, never to 0. Constants: MurmurHash3's finaliser (A. Appleby, public domain). */
function mix(value: number): number {
  let bits = value ^ (value >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0 || 1
}

function sortDistinct(found: readonly number[]): Uint32Array {
  const sorted = new Uint32Array(found).sort()
  let kept = 0
  for (let at = 0; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] as number
  }
  return sorted.slice(0, kept)
}
