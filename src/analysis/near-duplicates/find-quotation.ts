import { mostKept } from './compare-features.ts'
import { findFeatures, longestText } from './find-features.ts'

/** The share of its own words that a text has in common with what remains of another, to be still like it. */
const leastInCommon = 0.6

/** Features of what a text quotes, and of the words that it adds. */
export type Quotation = { readonly quoted: Uint32Array; readonly own: Uint32Array }

/** What ends a quotation that begins with a mark. Single marks are left out where they are apostrophes as well. */
const endings: Readonly<Record<string, string>> = {
  ...{ '"': '"', '“': '”“"', '”': '”', '„': '“”"', '‚': '‘', '「': '」', '『': '』' },
  ...{ '«': '»', '»': '«»', '‹': '›', '›': '‹›' },
}
const marks = /["“”„‚‘「」『』«»‹›]/gu
/** A line that Markdown sets as a quotation. */
const quotedLine = /^ {0,3}>.*$/gmu

/** What a text quotes, in quotation marks of any language or as Markdown; undefined where it quotes nothing or adds no word. */
export function findQuotation(text: string): Quotation | undefined {
  const cut = text.slice(0, longestText)
  const lines = cut.match(quotedLine) ?? []
  const { inside, outside } = splitAtMarks(lines.length === 0 ? cut : cut.replace(quotedLine, ''))
  const quoted = findFeatures([...lines, ...inside].join('\n'))
  if (quoted.length === 0) return undefined
  const own = findFeatures(outside.join('\n'))
  return hasWords(outside) ? { quoted: quoted.slice(0, mostKept), own: own.slice(0, mostKept) } : undefined
}

const hasWords = (parts: readonly string[]): boolean => parts.some((part) => /[\p{L}\p{N}]/u.test(part))

/** A mark that nothing ends begins nothing. */
function splitAtMarks(text: string): { inside: string[]; outside: string[] } {
  const inside: string[] = []
  const outside: string[] = []
  let [from, open] = [0, -1]
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (open < 0) {
      if (mark in endings) open = index
    } else if (endings[text[open] ?? '']?.includes(mark)) {
      outside.push(text.slice(from, open))
      inside.push(text.slice(open, index))
      ;[from, open] = [index + 1, -1]
    }
  }
  outside.push(text.slice(from))
  return { inside, outside }
}

/** Features of a whole text with what it quotes. */
export type Compared = { readonly features: Uint32Array; readonly quotation: Quotation | undefined }

/**
 * Of two texts that are alike: does the first quote the other and add words of its own? It does when too few of its own
 * words are in what remains of the other: in what the other does not share with the quotation, or adds to one itself.
 * So marks around words that both texts have change nothing. Of long sets what both would have kept is compared.
 */
export function quotesOther({ quotation }: Compared, other: Compared): boolean {
  if (quotation === undefined) return false
  const { quoted, own } = quotation
  const added = other.quotation?.own ?? new Uint32Array()
  const limit = Math.min(...[quoted, own, added, other.features].map(reachOf))
  const [asQuoted, asAdded, all] = [new Set(quoted), new Set(added), new Set(other.features)]
  const looked = own.filter((feature) => feature <= limit)
  const remaining = looked.filter((each) => asAdded.has(each) || (all.has(each) && !asQuoted.has(each)))
  return remaining.length < leastInCommon * looked.length
}

const reachOf = (features: Uint32Array): number =>
  features.length < mostKept ? Number.POSITIVE_INFINITY : (features[mostKept - 1] ?? 0)
