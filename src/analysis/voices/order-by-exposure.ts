import { gammaQuantile, oneSided95 } from './chance.ts'

/** How a list gives room to what few have seen. */
export type ExposureFloor<T> = {
  /** To how many eligible people (not its author) a thing was shown. */
  readonly exposures: (thing: T) => number
  /** So many must have been shown a thing before ranking may bury it; 8 when absent. */
  readonly floor?: number | undefined
  /** Places kept in each page for things below the floor. */
  readonly slots: number
  /** Places of a page. */
  readonly page: number
}

const usualFloor = 8

/**
 * The ranked things, each once, with at least `slots` places in every page for things below the exposure floor while there
 * are any: the least shown first, ties in ranked order. Those that rank into a page by themselves count towards its
 * places; the kept places are the last of a page. Things above the floor keep their order. Pure: each page shown adds
 * to the exposures, so that a list shown often enough lifts everything above the floor.
 * Throws RangeError unless 0 <= slots <= page and page >= 1.
 */
export function withExposureFloor<T>(ranked: readonly T[], rule: ExposureFloor<T>): T[] {
  const { exposures, floor = usualFloor, slots, page } = rule
  if (!(page >= 1 && slots >= 0 && slots <= page)) throw new RangeError('A page has no more kept places than places.')
  const needy = neediest(ranked, exposures, floor)
  if (needy.length === 0 || slots === 0) return [...ranked]
  const isNeedy = new Set(needy)
  const list = new Set<T>()
  const next = openQueue(ranked, list)
  const nextNeedy = openQueue(needy, list)
  let kept = slots
  while (list.size < ranked.length) {
    const placeInPage = list.size % page
    if (placeInPage === 0) kept = slots
    const ownTurn = page - placeInPage > kept ? next() : nextNeedy()
    const thing = ownTurn ?? next()
    if (thing === undefined) break
    if (isNeedy.has(thing)) kept = Math.max(0, kept - 1)
    list.add(thing)
  }
  return [...list]
}

function neediest<T>(ranked: readonly T[], exposures: (thing: T) => number, floor: number): T[] {
  return ranked
    .map((thing, at) => ({ thing, at, shown: exposures(thing) }))
    .filter(({ shown }) => shown < floor)
    .sort((a, b) => a.shown - b.shown || a.at - b.at)
    .map(({ thing }) => thing)
}

/** Gives what is not yet in the list, one after the other. */
export function openQueue<T>(from: readonly T[], list: ReadonlySet<T>): () => T | undefined {
  let at = 0
  return () => {
    while (at < from.length && list.has(from[at] as T)) at++
    return from[at]
  }
}

/** A theme with the number of its texts, of showings of these texts to people who did not write them, and of those of its
 *  texts that are below the exposure floor. */
export type ShownTheme = {
  readonly theme: number
  readonly texts: number
  readonly showings: number
  readonly belowFloor: number
}

/** `rate`: showings against what as many texts have on the average, its upper bound (95 %): 1 is the average. */
export type HeardTheme = ShownTheme & { readonly rate: number }

/**
 * The lens "least heard": themes whose texts were surely shown less than the average text, the least heard first; ties: more
 * texts below the floor, then the lower theme. Showings are counts around a rate with a gamma prior of mean 1 worth two texts'
 * showings, so that a new theme of one text does not lead the list by chance.
 */
export function rankLeastHeard(themes: readonly ShownTheme[]): HeardTheme[] {
  const texts = themes.reduce((sum, theme) => sum + theme.texts, 0)
  const mean = texts === 0 ? 0 : themes.reduce((sum, theme) => sum + theme.showings, 0) / texts
  const prior = Math.max(1, 2 * mean)
  return themes
    .map((theme) => ({ ...theme, rate: gammaQuantile(prior + theme.showings, prior + mean * theme.texts, oneSided95) }))
    .filter(({ rate }) => rate < 1)
    .sort((a, b) => a.rate - b.rate || b.belowFloor - a.belowFloor || a.theme - b.theme)
}
