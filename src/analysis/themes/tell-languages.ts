import { detectLanguage } from '../detect-language.ts'
import type { TextEntry } from './theme-types.ts'

/** Languages of so large a share of a block are languages of the conversation. */
const LEAST_SHARE = 0.03
const SHORT = 60
const SURE = 0.9
/** Enough of a text to tell its language; more costs time. */
const LOOKED_AT = 100

/** The language of each text of a block: its own where it is given, else what its letters tell. One short text
 *  tells little, a block of them much: where a short or doubtful text seems to be in a language that hardly anybody
 *  here writes, it is read again among the languages that many write, and counts as the commonest of them when still
 *  in doubt. `known` counts the texts of each language before this block. */
export function tellLanguages(
  entries: readonly TextEntry[],
  likely: readonly string[],
  known: ReadonlyMap<string, number> = new Map(),
): string[] {
  const detected = entries.map(({ text, language }) =>
    language === undefined ? detectLanguage(text.slice(0, LOOKED_AT), likely) : { language, confidence: 1 },
  )
  const tally = new Map(known)
  for (const { language } of detected) if (language !== 'und') tally.set(language, (tally.get(language) ?? 0) + 1)
  const told = [...tally.values()].reduce((sum, times) => sum + times, 0)
  const common = [...tally]
    .filter(([language, times]) => times >= told * LEAST_SHARE || likely.includes(language))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([language]) => language)
  const [commonest] = common
  return detected.map(({ language, confidence }, at) => {
    const entry = entries[at]
    if (commonest === undefined || entry?.language !== undefined || common.includes(language)) return language
    if (entry === undefined || (language !== 'und' && entry.text.length >= SHORT && confidence >= SURE)) return language
    const again = detectLanguage(entry.text.slice(0, LOOKED_AT), common).language
    return common.includes(again) ? again : commonest
  })
}
