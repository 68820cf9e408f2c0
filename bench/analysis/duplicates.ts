import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { nearDuplicates } from '../../src/analysis/index.ts'
import { type Random, seededRandom, shuffledOrder } from '../../src/analysis/seeded-random.ts'
import { type Figure, percentile } from '../figures.ts'
import { atLeast, atMost, missing, plain } from './bar.ts'
import { type AnalysisBench, dataSet } from './data-sets.ts'

const TEXTS = 50_000
const QUERIES = 2_000
const QUICK = 10
const SEED = 1

type Edit = { readonly name: string; edit(words: readonly string[], random: Random): string[] }

const below = (random: Random, limit: number): number => Math.floor(random() * limit)

/** The edits that the bar names; words that are added come from other texts. */
function editsOf(otherWord: (random: Random) => string): Edit[] {
  return [
    {
      name: 'case',
      edit: (words, random) => words.map((word) => (random() < 0.5 ? word.toUpperCase() : word.toLowerCase())),
    },
    { name: 'a word dropped', edit: (words, random) => words.toSpliced(below(random, words.length), 1) },
    {
      name: 'a word added',
      edit: (words, random) => words.toSpliced(below(random, words.length + 1), 0, otherWord(random)),
    },
    { name: 'two words added', edit: (words, random) => [...words, otherWord(random), otherWord(random)] },
    { name: 'a swap', edit: (words, random) => swapAt(words, below(random, words.length - 1)) },
  ]
}

function swapAt(words: readonly string[], at: number): string[] {
  return words.toSpliced(at, 2, ...words.slice(at, at + 2).reverse())
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/)

/** Titles and Barcelona's titles and texts in an order of the seed's, without those of fewer than three words. */
function readTexts({ titles, barcelona, count }: { titles: string; barcelona: string; count: number }): string[] {
  const lines = readFileSync(titles, 'utf8').trimEnd().split('\n').slice(1)
  const written = ['proposals', 'comments'].flatMap((name) =>
    gunzipSync(readFileSync(join(barcelona, `${name}.jsonl.gz`)))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line): { title?: string; text: string } => JSON.parse(line))
      .flatMap(({ title, text }) => (title === undefined ? [text] : [title, text])),
  )
  const texts = [...lines.map((line) => line.split('\t')[2] ?? ''), ...written].filter(
    (text) => wordsOf(text).length >= 3,
  )
  return [...shuffledOrder(texts.length, seededRandom(SEED))].slice(0, count).map((at) => texts[at] ?? '')
}

/** The textbook's measure, for comparison: Jaccard similarity of the 4-grams of the whole text, in lower case. */
function isTextbookDuplicate(left: string, right: string): boolean {
  const gramsOf = (text: string): Set<string> => {
    const line = wordsOf(text.toLowerCase()).join(' ')
    return new Set(Array.from({ length: Math.max(1, line.length - 3) }, (_, at) => line.slice(at, at + 4)))
  }
  const [one, two] = [gramsOf(left), gramsOf(right)]
  return one.intersection(two).size / one.union(two).size >= nearDuplicates.nearDuplicateThreshold
}

type Index = nearDuplicates.NearDuplicates<number>
type Asked = {
  readonly recall: number
  readonly first: number
  readonly textbook: number
  readonly ms: readonly number[]
}
type Asking = { readonly edit: Edit['edit']; readonly random: Random; readonly queries: number }

/** The share of edited texts whose text is found, how often it is the first answer, what the textbook's measure would let
 *  pass at best, and each question's time. An equal text before counts as the text itself. */
function ask(index: Index, texts: readonly string[], { edit, random, queries }: Asking): Asked {
  const ms: number[] = []
  const counts = { found: 0, first: 0, textbook: 0 }
  for (let query = 0; query < queries; query++) {
    const id = below(random, texts.length)
    const text = texts[id] ?? ''
    const edited = edit(wordsOf(text), random).join(' ')
    const from = performance.now()
    const answers = index.find(edited)
    ms.push(performance.now() - from)
    const [itself] = index.find(text)
    const place = answers.findIndex((answer) => answer.id === id || answer.id === itself?.id)
    if (place >= 0) counts.found++
    if (place === 0) counts.first++
    if (isTextbookDuplicate(text, edited)) counts.textbook++
  }
  const { found, first, textbook } = counts
  return { recall: found / queries, first: first / Math.max(1, found), textbook: textbook / queries, ms }
}

/** How edited texts are found again among 50,000 titles, proposals and comments, and how long a question and an added text
 *  take. Beside it what the textbook's 4-grams across the words would let pass at best. */
export async function measureDuplicates({ quick }: AnalysisBench): Promise<Figure[]> {
  const [titles, barcelona] = [dataSet('stackoverflow-titles', 'titles.tsv'), dataSet('decidim-barcelona-2016')]
  if (titles === undefined || barcelona === undefined) return [missing('near-duplicates', 'not in DANDELION_DATASETS')]
  const texts = readTexts({ titles, barcelona, count: quick ? TEXTS / QUICK : TEXTS })
  const index = nearDuplicates.openNearDuplicates<number>()
  const addMs = texts.map((text, id) => {
    const from = performance.now()
    index.add(id, text)
    return performance.now() - from
  })
  const random = seededRandom(SEED)
  const edits = editsOf((from) => wordsOf(texts[below(from, texts.length)] ?? '')[0] ?? 'also')
  const queries = quick ? QUERIES / QUICK : QUERIES
  const asked = edits.map(({ name, edit }) => ({ name, ...ask(index, texts, { edit, random, queries }) }))
  return figuresOf(asked, addMs)
}

function figuresOf(asked: readonly (Asked & { readonly name: string })[], addMs: readonly number[]): Figure[] {
  const meanOf = (measure: 'recall' | 'first' | 'textbook'): number =>
    asked.reduce((sum, each) => sum + each[measure], 0) / asked.length
  const textbook = (share: number): string => `textbook ${share.toFixed(4)}`
  const name = (what: string): string => `near-duplicates, ${what}`
  const p99 = (ms: readonly number[]) => ({ value: percentile(ms, 99), bar: 2, unit: 'ms' })
  return [
    ...asked.map((edit) =>
      plain({ name: name(`${edit.name}: recall`), value: edit.recall, reference: textbook(edit.textbook) }),
    ),
    atLeast({ name: name('recall'), value: meanOf('recall'), bar: 0.98, reference: textbook(meanOf('textbook')) }),
    plain({ name: name('the text that was edited comes first'), value: meanOf('first') }),
    atMost({ name: name('p99 of a question'), ...p99(asked.flatMap(({ ms }) => ms)) }),
    atMost({ name: name('p99 of an added text'), ...p99(addMs) }),
  ]
}
