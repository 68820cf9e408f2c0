import { type Random, seededRandom } from '../src/analysis/seeded-random.ts'
import {
  attributes,
  campaignText,
  circumstances,
  clauses,
  endings,
  openings,
  smallWords,
  topicWords,
} from './planted-words.ts'

/** A text of a planted conversation. `topic` is the truth: that of topicWords, 'small' or 'campaign'. */
export type PlantedText = {
  readonly id: string
  readonly text: string
  readonly author: string
  readonly group: string
  readonly atMs: number
  readonly topic: string
}

export type PlantedWishes = {
  readonly seed: number
  /** Texts in all; 30,000 when absent. */
  readonly texts?: number
  /** The small voice: 90 texts by 40 people of one group when absent. */
  readonly small?: { readonly texts: number; readonly people: number }
  /** Near-identical texts by few people within six hours; none when absent. */
  readonly campaign?: { readonly texts: number; readonly people: number }
}

const groups = 12
const peopleOfGroup = 500
const smallGroup = 7
const startMs = Date.UTC(2026, 2, 2, 8)
const hourMs = 3_600_000
const hours = 72

/** A conversation of 72 hours in which a small voice, and if wished a campaign, is planted; in the order of writing. The same
 *  seed gives the same texts. */
export function plantVoices(wishes: PlantedWishes): PlantedText[] {
  const random = seededRandom(wishes.seed)
  const { texts = 30_000, small = { texts: 90, people: 40 }, campaign = { texts: 0, people: 0 } } = wishes
  const usual = Array.from({ length: texts - small.texts - campaign.texts }, () => usualText(random))
  const quiet = Array.from({ length: small.texts }, (_, n) => smallText(random, n % small.people))
  const copies = Array.from({ length: campaign.texts }, (_, n) => copiedText(random, n % campaign.people))
  return [...usual, ...quiet, ...copies].sort((a, b) => a.atMs - b.atMs).map((text, n) => ({ ...text, id: `t${n}` }))
}

type Unnumbered = Omit<PlantedText, 'id'>

function usualText(random: Random): Unnumbered {
  const topics = Object.keys(topicWords)
  // The first topics are spoken of more than the last, as everywhere.
  const topic = topics[Math.floor(random() ** 1.5 * topics.length)] ?? 'meetings'
  const words = (topicWords[topic] ?? '').split(' ')
  const person = Math.floor(random() ** 2 * peopleOfGroup)
  const text = sentence(random, () => pick(random, words))
  return { text, ...writtenBy(Math.floor(random() * groups), person), atMs: anyTime(random), topic }
}

function smallText(random: Random, nth: number): Unnumbered {
  const own = smallWords.own.split(' ')
  const shared = smallWords.shared.split(' ')
  let ownNext = true
  const word = (): string => {
    ownNext = !ownNext
    return ownNext ? pick(random, shared) : pick(random, own)
  }
  return { text: sentence(random, word), ...writtenBy(smallGroup, nth * 3), atMs: anyTime(random), topic: 'small' }
}

function copiedText(random: Random, nth: number): Unnumbered {
  const atMs = startMs + 30 * hourMs + Math.floor(random() * 6 * hourMs)
  return { text: editSlightly(campaignText, random), ...writtenBy(nth % groups, nth * 7), atMs, topic: 'campaign' }
}

function writtenBy(group: number, person: number): { author: string; group: string } {
  return { author: `p${group}-${person}`, group: `g${group}` }
}

function anyTime(random: Random): number {
  return startMs + Math.floor(random() * hours * hourMs)
}

function sentence(random: Random, word: () => string): string {
  const richWord = (): string => (random() < 0.4 ? `${pick(random, attributes.split(' '))} ${word()}` : word())
  const around = pick(random, circumstances).replace('#', () => String(2 + Math.floor(random() * 40)))
  const parts = [pick(random, openings), pick(random, clauses), around, pick(random, endings)]
  if (random() < 0.5) parts.splice(2, 0, `, and ${pick(random, clauses)}`)
  return `${parts.join(' ').replace(/#/g, richWord).replaceAll(' ,', ',')}.`
}

/** One of the edits by which copies differ: case, a word dropped, words added, two words swapped. */
export function editSlightly(text: string, random: Random): string {
  const words = text.split(' ')
  const at = Math.floor(random() * Math.max(1, words.length - 1))
  const edits = [
    () => words.map((word, n) => (n === at ? word.toUpperCase() : word)),
    () => words.toSpliced(at, words.length > 1 ? 1 : 0),
    () => words.toSpliced(at, 0, pick(random, ['really', 'now', 'again', 'please'])),
    () => [...words, pick(random, ['Thank you.', 'Pass it on!', 'Enough is enough.'])],
    () => words.toSpliced(at, 2, ...words.slice(at, at + 2).reverse()),
  ]
  return pick(random, edits)().join(' ')
}

function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)]
  if (picked === undefined) throw new RangeError('There is nothing to pick from.')
  return picked
}
