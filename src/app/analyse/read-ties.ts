import type { AnalysisCall } from './analysis-command.ts'
import { growingList } from './growing-list.ts'
import type { Line } from './read-lines.ts'
import { splitWords } from './split-words.ts'

/** Ties of a file: `ids` in the order of their first line, the ends as places in it; `weights` null where no line has
 *  one. */
export type TiesOfFile = {
  readonly ids: readonly string[]
  readonly sources: Uint32Array
  readonly targets: Uint32Array
  readonly weights: Float64Array | null
}

/** A remark of the file's maker, as network repositories put them on top, is no tie. */
const isRemark = (text: string): boolean => text.startsWith('#') || text.startsWith('%')
const isNothing = ({ text }: Line): boolean => isRemark(text) || text.trim() === ''

/** Two ids a line and an optional weight. A line that is none is told to `bad` and left out. */
export async function readTies(call: Pick<AnalysisCall, 'input' | 'lines' | 'bad'>): Promise<TiesOfFile> {
  const places = new Map<string, number>()
  const sources = growingList((size) => new Uint32Array(size))
  const targets = growingList((size) => new Uint32Array(size))
  const weights = growingList((size) => new Float64Array(size))
  let isWeighted = false
  for await (const line of call.lines(call.input)) {
    if (isNothing(line)) continue
    const tie = readTie(line.text)
    if (typeof tie === 'string') {
      call.bad.skip(line, tie)
      continue
    }
    sources.push(placeOf(places, tie.source))
    targets.push(placeOf(places, tie.target))
    weights.push(tie.weight ?? 1)
    isWeighted ||= tie.weight !== undefined
  }
  const taken = { sources: sources.taken(), targets: targets.taken(), weights: isWeighted ? weights.taken() : null }
  return { ids: [...places.keys()], ...taken }
}

function placeOf(places: Map<string, number>, id: string): number {
  const known = places.get(id)
  if (known !== undefined) return known
  places.set(id, places.size)
  return places.size - 1
}

type Tie = { readonly source: string; readonly target: string; readonly weight: number | undefined }

/** The tie of a line, or why there is none. */
function readTie(text: string): Tie | string {
  const words = splitWords(text)
  if (words === undefined) return 'a quotation mark is not closed'
  const [source, target, weight, ...more] = words
  if (source === undefined || target === undefined) return 'a tie needs two ids'
  if (more.length > 0) return `two ids and a weight are expected, not ${words.length} words`
  if (weight === undefined) return { source, target, weight }
  const number = Number(weight)
  const isWeight = number > 0 && number < Number.POSITIVE_INFINITY
  return isWeight ? { source, target, weight: number } : `the weight "${weight}" is no number above 0`
}

/** The group of each id, as a number from 0 for each different name, -1 for ids without one. An id and its group a line;
 *  a line that is none, an id given twice and an id without any tie are told to `bad`. */
export async function readGroups(
  call: Pick<AnalysisCall, 'lines' | 'bad'>,
  file: string,
  ids: readonly string[],
): Promise<Int32Array> {
  const places = new Map(ids.map((id, place) => [id, place]))
  const names = new Map<string, number>()
  const groups = new Int32Array(ids.length).fill(-1)
  for await (const line of call.lines(file)) {
    if (isNothing(line)) continue
    const words = splitWords(line.text)
    const place = places.get(words?.[0] ?? '') ?? -1
    const reason = refuseGroup(words, place, groups)
    if (reason === undefined) groups[place] = placeOf(names, words?.[1] ?? '')
    else call.bad.skip(line, reason)
  }
  return groups
}

function refuseGroup(words: readonly string[] | undefined, place: number, groups: Int32Array): string | undefined {
  if (words?.length !== 2) return 'an id and its group are expected'
  if (place === -1) return `nobody is tied to "${words[0]}"`
  return groups[place] === -1 ? undefined : `"${words[0]}" has a group already`
}
