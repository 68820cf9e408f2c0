/** The shortest time between two computations of one venue. */
export const COMPUTE_EVERY_MS = 2_000
const REST_MOST_MS = 300_000
/** A computation may take one tenth of one core. */
const REST_TIMES = 9

/** How long a venue rests after a computation that took so long, the `failures`-th in a row to fail (0: it went well):
 *  a large one comes less often than a small one, and one that fails keeps nothing busy. In milliseconds. */
export function restAfter(tookMs: number, failures: number): number {
  const rest = Math.max(COMPUTE_EVERY_MS, tookMs * REST_TIMES) * 2 ** Math.min(failures, 20)
  return Math.min(rest, REST_MOST_MS)
}
