/** How far a thread is read without a gap: the mark moves on only over numbers that were dwelt on. */
export function readUpTo(mark: number, dwelt: ReadonlySet<number>): number {
  let read = mark
  while (dwelt.has(read + 1)) read += 1
  return read
}
