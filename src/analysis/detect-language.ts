import { dominantScript } from './dominant-script.ts'
import { openEld } from './open-eld.ts'

/** A language as a BCP 47 primary tag ('und' when the text does not tell) and how sure we are, in [0, 1]. */
export type DetectedLanguage = { language: string; confidence: number }

let detector: ReturnType<typeof openEld> | undefined

/** Loads what languages are told by, which takes a fifth of a second: a server does so as soon as it serves, a thread only
 *  when a text is to be told. `detectLanguage` does it itself where nobody has. */
export function openLanguageDetector(): ReturnType<typeof openEld> {
  detector ??= openEld()
  return detector
}

const unknown: DetectedLanguage = { language: 'und', confidence: 0 }

/** Texts below this many characters carry too few letter groups: there the likely languages weigh in. */
const shortText = 60
/** The detector itself looks at about 350 bytes; more would only cost time. */
const longestLookedAt = 400
/** What a likely language gains on a short text, on the detector's scale of [0, 1]. */
const likelyGain = 0.15
/** What a language loses when a short text has a letter it does not write. */
const strangeLetterLoss = 0.08
/** A short text in none of the likely languages must reach this score, or we say that we do not know. */
const leastScore = 0.5

const address = /https?:\/\/\S+/gu

/** Letters that tell close neighbours apart: 'ñ' is not Catalan, 'ç' and grave accents are not Spanish. */
const strangeLetters: Readonly<Record<string, RegExp>> = {
  ca: /[ñ¿¡áß]/u,
  es: /[àèòç]|l·l/u,
  fr: /[ñ¿¡áíóúò]|l·l/u,
  it: /[ñ¿¡áíóúç]|l·l/u,
  pt: /[ñ¿¡]|l·l/u,
  ro: /[áàéèíóòúçñ]|l·l/u,
}

/**
 * The language a text is written in. `likely` names the languages expected where it was written (the locales of a hub):
 * they decide only on texts under 60 characters, where letters alone often fit several languages.
 * Addresses of pages count as no text. Numbers, emoji and a lone letter give 'und'.
 */
export function detectLanguage(text: string, likely: readonly string[] = []): DetectedLanguage {
  const words = text.slice(0, longestLookedAt).replace(address, ' ').normalize('NFC').toLowerCase()
  const script = dominantScript(words)
  if (script.letters < 2) return unknown
  if (script.language !== undefined) return { language: script.language, confidence: script.share }
  const result = openLanguageDetector().detect(words)
  const scores = Object.entries(result.getScores())
  if (words.length < shortText) return fromShortText(words, scores, likely)
  return result.language === '' ? unknown : { language: result.language, confidence: lead(scores) }
}

function fromShortText(words: string, scores: [string, number][], likely: readonly string[]): DetectedLanguage {
  const weighed = scores
    .map(([language, score]): [string, number] => [language, score + weight(language, words, likely)])
    .sort((a, b) => b[1] - a[1])
  const [best] = weighed
  if (best === undefined || best[1] < leastScore) return onlyLikely(likely)
  return { language: best[0], confidence: lead(weighed) }
}

function weight(language: string, words: string, likely: readonly string[]): number {
  const gain = likely.includes(language) ? likelyGain : 0
  return strangeLetters[language]?.test(words) ? gain - strangeLetterLoss : gain
}

/** A word the detector cannot place, where one language is expected, is most likely in that language. */
function onlyLikely(likely: readonly string[]): DetectedLanguage {
  const [language] = likely
  return language !== undefined && likely.length === 1 ? { language, confidence: 0.1 } : unknown
}

/** How far the first is ahead of the second: half sure when level, sure at a tenth of the scale. */
function lead(sorted: readonly [string, number][]): number {
  const first = sorted[0]?.[1] ?? 0
  const second = sorted[1]?.[1] ?? 0
  return Math.min(1, 0.5 + (first - second) * 5)
}
