/** The words of a text that carry it: four letters or more, in lower case; of scripts without spaces every two letters. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (/[\u3040-\u30ff\u3400-\u9fff]/u.test(word))
      for (let at = 0; at + 1 < word.length; at++) words.add(word.slice(at, at + 2))
    else if (word.length >= 4) words.add(word)
  }
  return words
}

/** Cosine of two sets of words, in [0, 1]. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of small) if (large.has(word)) shared++
  return shared / Math.sqrt(a.size * b.size)
}
