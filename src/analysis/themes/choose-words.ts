import { findCommunities } from '../network/communities.ts'
import { findNeighbours } from '../text/find-neighbours.ts'
import { rowCount, type SparseRows } from '../text/sparse-rows.ts'
import { scaleColumns, takeRows } from '../text/take-rows.ts'
import { buildThemeGraph, noTies } from './build-theme-graph.ts'
import { factoriseRows } from './factorise-rows.ts'
import { partitionEvidence } from './partition-evidence.ts'
import { weighTellingWords } from './weigh-telling-words.ts'

/** Texts to weigh: `rows` of length 1, `counts` of the same words. */
export type WeighedTexts = { readonly rows: SparseRows; readonly counts: SparseRows }

/** What words are weighed with: `seed`, neighbours of a text, and the number of themes that is wanted, if any. */
export type ChooseWords = {
  readonly seed: number
  readonly neighbours: number
  readonly wantedThemes?: number | undefined
}

/** Weights of words settle on this many texts, and on fewer where they are long; more would only cost time. */
const MOST_TEXTS = 20_000
const MOST_WORDS = 120_000
/** Of few texts communities may tell words better than a factorisation, which then has little to go by. */
const FEW_TEXTS = 2000
/** Parts smaller than this share of all texts are too small to tell words by. */
const LEAST_PART_SHARE = 0.01
const LEAST_PART_TEXTS = 5
const MOST_PARTS = 60

/**
 * A factor for each word, so that words that carry subjects count more: 1 for all, or how much words tell of the communities of
 * neighbours, or of the parts of a factorisation begun from them. Which of the three is right depends on the texts: short titles gain much from the
 * third, long posts nothing. The one whose communities explain the texts best is taken (`partitionEvidence`).
 */
export function chooseWords(texts: WeighedTexts, options: ChooseWords): Float64Array {
  const sample = sampleOf(texts)
  const first = communitiesOf(sample.rows, options)
  const plain = new Float64Array(sample.rows.width).fill(1)
  const told = [wordsOfParts(sample.rows, first, options)]
  if (rowCount(sample.rows) <= FEW_TEXTS) told.push(weighTellingWords(sample.rows, first))
  const partitions = [first, ...told.map((factors) => communitiesOf(scaleColumns(sample.rows, factors), options))]
  const evidence = partitions.map((partition) => partitionEvidence(sample.counts, partition))
  return [plain, ...told][evidence.indexOf(Math.max(...evidence))] ?? plain
}

/** Every so many-th text, so that all times of writing are heard. */
function sampleOf({ rows, counts }: WeighedTexts): WeighedTexts {
  const texts = rowCount(rows)
  const wanted = Math.min(MOST_TEXTS, Math.floor((texts * MOST_WORDS) / Math.max(1, rows.columns.length)))
  if (texts <= wanted) return { rows, counts }
  const taken = Int32Array.from({ length: wanted }, (_, at) => Math.floor((at * texts) / wanted))
  return { rows: takeRows(rows, taken), counts: takeRows(counts, taken) }
}

function communitiesOf(rows: SparseRows, { neighbours, seed }: ChooseWords): Int32Array {
  return findCommunities(buildThemeGraph(findNeighbours(rows, neighbours), noTies), { seed })
}

function wordsOfParts(rows: SparseRows, communities: Int32Array, { seed, wantedThemes }: ChooseWords): Float64Array {
  const parts = countParts(communities, wantedThemes)
  // Communities are ordered by size, so that those below `parts` are the largest.
  const start = communities.map((community) => (community < parts ? community : -1))
  return weighTellingWords(rows, parts < 2 ? communities : factoriseRows(rows, { parts, start, seed }))
}

function countParts(communities: Int32Array, wanted: number | undefined): number {
  const sizes: number[] = []
  for (const community of communities) sizes[community] = (sizes[community] ?? 0) + 1
  if (wanted !== undefined) return Math.min(wanted, sizes.length, MOST_PARTS)
  const least = Math.max(LEAST_PART_TEXTS, communities.length * LEAST_PART_SHARE)
  return Math.min(MOST_PARTS, sizes.filter((size) => size >= least).length)
}
