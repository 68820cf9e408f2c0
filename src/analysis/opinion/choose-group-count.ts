/** What is remembered of how many groups there are: `shown`, and a `rival` number that was best `repeats` times in a
 *  row. */
export type GroupCount = { readonly shown: number; readonly rival: number; readonly repeats: number }

/** So many times in a row another number must be the best before it is shown. */
const REPEATS = 4

/** The number of groups to show, when `best` has the clearest groups now and `before` is what was remembered; without
 *  it the best at once. Groups that come and go with every vote would help nobody. A number that can no longer be made
 *  (`possible`) gives way at once. */
export function chooseGroupCount(best: number, possible: readonly number[], before?: GroupCount): GroupCount {
  if (before === undefined || !possible.includes(before.shown)) return { shown: best, rival: best, repeats: 0 }
  if (best === before.shown) return { shown: best, rival: best, repeats: 0 }
  const repeats = best === before.rival ? before.repeats + 1 : 1
  if (repeats >= REPEATS) return { shown: best, rival: best, repeats: 0 }
  return { shown: before.shown, rival: best, repeats }
}
