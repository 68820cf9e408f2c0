import { foldDuplicates } from '../near-duplicates/fold-duplicates.ts'
import { addText, openCorpus } from '../text/corpus.ts'
import { findNeighbours } from '../text/find-neighbours.ts'
import type { SparseRows } from '../text/sparse-rows.ts'
import { weighRows } from '../text/weigh-rows.ts'
import { findOutlying, type OutlyingText } from './find-outlying.ts'
import { findPockets } from './find-pockets.ts'
import type { Pocket } from './measure-pocket.ts'
import { nearestCentroids } from './nearest-centroids.ts'

/** A text with its language (BCP 47 primary tag); who wrote it, from which groups, and in which theme it stands, as numbers from
 *  0 (-1: not known, or in no theme). `groups`: one for each way in which people are grouped, such as hub and time zone, in
 *  the same order for all texts and with different numbers for different ways. */
export type VoicedText = {
  readonly text: string
  readonly language: string
  readonly person: number
  readonly groups: readonly number[]
  readonly theme: number
}

const neighboursOfText = 15

/** Pockets and outlying texts of all languages, with positions in `texts`; pockets with the most people first. A pocket that
 *  two ways of grouping find is that of the first. Outlying texts are named by the first alone. Copies are looked at once.
 *  Takes about 0.2 ms a text. */
export function findVoicesInTexts(
  texts: readonly VoicedText[],
  seed: number,
): { readonly pockets: Pocket[]; readonly outlying: OutlyingText[] } {
  const languages = Map.groupBy(withoutCopies(texts), (at) => texts[at]?.language ?? 'und')
  const found = [...languages].map(([language, places]) => findInLanguage(texts, { language, places, seed }))
  return {
    pockets: found.flatMap(({ pockets }) => pockets).sort((a, b) => b.people - a.people),
    outlying: found.flatMap(({ outlying }) => outlying).sort((a, b) => a.rank - b.rank || a.nearest - b.nearest),
  }
}

function withoutCopies(texts: readonly VoicedText[]): number[] {
  const folds = foldDuplicates(texts.map(({ text }, id) => ({ id, text })))
  const copies = new Set(folds.flatMap(({ head, members }) => members.map(({ id }) => id).filter((id) => id !== head)))
  return [...texts.keys()].filter((at) => !copies.has(at))
}

type OfLanguage = { readonly language: string; readonly places: readonly number[]; readonly seed: number }

function findInLanguage(texts: readonly VoicedText[], { language, places, seed }: OfLanguage) {
  const corpus = openCorpus(language)
  for (const at of places) addText(corpus, texts[at]?.text ?? '')
  const rows = weighRows(corpus)
  const of = (part: (text: VoicedText) => number | undefined) =>
    Int32Array.from(places, (at) => (texts[at] && part(texts[at])) ?? -1)
  const facts = { people: of(({ person }) => person), themes: of(({ theme }) => theme) }
  const ways = (texts[places[0] ?? -1]?.groups ?? []).map((_, way) => of(({ groups }) => groups[way]))
  const placeOf = (text: number): number => places[text] ?? -1
  const neighbours = findNeighbours(rows, neighboursOfText)
  const pockets = eachOnce(ways.flatMap((groups) => findPockets({ neighbours, ...facts, groups, seed })))
  const nearest = nearestCentroids(rows, facts.themes)
  const outlying = findOutlying({
    nearest,
    words: wordsOf(rows, places.length),
    people: facts.people,
    groups: ways[0] ?? new Int32Array(places.length).fill(-1),
  })
  return {
    pockets: pockets.map((pocket) => ({ ...pocket, texts: pocket.texts.map(placeOf) })),
    outlying: outlying.map((each) => ({ ...each, text: placeOf(each.text) })),
  }
}

/** Without those of which half the texts stand in an earlier one. */
function eachOnce(pockets: readonly Pocket[]): Pocket[] {
  const known = new Set<number>()
  return pockets.filter(({ texts }) => {
    const isNew = texts.filter((text) => known.has(text)).length < texts.length / 2
    for (const text of texts) known.add(text)
    return isNew
  })
}

function wordsOf({ starts }: SparseRows, texts: number): Int32Array {
  return Int32Array.from({ length: texts }, (_, text) => (starts[text + 1] ?? 0) - (starts[text] ?? 0))
}
