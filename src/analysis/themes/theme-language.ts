import type { Csr } from '../network/csr.ts'
import type { Neighbours } from '../text/find-neighbours.ts'
import type { SparseRows } from '../text/sparse-rows.ts'
import { scaleColumns } from '../text/take-rows.ts'
import { countTerms, weighRows } from '../text/weigh-rows.ts'
import { buildThemeGraph, type PositionTies } from './build-theme-graph.ts'
import { chooseView, neighboursIn, plainFactors, type View } from './choose-view.ts'
import { findPartition } from './find-partition.ts'
import { findVectorNeighbours } from './find-vector-neighbours.ts'
import { type LanguageTexts, languageSize } from './open-language.ts'
import type { ResolvedConstraints } from './resolve-constraints.ts'
import { splitSubthemes } from './split-subthemes.ts'
import type { ThemeStep } from './theme-types.ts'

/** All that decides about the themes of one language. Texts are numbered within it. */
export type ThemeLanguage = {
  readonly texts: LanguageTexts
  readonly ties: PositionTies
  readonly constraints: ResolvedConstraints
  /** The theme of each text before, -1 for none; undefined at the first time. */
  readonly start: Int32Array | undefined
  readonly seed: number
  readonly neighbours: number
  readonly leastPeople: number
  readonly wantedThemes: number | undefined
  /** The vectors of all texts, where an embedder gave them. */
  readonly vectors: readonly Float32Array[] | undefined
  peopleIn(texts: readonly number[]): number
  progress(step: ThemeStep): void
}

/** The themes of a language: `rows` are the texts by the words that carry subjects. */
export type LanguageThemes = {
  readonly themeOf: Int32Array
  readonly subthemeOf: Int32Array
  readonly themes: number
  readonly rows: SparseRows
  readonly counts: SparseRows
}

/** The view is chosen anew when there are this many times the texts of the last choice. */
const ANEW_GROWTH = 1.5

/** Finds themes and subthemes, and remembers in `texts.choice` by which view and at which resolution. */
export function themeLanguage(input: ThemeLanguage): LanguageThemes {
  const { texts, progress } = input
  progress('weights')
  const counts = countTerms(texts.corpus)
  const plain = weighRows(texts.corpus)
  const kept = keptChoice(texts)
  const chosen = kept?.view ?? viewFor(input, { rows: plain, counts })
  const view = { ...chosen, factors: fillUnknown(chosen.factors, plain.width) }
  progress('neighbours')
  const graph = buildThemeGraph(neighboursOf(input, view, plain), input.ties)
  progress('communities')
  const partition = findPartition({ ...input, graph, resolution: kept?.resolution })
  texts.choice = kept ?? { view: chosen, resolution: partition.resolution, texts: languageSize(texts) }
  return { ...divide(input, graph, partition.themeOf), rows: scaleColumns(plain, view.factors), counts }
}

function keptChoice(texts: LanguageTexts): LanguageTexts['choice'] {
  const { choice } = texts
  return choice !== undefined && languageSize(texts) < choice.texts * ANEW_GROWTH ? choice : undefined
}

function viewFor(input: ThemeLanguage, weighed: { rows: SparseRows; counts: SparseRows }): View {
  if (input.vectors) return { factors: plainFactors(weighed.rows.width), subjects: undefined }
  return chooseView(weighed, input)
}

/** Words that nothing is known of, as they came since or were not among the texts looked at, count like the mean. */
function fillUnknown(factors: Float64Array, width: number): Float64Array {
  const known = factors.filter((factor) => factor > 0)
  const mean = known.length === 0 ? 1 : known.reduce((sum, factor) => sum + factor, 0) / known.length
  return Float64Array.from({ length: width }, (_, term) => factors[term] || mean)
}

function neighboursOf({ vectors, neighbours }: ThemeLanguage, view: View, rows: SparseRows): Neighbours {
  return vectors ? findVectorNeighbours(vectors, neighbours) : neighboursIn(view, rows, neighbours)
}

function divide(input: ThemeLanguage, graph: Csr, themeOf: Int32Array): Omit<LanguageThemes, 'rows' | 'counts'> {
  const themes = themeOf.reduce((most, theme) => Math.max(most, theme + 1), 0)
  const { seed, leastPeople } = input
  const peopleIn = (texts: readonly number[]): number => input.peopleIn(texts)
  return { themeOf, themes, subthemeOf: splitSubthemes({ graph, themeOf, themes, seed, leastPeople, peopleIn }) }
}
