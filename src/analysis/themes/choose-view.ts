import { findCommunities } from '../network/communities.ts'
import { findNeighbours, type Neighbours } from '../text/find-neighbours.ts'
import { rowCount, type SparseRows } from '../text/sparse-rows.ts'
import { scaleColumns, takeRows } from '../text/take-rows.ts'
import { buildThemeGraph, noTies } from './build-theme-graph.ts'
import { type Factorisation, factoriseRows, loadRows } from './factorise-rows.ts'
import { gateNeighbours } from './gate-neighbours.ts'
import { partitionEvidence } from './partition-evidence.ts'
import { weighTellingWords } from './weigh-telling-words.ts'

/** Texts to weigh: `rows` of length 1, `counts` of the same words. */
export type WeighedTexts = { readonly rows: SparseRows; readonly counts: SparseRows }

/** `wantedThemes` is how many subjects to look for, if that is known. */
export type ChooseView = {
  readonly seed: number
  readonly neighbours: number
  readonly wantedThemes?: number | undefined
}

/** How texts are compared: a factor for each word (0 where nothing is known of it), and subjects that two texts
 *  should share. */
export type View = { readonly factors: Float64Array; readonly subjects: Factorisation | undefined }

/** A view settles on this many texts, and on fewer where they are long; more would only cost time. */
const MOST_TEXTS = 20_000
const MOST_WORDS = 120_000
/** Texts with fewer words that count (about half of all words) are short: a title has too few to be compared as they
 *  are. */
const SHORT_WORDS = 8
/** Parts smaller than this share of all texts are too small to tell words by. */
const LEAST_PART_SHARE = 0.01
const LEAST_PART_TEXTS = 5
const MOST_PARTS = 60

/** The view in which texts show their subjects best. Neighbours by words alone mix subjects: short texts by words
 *  such as "using", long ones by what they share by the way. A factorisation begun from the communities of
 *  neighbours tells which words carry subjects and which subjects a text is made of. Short texts are then compared
 *  by words that tell, with and without shared subjects; long ones by all words with shared subjects; or all as they
 *  are: the view is taken whose communities explain the words best (`partitionEvidence`). */
export function chooseView(texts: WeighedTexts, options: ChooseView): View {
  const { rows, counts } = sampleOf(texts)
  const plain: View = { factors: plainFactors(rows.width), subjects: undefined }
  const neighbours = findNeighbours(rows, options.neighbours)
  const first = communitiesOf(neighbours, options)
  const parts = countParts(first, options.wantedThemes)
  if (parts < 2) return plain
  const start = first.map((community) => (community < parts ? community : -1))
  const subjects = factoriseRows(rows, { parts, start, seed: options.seed })
  const others = othersFor(rows, subjects, neighbours)
  const partitions = [first, ...others.map((other) => communitiesOf(other.neighbours, options))]
  const evidence = partitions.map((partition) => partitionEvidence(counts, partition))
  return [plain, ...others.map(({ view }) => view)][evidence.indexOf(Math.max(...evidence))] ?? plain
}

/** Every word counts the same. */
export function plainFactors(width: number): Float64Array {
  return new Float64Array(width).fill(1)
}

/** The neighbours of rows as a view sees them; `rows` are as they were before any view. */
export function neighboursIn({ factors, subjects }: View, rows: SparseRows, most: number): Neighbours {
  const neighbours = findNeighbours(scaleColumns(rows, factors), most)
  return subjects === undefined ? neighbours : gateNeighbours(neighbours, loadRows(rows, subjects), subjects.parts)
}

type Seen = { readonly view: View; readonly neighbours: Neighbours }

function othersFor(rows: SparseRows, subjects: Factorisation, plain: Neighbours): Seen[] {
  const loads = loadRows(rows, subjects)
  const gated = (factors: Float64Array, neighbours: Neighbours): Seen => {
    return { view: { factors, subjects }, neighbours: gateNeighbours(neighbours, loads, subjects.parts) }
  }
  if (medianLength(rows) >= SHORT_WORDS) return [gated(plainFactors(rows.width), plain)]
  const factors = weighTellingWords(rows, subjects.partOf)
  const neighbours = findNeighbours(scaleColumns(rows, factors), plain.most)
  return [{ view: { factors, subjects: undefined }, neighbours }, gated(factors, neighbours)]
}

function medianLength({ starts }: SparseRows): number {
  const lengths = Int32Array.from(
    { length: starts.length - 1 },
    (_, row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0),
  )
  return lengths.sort()[lengths.length >> 1] ?? 0
}

/** Every so many-th text, so that all times of writing are heard. */
function sampleOf({ rows, counts }: WeighedTexts): WeighedTexts {
  const texts = rowCount(rows)
  const wanted = Math.min(MOST_TEXTS, Math.floor((texts * MOST_WORDS) / Math.max(1, rows.columns.length)))
  if (texts <= wanted) return { rows, counts }
  const taken = Int32Array.from({ length: wanted }, (_, at) => Math.floor((at * texts) / wanted))
  return { rows: takeRows(rows, taken), counts: takeRows(counts, taken) }
}

function communitiesOf(neighbours: Neighbours, { seed }: ChooseView): Int32Array {
  return findCommunities(buildThemeGraph(neighbours, noTies), { seed })
}

/** Communities are ordered by size: those below this number are the large ones. */
function countParts(communities: Int32Array, wanted: number | undefined): number {
  const sizes: number[] = []
  for (const community of communities) sizes[community] = (sizes[community] ?? 0) + 1
  if (wanted !== undefined) return Math.min(wanted, sizes.length, MOST_PARTS)
  const least = Math.max(LEAST_PART_TEXTS, communities.length * LEAST_PART_SHARE)
  return Math.min(MOST_PARTS, sizes.filter((size) => size >= least).length)
}
