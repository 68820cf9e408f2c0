import { segmentSentences } from '../../analysis/text/index.ts'
import { readSentence } from './sentence.ts'

/** One place in so many is kept for a small voice. */
const SMALL_EVERY = 7

/** Of so many ideas to rate, how many places are small voices'. */
export function smallPlaces(rated: number): number {
  return Math.ceil(rated / SMALL_EVERY)
}

/** How many ideas of small voices are missing: with so many more, those to be rated hold one in seven. Where nothing is rated
 *  nothing is missing. */
export function freePlaces({ rated, small }: { readonly rated: number; readonly small: number }): number {
  let more = 0
  while (small + more < smallPlaces(rated + more)) more++
  return more
}

/** A contribution as one sentence in its author's own words, not one of them changed: its title, else its body, else the
 *  first sentence of that. Undefined: none of them can stand for itself. */
export function ownWords({
  title,
  body,
}: {
  readonly title: string | null
  readonly body: string
}): string | undefined {
  const first = segmentSentences(body.trim()).next().value?.segment ?? ''
  for (const words of [title ?? '', body, first]) {
    const read = readSentence(words)
    if (read.ok) return read.sentence
  }
  return undefined
}
