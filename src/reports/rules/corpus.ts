import type { Pair, Tally } from '../../rating/contract.ts'
import type { Citation, Quote, Vote } from './report.ts'
import { checkSum, sliceBytes } from './utf8.ts'

type Words = { readonly title: string | null; readonly body: string }

/** A contribution or reply as a report needs it, as it is now. Retracted ones have neither author nor words. */
export type Written = Words & {
  readonly id: string
  /** The contribution that begins its thread; itself for one. */
  readonly root: string
  /** What it answers; null for the beginning of a thread. */
  readonly parent: string | null
  readonly kind: string
  readonly author: string | null
  readonly language: string
  readonly postedAt: string
  readonly seed: boolean
  readonly version: number
  readonly retractedAt: string | null
}

/** A poll that is over and counted, as the jam's file tells it. `place`: what `of` is. */
export type CountedPoll = {
  readonly id: string
  readonly place: 'thread' | 'theme'
  readonly of: string
  readonly kind: 'single' | 'several' | 'ranked'
  readonly question: string
  readonly options: readonly string[]
  readonly endedAt: string
  readonly countedAt: string
  /** What everybody may see; null: fewer than five people voted. */
  readonly result: {
    readonly people: number
    readonly options: readonly {
      readonly option: number
      readonly rank: number | null
      readonly votes: number | null
    }[]
  } | null
}

/** A meeting whose sheet a host entered, as the jam's file tells it; `people` null: fewer than five. */
export type HeldMeeting = {
  readonly people: number | null
  readonly at: string
  readonly contributions: readonly string[]
}

/** An idea as the jam's file tells it: its sentence is not in a report, so that words that are taken back are gone from it. */
export type MadeIdea = {
  readonly id: string
  readonly sentence: string
  readonly language: string
  readonly mergedInto: string | null
  readonly withdrawnAt: string | null
  /** Null: a place kept for a small voice, in its author's own words. */
  readonly by: string | null
  readonly sources: readonly { readonly contribution: string; readonly consent: string }[]
}

/** A rating that is over and counted, as the jam's file tells it: how many gave an idea of five and more raters the same, and
 *  how those who rated both put ideas that are level. `simulated`: so many of the people; 0 where it would tell too much. */
export type CountedTallies = {
  readonly people: number
  readonly countedAt: string
  readonly simulated?: number | undefined
  readonly tallies: readonly (Tally & { readonly idea: string })[]
  readonly pairs: readonly Pair[]
}

/** What people wrote in a jam, in the order of its file, with earlier versions by `id version`. */
export type Corpus = {
  readonly written: ReadonlyMap<string, Written>
  readonly earlier: ReadonlyMap<string, Words>
  readonly votes: readonly Vote[]
  /** By the time they were asked. */
  readonly polls: readonly CountedPoll[]
  /** By the time they were entered. */
  readonly meetings: readonly HeldMeeting[]
  /** Standing ones first. */
  readonly ideas: readonly MadeIdea[]
  /** Null before it is counted, and where fewer than five rated. */
  readonly rating: CountedTallies | null
}

export function earlierKey({ id, version }: Citation): string {
  return `${id} ${version}`
}

/** The words of a version; undefined when they are not there (any more). */
export function wordsOf(corpus: Corpus, cited: Citation): Words | undefined {
  const written = corpus.written.get(cited.id)
  if (!written || written.retractedAt !== null) return undefined
  return cited.version === written.version ? written : corpus.earlier.get(earlierKey(cited))
}

/** The words of a quote, byte for byte; undefined when they were taken back, or are not those that were meant. */
export function quoted(corpus: Corpus, quote: Quote): string | undefined {
  const words = wordsOf(corpus, quote)?.[quote.part]
  if (words === undefined || words === null) return undefined
  const found = sliceBytes(words, quote.start, quote.end)
  return found !== undefined && checkSum(found) === quote.check ? found : undefined
}

/** What was taken back after the edition was made, in the order in which it happened: the errata. */
export function erasedSince(corpus: Corpus, madeAt: string): Written[] {
  const erased = [...corpus.written.values()].filter(({ retractedAt }) => retractedAt !== null && retractedAt > madeAt)
  return erased.sort((a, b) => compare(a.retractedAt ?? '', b.retractedAt ?? '') || compare(a.id, b.id))
}

/** Order by code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
