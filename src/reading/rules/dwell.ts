/** How much of something is in the window, in CSS pixels. */
export type InWindow = { readonly shownPx: number; readonly wholePx: number; readonly windowPx: number }

const MOST_OF_IT = 0.7
const MOST_OF_WINDOW = 0.5

/** Looked at for so long counts as read. */
export const DWELL_MS = 1_000

/** Is it in view: mostly, or, where it is taller than that, over half of the window? */
export function isInView({ shownPx, wholePx, windowPx }: InWindow): boolean {
  if (shownPx <= 0 || wholePx <= 0) return false
  return shownPx >= MOST_OF_IT * wholePx || shownPx >= MOST_OF_WINDOW * windowPx
}
