/** The number (1 to 8) of the categorical colour of an id; the same on every device. */
export function hueOf(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003
  return (sum % 8) + 1
}

/** At most two letters for a name: the first of its first and last word; whole graphemes, one for scripts without capitals. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = firstGrapheme(words[0] ?? '')
  if (words.length < 2 || !/\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\d/u.test(first))
    return first.toUpperCase()
  return (first + firstGrapheme(words.at(-1) ?? '')).toUpperCase()
}

function firstGrapheme(word: string): string {
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)) return segment
  return ''
}
