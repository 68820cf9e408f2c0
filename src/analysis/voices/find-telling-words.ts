import { splitWords } from '../text/split-words.ts'
import { stopWordsOf } from '../text/stop-words.ts'

/** Texts of one language, the theme of each (-1: none) and who wrote it (-1: not known). */
export type WordedTexts = {
  readonly language: string
  readonly texts: readonly string[]
  readonly themes: Int32Array
  readonly people: Int32Array
}

const leastLetters = 3
const leastPeople = 2

/**
 * The words (lower case, as written) that tell most of each theme, best first, at most `most`: the texts of the theme
 * that hold a word times the log of how rare it is over all themes (class-based tf-idf). Only words that two different
 * people of the theme have used.
 */
export function findTellingWords({ language, texts, themes, people }: WordedTexts, most = 10): Map<number, string[]> {
  const stop = stopWordsOf(language)
  const tallies = new Map<number, Map<string, Tally>>()
  const overall = new Map<string, number>()
  let all = 0
  for (const [at, theme] of themes.entries()) {
    if (theme < 0) continue
    const tally = tallies.get(theme) ?? new Map<string, Tally>()
    tallies.set(theme, tally)
    for (const word of wordsIn(texts[at] ?? '', stop)) {
      const found = tally.get(word) ?? { texts: 0, people: new Set<number>() }
      found.texts++
      found.people.add(people[at] ?? -1)
      tally.set(word, found)
      overall.set(word, (overall.get(word) ?? 0) + 1)
      all++
    }
  }
  const average = all / Math.max(1, tallies.size)
  return new Map([...tallies].map(([theme, tally]) => [theme, best(tally, { overall, average }, most)]))
}

type Tally = { texts: number; readonly people: Set<number> }

function wordsIn(text: string, stop: ReadonlySet<string>): Set<string> {
  const words = splitWords(text).flatMap((word) => (word === undefined ? [] : [word.toLowerCase()]))
  return new Set(words.filter((word) => word.length >= leastLetters && !stop.has(word)))
}

type Overall = { readonly overall: ReadonlyMap<string, number>; readonly average: number }

function best(tally: ReadonlyMap<string, Tally>, { overall, average }: Overall, most: number): string[] {
  return [...tally]
    .filter(([, { people }]) => people.size >= leastPeople)
    .map(([word, { texts }]) => ({ word, score: texts * Math.log(1 + average / (overall.get(word) ?? 1)) }))
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word)
}
