import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { nearDuplicates } from '../../src/analysis/index.ts'
import { type Random, seededRandom } from '../../src/analysis/seeded-random.ts'
import { type Figure, percentile } from '../figures.ts'

const TEXTS = 50_000
const QUERIES = 2_000
const LEAST_RECALL = 0.98
const MOST_MS = 2

type Edit = { readonly name: string; edit(words: readonly string[], random: Random): string[] }

const below = (random: Random, limit: number): number => Math.floor(random() * limit)

/** The edits that the bar names. Words added are drawn from other texts. */
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

/** Titles and Barcelona's texts in an order of the seed's, without those of fewer than three words. */
function readTexts(datasets: string, random: Random): string[] {
  const titles = readFileSync(join(datasets, 'stackoverflow-titles', 'titles.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  const barcelona = ['proposals', 'comments'].flatMap((name) => {
    const file = join(datasets, 'decidim-barcelona-2016', `${name}.jsonl.gz`)
    const rows: { title?: string; text: string }[] = gunzipSync(readFileSync(file))
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    return rows.flatMap(({ title, text }) => (title === undefined ? [text] : [title, text]))
  })
  return [...titles.map((line) => line.split('\t')[2] ?? ''), ...barcelona]
    .filter((text) => text.trim().split(/\s+/).length >= 3)
    .map((text) => ({ text, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, TEXTS)
    .map(({ text }) => text)
}

type Index = ReturnType<typeof nearDuplicates.openNearDuplicates<number>>

/** The textbook's measure, for comparison: Jaccard similarity of the 4-grams of the whole text, in lower case. */
function isTextbookDuplicate(left: string, right: string): boolean {
  const [one, two] = [left, right].map((text) => {
    const plain = text.toLowerCase().replace(/\s+/g, ' ').trim()
    return new Set(Array.from({ length: Math.max(1, plain.length - 3) }, (_, at) => plain.slice(at, at + 4)))
  })
  if (one === undefined || two === undefined) return false
  return one.intersection(two).size / one.union(two).size >= nearDuplicates.nearDuplicateThreshold
}

/** The share of edited texts whose text is found, how often it is the first answer, what the textbook's measure would let pass
 *  at best, and each question's time. An equal text before counts as the text itself. */
function ask(index: Index, texts: readonly string[], { edit, random }: { edit: Edit['edit']; random: Random }) {
  const ms: number[] = []
  const counts = { found: 0, first: 0, textbook: 0 }
  for (let query = 0; query < QUERIES; query++) {
    const id = below(random, texts.length)
    const text = texts[id] ?? ''
    const edited = edit(text.trim().split(/\s+/), random).join(' ')
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
  return { recall: found / QUERIES, first: first / Math.max(1, found), textbook: textbook / QUERIES, ms }
}

/** Recall by edit and time of a question among 50,000 texts, and of filling them in. Without the data sets: nothing. */
export function measureDuplicates(datasets: string): Figure[] {
  if (!existsSync(join(datasets, 'stackoverflow-titles')) || !existsSync(join(datasets, 'decidim-barcelona-2016'))) {
    process.stderr.write(`Near-duplicates are not measured: no titles and Barcelona texts in ${datasets}.\n`)
    return []
  }
  const random = seededRandom(1)
  const texts = readTexts(datasets, random)
  const index = nearDuplicates.openNearDuplicates<number>()
  const addMs = texts.map((text, id) => {
    const from = performance.now()
    index.add(id, text)
    return performance.now() - from
  })
  const edits = editsOf((from) => texts[below(from, texts.length)]?.trim().split(/\s+/)[0] ?? 'also')
  const asked = edits.map(({ name, edit }) => ({ name, ...ask(index, texts, { edit, random }) }))
  return figuresOf(asked, addMs)
}

type Asked = ReturnType<typeof ask> & { readonly name: string }

function figuresOf(asked: readonly Asked[], addMs: readonly number[]): Figure[] {
  const meanOf = (measure: 'recall' | 'first' | 'textbook'): number =>
    asked.reduce((sum, each) => sum + each[measure], 0) / asked.length
  const mean = meanOf('recall')
  const findMs = asked.flatMap(({ ms }) => ms)
  const plain = (name: string, value: string): Figure => ({ name, ours: value, bare: '', bar: '', value, met: null })
  return [
    ...asked.map(({ name, recall, textbook }) => ({
      ...plain(`near-duplicates, ${name}: recall`, recall.toFixed(4)),
      bare: textbook.toFixed(4),
    })),
    {
      ...plain('near-duplicates, all edits: recall', mean.toFixed(4)),
      bare: meanOf('textbook').toFixed(4),
      bar: `>= ${LEAST_RECALL}`,
      met: mean >= LEAST_RECALL,
    },
    plain('near-duplicates, first answer is the text that was edited', meanOf('first').toFixed(4)),
    ...[
      { name: 'asking', ms: findMs },
      { name: 'adding', ms: addMs },
    ].map(({ name, ms }) => ({
      ...plain(`near-duplicates, ${name} among 50,000: p99`, `${percentile(ms, 99).toFixed(3)} ms`),
      bar: `<= ${MOST_MS} ms`,
      met: percentile(ms, 99) <= MOST_MS,
    })),
  ]
}
