import type { MeasuredText } from './measure-asked.ts'
import { numberLabels } from './number-labels.ts'

/** The texts as the arrays that analysis takes; `themeIds` are the labels of `themes`. */
export type Arrays = ReturnType<typeof arraysOf>

/** Numbers in place of labels: themes, people, zones; -1 where there is none. */
export function arraysOf(texts: readonly MeasuredText[]) {
  const placeOf = new Map(texts.map(({ id }, at) => [id, at]))
  const { numbers: themes, labels: themeIds } = numberLabels(texts.map(({ theme }) => theme))
  return {
    ...{ placeOf, themes, themeIds },
    people: numberLabels(texts.map(({ author }) => author)).numbers,
    zones: numberLabels(texts.map(({ zone }) => zone)).numbers,
    atMs: Float64Array.from(texts, ({ atMs }) => atMs),
    replyTo: Int32Array.from(texts, ({ parent }) => (parent === null ? -1 : (placeOf.get(parent) ?? -1))),
  }
}
