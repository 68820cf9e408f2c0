import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { seededRandom, shuffledOrder } from '../src/analysis/seeded-random.ts'
import { dataSet } from './analysis/data-sets.ts'

/** A text of a real data set; `label` is its subject, where that is known. */
export type RealText = { readonly text: string; readonly label: string; readonly author?: string | undefined }

/** Short titles of 20 subjects, or undefined where this machine has none. */
export function readTitles(): RealText[] | undefined {
  const file = dataSet('stackoverflow-titles', 'titles.tsv')
  if (file === undefined) return undefined
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  return lines.map((line) => {
    const [, label = '', text = ''] = line.split('\t')
    return { label, text }
  })
}

type Contribution = {
  readonly title?: string
  readonly text: string
  readonly author?: string
  readonly created_at: string
}

/** Contributions of a city in two languages, in the order of writing; undefined where this machine has none. */
export function readBarcelona(): RealText[] | undefined {
  const files = ['proposals', 'comments'].map((name) => dataSet('decidim-barcelona-2016', `${name}.jsonl.gz`))
  const rows: Contribution[] = []
  for (const file of files) {
    if (file === undefined) return undefined
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')
    for (const line of lines) rows.push(JSON.parse(line))
  }
  rows.sort((a, b) => (a.created_at < b.created_at ? -1 : 1))
  return rows.map(({ title, text, author }) => ({ text: title ? `${title}. ${text}` : text, author, label: 'none' }))
}

export function shuffle<T>(list: readonly T[], seed: number): T[] {
  return Array.from(shuffledOrder(list.length, seededRandom(seed)), (at) => list[at] as T)
}

/** More texts of the same kind: the words of two, mixed. */
export function enlarge(texts: readonly RealText[], count: number): RealText[] {
  const random = seededRandom(1)
  const more = Array.from({ length: Math.max(0, count - texts.length) }, (_, at) => {
    const [one, other] = [texts[at % texts.length], texts[Math.floor(random() * texts.length)]]
    const words = [...(one?.text ?? '').split(' ').slice(1), ...(other?.text ?? '').split(' ').slice(0, 2)]
    return { text: words.join(' '), label: 'none' }
  })
  return [...texts, ...more]
}
