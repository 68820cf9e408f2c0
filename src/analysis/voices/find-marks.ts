const words =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{N}][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{M}\p{N}]*/gu
const addresses = /https?:\/\/[^\s<>"')\]]+/gu
const numbers = /\p{N}+(?:[.,'’\u00a0]\p{N}{3})*/gu
const grouping = /[^\p{N}]/gu
const twoDigits = /\p{N}{2}/u
const startsUpper = /^\p{Lu}/u
const hasInnerUpperOrNumber = /^.+[\p{Lu}\p{N}]/u
const isLatin = /^\p{Script=Latin}{2,}/u
const foreignToLatin = /[\p{L}--[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]]/v
const sentenceEnd = /[.!?:;…\n\r"“„«(¿¡-]/u
const leastLetters = 3

/**
 * What a text has that needs no translation, each once, in lower case: addresses of pages (without protocol and what follows
 * ? or #), numbers of at least two digits (1.000 and 1,000 are one), and names: words with a capital that do not begin a
 * sentence, words with a capital or digit inside (NATO, iPhone, L9), and Latin words in a text of a script without capitals.
 * German writes every noun with a capital: such words only count where another language has the same.
 */
export function findMarks(text: string): string[] {
  const marks = new Set<string>()
  const rest = text.normalize('NFKC').replace(addresses, (address) => {
    marks.add(shortAddress(address))
    return ' '
  })
  for (const [number] of rest.matchAll(numbers)) if (twoDigits.test(number)) marks.add(number.replace(grouping, ''))
  const latinStandsOut = foreignToLatin.test(rest)
  for (const { 0: word, index } of rest.matchAll(words)) {
    if (isName(word, { latinStandsOut, isFirst: beginsSentence(rest, index) })) marks.add(word.toLowerCase())
  }
  return [...marks]
}

function shortAddress(address: string): string {
  const bare = address.toLowerCase().slice(address.indexOf('://') + 3)
  const end = bare.search(/[?#]/u)
  return (end < 0 ? bare : bare.slice(0, end)).replace(/^www\./u, '').replace(/[./,;:!]+$/u, '')
}

function isName(word: string, { latinStandsOut, isFirst }: { latinStandsOut: boolean; isFirst: boolean }): boolean {
  if (/^\p{N}+$/u.test(word)) return false
  if (latinStandsOut && isLatin.test(word)) return true
  if (startsUpper.test(word) || /^\p{Ll}\p{Lu}/u.test(word)) {
    if (hasInnerUpperOrNumber.test(word)) return true
    return !isFirst && word.length >= leastLetters
  }
  return false
}

function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 8), index).trimEnd()
  return before === '' ? true : sentenceEnd.test(before.at(-1) ?? '')
}
