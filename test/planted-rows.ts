import { addText, openCorpus } from '../src/analysis/text/corpus.ts'
import { findNeighbours, type Neighbours } from '../src/analysis/text/find-neighbours.ts'
import type { SparseRows } from '../src/analysis/text/sparse-rows.ts'
import { weighRows } from '../src/analysis/text/weigh-rows.ts'
import type { PlantedText } from './planted-voices.ts'

/** A planted conversation as the arrays that analysis takes. */
export type PlantedRows = {
  readonly rows: SparseRows
  readonly neighbours: Neighbours
  readonly people: Int32Array
  readonly groups: Int32Array
}

export function rowsOfPlanted(texts: readonly PlantedText[]): PlantedRows {
  const corpus = openCorpus('en')
  for (const { text } of texts) addText(corpus, text)
  const rows = weighRows(corpus)
  return {
    rows,
    neighbours: findNeighbours(rows, 15),
    people: numberAll(texts.map(({ author }) => author)),
    groups: numberAll(texts.map(({ group }) => group)),
  }
}

/** Numbers labels in the order in which they come. */
export function numberAll(labels: readonly string[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(labels, (label) => {
    const number = numbers.get(label) ?? numbers.size
    numbers.set(label, number)
    return number
  })
}
