/** What the writing itself says: number of letters, and the language when the script belongs to one. */
export type DominantScript = { letters: number; language: string | undefined; share: number }

const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * Chinese, Japanese and Korean are told by their script, also when brand names in Latin letters stand between:
 * one sign of theirs says about as much as several Latin letters, so a quarter of all letters is enough.
 * Texts in every other script have no language here.
 */
export function dominantScript(text: string): DominantScript {
  if (!ideographic.test(text)) return { letters: count(text, /\p{L}/gu), language: undefined, share: 0 }
  const letters = count(text, /\p{L}/gu)
  const han = count(text, /\p{Script=Han}/gu)
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(text, /\p{Script=Hangul}/gu)
  const share = letters === 0 ? 0 : Math.min(1, (han + kana + hangul) / letters)
  if (share < 0.25) return { letters, language: undefined, share: 0 }
  if (kana * 5 >= han && kana > hangul) return { letters, language: 'ja', share }
  return { letters, language: hangul > han ? 'ko' : 'zh', share }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
