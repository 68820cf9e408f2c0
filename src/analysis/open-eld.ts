import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/small'

type Detector = typeof eld
/** What each language (by its number) scores for a group of letters. */
type Scores = Record<string, number>
export type LetterGroups = {
  readonly type: string
  /** The code of each language by its number. */
  readonly languages: Readonly<Record<string, string>>
  /** By group of letters. */
  readonly ngrams: Readonly<Record<string, Scores | undefined>>
}
type Package = { createEld(): { instance: Detector; loadData(data: LetterGroups): void } }

const require = createRequire(import.meta.url)
/** Where the package has its sources: what `eld/small` is lies in a folder of them. */
const fileOf = (name: string): string => fileURLToPath(import.meta.resolve('eld/small').replace(/[^/]+[/][^/]+$/, name))

// One group: 'name':{number:score, ...} with the name in quotes where it is no word.
const GROUP = /(?:'((?:[^'\\]|\\.)*)'|([^',{}:]+)):\{([\d:,]+)\}/g

function scoresFrom(text: string): Scores {
  const scores: Scores = {}
  for (const pair of text.split(',')) {
    const [language = '', score] = pair.split(':')
    scores[language] = Number(score)
  }
  return scores
}

/** Reads the source of a module of eld's data: an object of 81,206 small objects, which V8 takes a second and 110 MB to
 *  evaluate. Here a group stays a piece of text until it is first asked for, which few of them ever are: a fifth of both. */
export function readLetterGroups(source: string): LetterGroups {
  const from = source.indexOf('ngrams:{') + 'ngrams:{'.length
  const groups = new Map<string, string | Scores>()
  GROUP.lastIndex = from
  for (let found = GROUP.exec(source); found; found = GROUP.exec(source)) {
    const [, quoted, bare, scores = ''] = found
    groups.set(bare ?? quoted?.replaceAll('\\', '') ?? '', scores)
  }
  const scoresOf = (group: string): Scores | undefined => {
    const known = groups.get(group)
    if (typeof known !== 'string') return known
    const scores = scoresFrom(known)
    groups.set(group, scores)
    return scores
  }
  const head = source.slice(0, from)
  return {
    type: /type:'(\w+)'/.exec(head)?.[1] ?? '',
    languages: Object.fromEntries([...head.matchAll(/(\d+):'(\w+)'/g)].map(([, number, code]) => [number, code])),
    ngrams: new Proxy({}, { get: (_, group) => scoresOf(String(group)) }),
  }
}

/** eld with its small set of data, as `eld/small` gives it. */
export function openEld(): Detector {
  const { createEld } = require(fileOf('languageDetector.js')) as Package
  const { instance, loadData } = createEld()
  loadData(readLetterGroups(readFileSync(fileOf('ngrams/small.js'), 'utf8')))
  return instance
}
