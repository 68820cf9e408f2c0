/** Milliseconds to wait before the next try after `failures` in a row (at least 1). Doubles up to half a minute, and any
 *  time between half of it and all of it may come out, so that thousands of browsers do not come back at once.
 *  `random` in [0, 1). A refusal waits longer than a broken line: it will not mend by itself soon. */
export function backOffMs(failures: number, { refused, random }: { refused: boolean; random: number }): number {
  const first = refused ? 8_000 : 500
  const longest = Math.min(30_000, first * 2 ** Math.min(failures - 1, 10))
  return Math.round(longest * (0.5 + random / 2))
}
