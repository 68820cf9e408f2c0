import type { Similar } from '../text/find-similar.ts'

/** A vote: the theme (or subtheme) of most similarity and its share of all, in [0, 1]. */
export type Vote = { readonly theme: number; readonly confidence: number }

/** Below this cosine a text is like another by a common word only. */
const LEAST_SIMILARITY = 0.15

/** The theme that the most similar texts vote for, each with the square of its similarity; -1 when none is near
 *  enough or most of what is near is unsorted. */
export function voteForTheme(similar: readonly Similar[], themeOf: (text: number) => number): Vote {
  const votes = new Map<number, number>()
  let all = 0
  for (const { text, similarity } of similar) {
    if (similarity < LEAST_SIMILARITY) continue
    const theme = themeOf(text)
    votes.set(theme, (votes.get(theme) ?? 0) + similarity ** 2)
    all += similarity ** 2
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best === undefined ? { theme: -1, confidence: 0 } : { theme: best[0], confidence: best[1] / all }
}
