/** Where a line stands: in which file, counted from 1. */
type Place = { readonly file: string; readonly number: number }

/** Lines of the input that cannot be used. */
export type BadLines = {
  /** Names a line and why it is left out; the work goes on. */
  skip(line: Place, reason: string): void
  /** Says how many were left out, when any were. */
  tellCount(): void
}

/** So many are named one by one; a file of another kind would otherwise name every line it has. */
const NAMED = 1000

/** Names bad lines on `err` as they are met. */
export function tellBadLines(err: NodeJS.WritableStream): BadLines {
  let count = 0
  return {
    skip({ file, number }, reason) {
      count++
      if (count <= NAMED) err.write(`${file}, line ${number} is skipped: ${reason}.\n`)
      if (count === NAMED) err.write('Further lines are skipped without being named.\n')
    },
    tellCount() {
      if (count > 0) err.write(`${count} ${count === 1 ? 'line was' : 'lines were'} skipped.\n`)
    },
  }
}
