// How far the server's clock is ahead of the browser's, in ms, learnt from the Date header of answers.
let aheadMs = 0

/** Learns the server's time from an answer's Date header; its resolution is a second, so small differences are ignored. */
export function learnServerTime(header: string | null): void {
  const served = header ? Date.parse(header) : Number.NaN
  if (Number.isNaN(served)) return
  const difference = served + 500 - Date.now()
  aheadMs = Math.abs(difference) < 2000 ? 0 : difference
}

/** The server's time now, ms since 1970: clocks that run down must not trust the viewer's device. */
export function serverNow(): number {
  return Date.now() + aheadMs
}
