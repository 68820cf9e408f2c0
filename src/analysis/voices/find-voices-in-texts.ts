import { foldDuplicates } from '../near-duplicates/fold-duplicates.ts'
import { addText, openCorpus } from '../text/corpus.ts'
import { findNeighbours } from '../text/find-neighbours.ts'
import type { SparseRows } from '../text/sparse-rows.ts'
import { weighRows } from '../text/weigh-rows.ts'
import { findOutlying, type OutlyingText } from './find-outlying.ts'
import { findPockets, type Pocket } from './find-pockets.ts'
import { nearestCentroids } from './nearest-centroids.ts'

/** A text with its language (BCP 47 primary tag); who wrote it, from which group, and in which theme it stands, as numbers from
 *  0 (-1: not known, or in no theme). */
export type VoicedText = {
  readonly text: string
  readonly language: string
  readonly person: number
  readonly group: number
  readonly theme: number
}

const neighboursOfText = 15

/** Pockets and outlying texts of all languages, with positions in `texts`; pockets with the most people first. Copies are
 *  looked at once. Takes about 0.2 ms a text. */
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
  const of = (part: 'person' | 'group' | 'theme') => Int32Array.from(places, (at) => texts[at]?.[part] ?? -1)
  const facts = { people: of('person'), groups: of('group'), themes: of('theme') }
  const placeOf = (text: number): number => places[text] ?? -1
  const pockets = findPockets({ neighbours: findNeighbours(rows, neighboursOfText), ...facts, seed })
  const nearest = nearestCentroids(rows, facts.themes)
  const outlying = findOutlying({ nearest, words: wordsOf(rows, places.length), ...facts })
  return {
    pockets: pockets.map((pocket) => ({ ...pocket, texts: pocket.texts.map(placeOf) })),
    outlying: outlying.map((each) => ({ ...each, text: placeOf(each.text) })),
  }
}

function wordsOf({ starts }: SparseRows, texts: number): Int32Array {
  return Int32Array.from({ length: texts }, (_, text) => (starts[text + 1] ?? 0) - (starts[text] ?? 0))
}
