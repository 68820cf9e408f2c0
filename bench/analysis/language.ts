import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { detectLanguage } from '../../src/analysis/index.ts'
import type { Figure } from '../figures.ts'
import { atLeast, missing, plain } from './bar.ts'
import { type AnalysisBench, dataSet, timed } from './data-sets.ts'

type Sample = { text: string; language: string; likely: string[] }
type Bar = { name: string; isIn(sample: Sample): boolean; least: number }

const SHORT = 30
const ONE_LINE = 140

const consultations: readonly [string, string][] = [
  ['american-assembly.bowling-green', 'en'],
  ['15-per-hour-seattle', 'en'],
  ['scoop-hivemind.biodiversity', 'en'],
  ['austria-climate.5twd2jsnkf.2022-08-08', 'de'],
  ['vtaiwan.uberx', 'zh'],
]

const bars: readonly Bar[] = [
  { name: 'short texts (up to 140 characters)', isIn: ({ text }) => text.length <= ONE_LINE, least: 0.97 },
  { name: 'under 30 characters', isIn: ({ text }) => text.length < SHORT, least: 0.9 },
  { name: 'longer texts', isIn: ({ text }) => text.length > ONE_LINE, least: 0.97 },
]

/** Words that the other language of the two does not have. */
const catalan = new Set(
  'amb els dels i als és són aquest aquesta però més tots també perquè uns unes seva seves cal'.split(' '),
)
const spanish = new Set('con los las y para más pero este muy sin también donde unos unas sus hacer el hay'.split(' '))
const CLEAR = 4
const CLEARER = 6

function catalanOrSpanish(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const ca = words.filter((word) => catalan.has(word)).length
  const es = words.filter((word) => spanish.has(word)).length
  if (ca >= CLEAR && ca >= CLEARER * es) return 'ca'
  return es >= CLEAR && es >= CLEARER * ca ? 'es' : undefined
}

function polisSamples(folderOfSets: string): Sample[] {
  return consultations.flatMap(([folder, language]) => {
    const bytes = readFileSync(join(folderOfSets, folder, 'comments.csv'))
    const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true })
    return rows.map((row) => ({ text: row['comment-body'] ?? '', language, likely: [language] }))
  })
}

function barcelonaSamples(folder: string): Sample[] {
  const rowsOf = (name: string): { title?: string; text: string }[] => {
    const text = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString()
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  }
  return [...rowsOf('proposals'), ...rowsOf('comments')].flatMap(({ title, text }) => {
    const language = catalanOrSpanish(text)
    return language ? [{ text: title ?? text, language, likely: ['ca', 'es'] }] : []
  })
}

/** Without two letters beside addresses there is no language to tell. */
function hasWords({ text }: Sample): boolean {
  return (text.replace(/https?:\/\/\S+|\[url removed\]/gu, '').match(/\p{L}/gu)?.length ?? 0) >= 2
}

function shareRight(samples: readonly Sample[], withLikely: boolean): number {
  const right = samples.filter(
    ({ text, language, likely }) => detectLanguage(text, withLikely ? likely : []).language === language,
  )
  return right.length / samples.length
}

/** How well the language of real contributions is told, knowing which languages are written where they stand. What is
 *  right: each Polis consultation has one language; a title of Barcelona has that of its text, whose words tell it. */
export async function measureLanguage(_: AnalysisBench): Promise<Figure[]> {
  const [polis, barcelona] = [dataSet('polis'), dataSet('decidim-barcelona-2016')]
  if (polis === undefined || barcelona === undefined) return [missing('language', 'not in DANDELION_DATASETS')]
  const samples = [...polisSamples(polis), ...barcelonaSamples(barcelona)].filter(hasWords)
  const figures = bars.flatMap(({ name, isIn, least }) => {
    const inBar = samples.filter(isIn)
    return [
      atLeast({ name: `language of ${name}, ${inBar.length} of them`, value: shareRight(inBar, true), bar: least }),
      plain({ name: `language of ${name}, the hub's languages not known`, value: shareRight(inBar, false) }),
    ]
  })
  const { seconds } = timed(() => {
    for (const { text, likely } of samples) detectLanguage(text, likely)
  })
  return [...figures, plain({ name: 'language of one text', value: (1000 * seconds) / samples.length, unit: 'ms' })]
}
