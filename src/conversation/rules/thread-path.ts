/** A reply's place in its thread's tree: the number of each ancestor and its own in six digits, so that text order is
 *  tree order and siblings stand in the order of writing. Deeper than MAX_DEPTH, replies become siblings of the one they
 *  answer: an index entry stays short and nobody reads a tree that deep as a tree. */
const DIGITS = 6
export const MAX_DEPTH = 60
export const MAX_REPLIES = 10 ** DIGITS - 1

export type Place = { readonly path: string; readonly depth: number }

/** The place of the `number`-th reply of a thread under its parent (the root has path '' and depth 0). */
export function placeUnder(parent: Place, number: number): Place {
  const above = parent.path.slice(0, (MAX_DEPTH - 1) * DIGITS)
  return { path: above + String(number).padStart(DIGITS, '0'), depth: above.length / DIGITS + 1 }
}
