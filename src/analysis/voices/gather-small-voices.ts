import type { Favourite } from './find-favourites.ts'
import type { OutlyingText } from './find-outlying.ts'
import type { UnansweredFirst } from './find-unanswered-firsts.ts'
import type { Pocket } from './measure-pocket.ts'
import { openQueue } from './order-by-exposure.ts'

/** A voice that ranking and clustering would pass over, with the reason and its numbers. */
export type SmallVoice =
  | ({ readonly reason: 'pocket' } & Pocket)
  | ({ readonly reason: 'own-support' } & Favourite)
  | ({ readonly reason: 'far-from-all' } & OutlyingText)
  | ({ readonly reason: 'first-unanswered' } & UnansweredFirst)

/** What the four ways of looking found, each in its order. */
export type FoundVoices = {
  readonly pockets: readonly Pocket[]
  readonly favourites: readonly Favourite[]
  readonly outlying: readonly OutlyingText[]
  readonly firsts: readonly UnansweredFirst[]
}

/**
 * Small voices in one order: the first of each reason in turn, then the second of each, and so on, so that no reason
 * crowds out another. A text that stands in a pocket is not named again as far from all.
 */
export function gatherSmallVoices({ pockets, favourites, outlying, firsts }: FoundVoices): SmallVoice[] {
  const inPocket = new Set(pockets.flatMap(({ texts }) => texts))
  const kinds: SmallVoice[][] = [
    pockets.map((found) => ({ reason: 'pocket', ...found })),
    favourites.map((found) => ({ reason: 'own-support', ...found })),
    outlying.filter(({ text }) => !inPocket.has(text)).map((found) => ({ reason: 'far-from-all', ...found })),
    firsts.map((found) => ({ reason: 'first-unanswered', ...found })),
  ]
  const longest = Math.max(...kinds.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => kinds.flatMap((kind) => kind.slice(at, at + 1))).flat()
}

/**
 * A ranked list in which one place in `every` (7 when absent: the last of each seven) goes to a small voice, as long as there
 * are any; those that rank above their place by themselves stay there. Each thing stands once.
 */
export function reserveSlots<T>(ranked: readonly T[], small: readonly T[], every = 7): T[] {
  const list = new Set<T>()
  const next = openQueue(ranked, list)
  const nextSmall = openQueue(small, list)
  for (;;) {
    const isReserved = (list.size + 1) % every === 0
    const each = isReserved ? (nextSmall() ?? next()) : (next() ?? nextSmall())
    if (each === undefined) return [...list]
    list.add(each)
  }
}
