import type { themes } from '../src/analysis/index.ts'
import { type Random, seededRandom } from '../src/analysis/seeded-random.ts'

/** Texts on known subjects: how many subjects, texts on each, and how many people write in turns. */
export type Planted = {
  readonly subjects: number
  readonly each: number
  readonly seed?: number
  readonly people?: number
  readonly language?: string
}

const SUBJECT_WORDS = 12
const COMMON_WORDS = 30
const CONSONANTS = 'bdfgklmnprtv'
const VOWELS = 'aiou'

const pick = <T>(from: ArrayLike<T>, random: Random): T => from[Math.floor(random() * from.length)] as T

/** Four syllables without endings that a stemmer takes off. */
function makeWord(random: Random): string {
  return Array.from({ length: 4 }, () => `${pick(CONSONANTS, random)}${pick(VOWELS, random)}`).join('')
}

const makeWords = (many: number, random: Random): string[] => Array.from({ length: many }, () => makeWord(random))

/** Texts of made-up words, four of their subject and four that all use, mixed; and the subject of each. The same
 *  arguments make the same texts; with more of `each` the first ones stay. */
export function plantTexts(planted: Planted): { entries: themes.TextEntry[]; subjectOf: Int32Array } {
  const random = seededRandom(planted.seed ?? 1)
  const common = makeWords(COMMON_WORDS, random)
  const subjects = Array.from({ length: planted.subjects }, () => makeWords(SUBJECT_WORDS, random))
  const count = planted.subjects * planted.each
  const subjectOf = Int32Array.from({ length: count }, (_, at) => at % planted.subjects)
  const entries = Array.from(subjectOf, (subject, at) => {
    const own = subjects[subject] ?? []
    const words = Array.from({ length: 8 }, (_, place) => pick(place % 2 === 0 ? own : common, random))
    const author = `person ${at % (planted.people ?? count)}`
    return { id: `text ${at}`, text: `${words.join(' ')}.`, author, language: planted.language ?? 'en' }
  })
  return { entries, subjectOf }
}
