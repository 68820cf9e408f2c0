import { EXCERPT_MAX } from './limits.ts'
import type { Term } from './parse-words.ts'

/** A piece of a text; `found`: it is what was searched for. */
export type Piece = { readonly text: string; readonly found: boolean }
type Range = { readonly from: number; readonly to: number }
type Marked = { readonly text: string; readonly ranges: readonly Range[] }

/** Between these two stands what the database knows as a form of a word that is searched for. */
const OPENS = '\ue000'
const CLOSES = '\ue001'
/** Runs of scripts that set no space between words, and the words of all others. */
const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu
const WORD =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu
/** Letters before the first word that was found: who reads it knows what it is about. */
const LEAD = 60
/** Of a long text at least so much is shown, also at its end. */
const SHORTEST = 160

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,6}));/giu
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The text with what was searched for marked in it: the forms of words that the database found, words that begin with a
 *  typed one whatever their accents, phrases, and in scripts without spaces the letters as typed. `marked`: HTML without its
 *  tags, its entities as they are. */
export function markWords(marked: string, terms: readonly Term[]): Piece[] {
  return piecesOf(find(marked, terms))
}

/** The same of a long text, where most of what was searched for stands close together; "…" where something is left out. */
export function excerptOf(marked: string, terms: readonly Term[]): Piece[] {
  const { text, ranges } = find(marked, terms)
  if (text.length <= EXCERPT_MAX) return piecesOf({ text, ranges })
  const from = windowStart(text, ranges)
  const end = wordEnd(text, from + EXCERPT_MAX)
  const shown = ranges.filter((range) => range.from >= from && range.to <= end)
  const pieces = piecesOf({
    text: text.slice(from, end),
    ranges: shown.map((range) => ({ from: range.from - from, to: range.to - from })),
  })
  const cut = (text: string): Piece[] => [{ text, found: false }]
  return [...(from > 0 ? cut('… ') : []), ...pieces, ...(end < text.length ? cut(' …') : [])]
}

function find(marked: string, terms: readonly Term[]): Marked {
  const { text, ranges } = readMarks(marked)
  const wanted = terms.filter(({ isExcluded }) => !isExcluded)
  return { text, ranges: joined([...ranges, ...wanted.flatMap((term) => findTyped(text, term))]) }
}

/** Takes the marks out and remembers where they stood; entities become letters, white space one space. */
function readMarks(marked: string): Marked {
  const clean = marked
    .replace(ENTITY, (...match: string[]) => letterOf(match))
    .replace(/\s+/gu, ' ')
    .trim()
  const ranges: Range[] = []
  let text = ''
  let opened = 0
  for (const part of clean.split(/([\ue000\ue001])/u)) {
    if (part === OPENS) opened = text.length
    else if (part === CLOSES) ranges.push({ from: opened, to: text.length })
    else text += part
  }
  return { text, ranges }
}

function letterOf([whole = '', hex, decimal, name]: readonly (string | undefined)[]): string {
  if (name) return ENTITIES[name] ?? whole
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')

function findTyped(text: string, { text: term, isPhrase }: Term): Range[] {
  const runs = [...term.matchAll(RUN)].flatMap(([run]) => findLetters(text, run))
  const [first, ...rest] = [...term.matchAll(WORD)].map(([word]) => folded(word))
  return first === undefined ? runs : [...runs, ...findWords(text, { wanted: [first, ...rest], isPhrase })]
}

/** Words that stand side by side; of a term that is no phrase the last is its beginning. */
function findWords(text: string, { wanted, isPhrase }: { wanted: readonly string[]; isPhrase: boolean }): Range[] {
  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    word: folded(match[0]),
  }))
  const isAt = (at: number): boolean =>
    wanted.every((one, n) => {
      const { word = '' } = words[at + n] ?? {}
      return !isPhrase && n === wanted.length - 1 ? word.startsWith(one) : word === one
    })
  return words.flatMap(({ from }, at) => (isAt(at) ? [{ from, to: words[at + wanted.length - 1]?.to ?? from }] : []))
}

function findLetters(text: string, term: string): Range[] {
  const ranges: Range[] = []
  for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + term.length)) {
    ranges.push({ from, to: from + term.length })
  }
  return ranges
}

/** In their order, those that touch as one. */
function joined(ranges: readonly Range[]): Range[] {
  const found: Range[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && from <= last.to) found.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) })
    else found.push({ from, to })
  }
  return found
}

function piecesOf({ text, ranges }: Marked): Piece[] {
  let at = 0
  const pieces = ranges.flatMap(({ from, to }): Piece[] => {
    const before = text.slice(at, from)
    at = to
    return [
      { text: before, found: false },
      { text: text.slice(from, to), found: true },
    ]
  })
  return [...pieces, { text: text.slice(at), found: false }].filter((piece) => piece.text !== '')
}

/** Where the part begins in which most of the ranges stand. */
function windowStart(text: string, ranges: readonly Range[]): number {
  const count = (from: number): number =>
    ranges.filter((one) => one.from >= from && one.to <= from + EXCERPT_MAX - LEAD).length
  const counts = ranges.map(({ from }) => count(from))
  const best = ranges[counts.indexOf(Math.max(...counts))]
  const from = Math.min((best?.from ?? 0) - LEAD, text.length - SHORTEST)
  if (from <= 0) return 0
  const space = text.indexOf(' ', from)
  return space >= 0 && space < (best?.from ?? 0) ? space + 1 : from
}

/** A word is not cut, unless it has no end for long. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space > at - LEAD ? space : at
}
