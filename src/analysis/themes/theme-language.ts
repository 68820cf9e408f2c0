import type { Csr } from '../network/csr.ts'
import type { Neighbours } from '../text/find-neighbours.ts'
import type { SparseRows } from '../text/sparse-rows.ts'
import { scaleColumns } from '../text/take-rows.ts'
import { countTerms, weighRows } from '../text/weigh-rows.ts'
import { buildThemeGraph, type PositionTies } from './build-theme-graph.ts'
import { chooseView, neighboursIn, plainFactors, type View, type WeighedTexts } from './choose-view.ts'
import { findPartition } from './find-partition.ts'
import { findVectorNeighbours } from './find-vector-neighbours.ts'
import { matchThemes } from './match-themes.ts'
import { type LanguageChoice, type LanguageTexts, languageSize } from './open-language.ts'
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
/** A new view waits when it would move more than a fifth of all texts at once, */
const LEAST_KEPT = 0.82
/** but not for ever: a view of so few of the texts is stale. */
const STALE_GROWTH = 10

/** Finds themes and subthemes, and remembers in `texts.choice` by which view and at which resolution. */
export function themeLanguage(input: ThemeLanguage): LanguageThemes {
  const { texts, progress } = input
  progress('weights')
  const weighed = { counts: countTerms(texts.corpus), rows: weighRows(texts.corpus) }
  const { choice } = texts
  const growth = choice === undefined ? Number.POSITIVE_INFINITY : languageSize(texts) / choice.texts
  if (choice !== undefined && growth < ANEW_GROWTH) return themeBy(input, weighed, choice)
  const fresh = themeBy(input, weighed, { view: viewFor(input, weighed), texts: languageSize(texts) })
  if (choice === undefined || growth >= STALE_GROWTH || keepsThemes(input, fresh)) return fresh
  return themeBy(input, weighed, choice)
}

type Chosen = Omit<LanguageChoice, 'resolution'> & Partial<LanguageChoice>

function themeBy(input: ThemeLanguage, { rows: plain, counts }: WeighedTexts, chosen: Chosen): LanguageThemes {
  const { texts, progress } = input
  const view = { ...chosen.view, factors: fillUnknown(chosen.view.factors, plain.width) }
  progress('neighbours')
  const graph = buildThemeGraph(neighboursOf(input, view, plain), input.ties)
  progress('communities')
  const { themeOf, resolution } = findPartition({ ...input, graph, resolution: chosen.resolution })
  texts.choice = { ...chosen, resolution }
  return { ...divide(input, graph, themeOf), rows: scaleColumns(plain, view.factors), counts }
}

/** Whether nearly all texts that had a theme would keep it. */
function keepsThemes({ start }: ThemeLanguage, { themeOf, themes }: LanguageThemes): boolean {
  if (start === undefined) return true
  const earlier = Array.from({ length: Math.max(0, ...start) + 1 }, (_, at) => ({
    id: `${at}`,
    label: '',
    isPinned: false,
  }))
  const { ids } = matchThemes({ earlier, before: start, after: themeOf, themes, nextId: () => '' })
  const [had, kept] = [
    start.filter((theme) => theme >= 0),
    start.filter((theme, at) => ids[themeOf[at] ?? -1] === `${theme}`),
  ]
  return kept.length >= had.length * LEAST_KEPT
}

function viewFor(input: ThemeLanguage, weighed: WeighedTexts): View {
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
