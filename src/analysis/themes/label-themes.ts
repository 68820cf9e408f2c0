import type { Corpus } from '../text/corpus.ts'
import type { SparseRows } from '../text/sparse-rows.ts'
import { commonestSpelling } from '../text/vocabulary.ts'

/** The words of a theme: `label` of at most three, `words` the ten that tell most, best first. */
export type ThemeWords = { readonly label: string; readonly words: readonly string[] }

/** Texts of one language and the theme of each, -1 for none; `themes` says how many there are. */
export type LabelThemes = {
  readonly corpus: Corpus
  readonly counts: SparseRows
  readonly themeOf: Int32Array
  readonly themes: number
}

const MOST_WORDS = 10
const LABEL_WORDS = 3
/** Two words are one name when they stand side by side in at least this share of the texts of either. */
const NAME_SHARE = 0.5
const NAME_TEXTS = 3

type Scored = { readonly term: number; readonly texts: number; readonly score: number }

/** Words by class-based tf-idf (Grootendorst 2022): the share of a theme's texts that hold a word, times the log
 *  of how rare it is over all themes. Counted by texts, so that one long text names no theme. Words are stems, so
 *  none comes twice in two forms; they are written as people write them most. Two words that mostly stand side by
 *  side are labelled as one name. */
export function labelThemes(input: LabelThemes): ThemeWords[] {
  const tallies = tallyWords(input)
  const overall = new Float64Array(input.counts.width)
  let all = 0
  for (const tally of tallies) {
    for (const [term, texts] of tally) {
      overall[term] = (overall[term] ?? 0) + texts
      all += texts
    }
  }
  const average = all / Math.max(1, tallies.length)
  const best = tallies.map((tally) => mostTelling(tally, { overall, average }))
  const pairs = countPairs(input, best)
  return best.map((words, theme) => wordsOf(input.corpus, words, pairs[theme] ?? new Map()))
}

function tallyWords({ counts, themeOf, themes }: LabelThemes): Map<number, number>[] {
  const tallies = Array.from({ length: themes }, () => new Map<number, number>())
  for (let text = 0; text < themeOf.length; text++) {
    const tally = tallies[themeOf[text] ?? -1]
    if (tally === undefined) continue
    for (let at = counts.starts[text] ?? 0, end = counts.starts[text + 1] ?? 0; at < end; at++) {
      const term = counts.columns[at] ?? 0
      tally.set(term, (tally.get(term) ?? 0) + 1)
    }
  }
  return tallies
}

type Overall = { readonly overall: Float64Array; readonly average: number }

function mostTelling(tally: Map<number, number>, { overall, average }: Overall): Scored[] {
  const scored = [...tally].map(([term, texts]) => {
    return { term, texts, score: texts * Math.log(1 + average / (overall[term] ?? 1)) }
  })
  return scored.sort((a, b) => b.score - a.score || a.term - b.term).slice(0, MOST_WORDS)
}

/** Per theme, how often two of its best words follow each other; the key is "first second". */
function countPairs({ corpus, themeOf }: LabelThemes, best: readonly Scored[][]): Map<string, number>[] {
  const kept = best.map((words) => new Set(words.map(({ term }) => term)))
  const pairs = best.map(() => new Map<string, number>())
  for (let text = 0; text < themeOf.length; text++) {
    const words = kept[themeOf[text] ?? -1]
    const tally = pairs[themeOf[text] ?? -1]
    if (words && tally) countPairsOf(runOf(corpus, text), words, tally)
  }
  return pairs
}

function runOf({ starts, terms }: Corpus, text: number): Int32Array {
  return terms.values.subarray(starts.values[text], starts.values[text + 1])
}

function countPairsOf(run: Int32Array, words: ReadonlySet<number>, tally: Map<string, number>): void {
  for (let at = 1; at < run.length; at++) {
    const [first, second] = [run[at - 1] as number, run[at] as number]
    if (first === second || !words.has(first) || !words.has(second)) continue
    tally.set(`${first} ${second}`, (tally.get(`${first} ${second}`) ?? 0) + 1)
  }
}

function wordsOf({ vocabulary }: Corpus, scored: readonly Scored[], pairs: ReadonlyMap<string, number>): ThemeWords {
  const spell = ({ term }: Scored): string => commonestSpelling(vocabulary, term)
  const parts: string[] = []
  const used = new Set<number>()
  for (const word of scored) {
    if (used.size >= LABEL_WORDS) break
    if (used.has(word.term)) continue
    const name = used.size + 2 > LABEL_WORDS ? undefined : nameWith(word, scored, { pairs, used })
    for (const each of name ?? [word]) used.add(each.term)
    parts.push((name ?? [word]).map(spell).join(' '))
  }
  return { label: parts.join(', '), words: scored.map(spell) }
}

type Names = { readonly pairs: ReadonlyMap<string, number>; readonly used: ReadonlySet<number> }

function nameWith(word: Scored, scored: readonly Scored[], { pairs, used }: Names): Scored[] | undefined {
  for (const other of scored) {
    if (other === word || used.has(other.term)) continue
    const least = Math.max(NAME_TEXTS, NAME_SHARE * Math.max(word.texts, other.texts))
    if ((pairs.get(`${word.term} ${other.term}`) ?? 0) >= least) return [word, other]
    if ((pairs.get(`${other.term} ${word.term}`) ?? 0) >= least) return [other, word]
  }
  return undefined
}
