import { v4, v5 } from 'uuid'
import type { Database, Tx } from '../platform/index.ts'
import { beginImport, type Import, type ImportedJam, type Numbered } from './import-lines.ts'
import { copyLine } from './rules/copy-line.ts'
import { readJamFile } from './rules/jam-file.ts'
import type { Line, LineType } from './rules/jam-format.ts'
import { BadLine, parseLine } from './rules/jam-lines.ts'

/** `open` gives the lines of the file from its beginning; it is called again when the database asks to try anew.
 *  `newTitle` makes a copy beside the jam that the file holds. */
export type ImportJam = {
  readonly open: () => AsyncIterable<string>
  readonly newTitle?: string | undefined
}

/** As many lines of a type are written at once: long texts fewer than small votes. Hubs come all together, since each
 *  needs those above it. */
const AT_ONCE: Readonly<Record<LineType, number>> = {
  ...{ jam: 1, hub: Number.POSITIVE_INFINITY, person: 2_000, forum: 500 },
  ...{ contribution: 500, version: 500, vote: 5_000 },
  ...{ 'near-duplicate': 5_000, 'fold-act': 500, idea: 500, rating: 1, 'idea-rating': 5_000, 'idea-pair': 5_000 },
  ...{
    meeting: 500,
    theme: 500,
    'theme-place': 5_000,
    poll: 500,
    ledger: 1,
    matter: 100,
    promise: 500,
    edition: 100,
    piece: 20,
  },
}

/**
 * Takes a whole jam in, in one transaction: everything is in, or nothing. Every object keeps its id; people and hubs that
 * are here already stay as they are. Throws BadLine with the number and reason of the first line that cannot be taken.
 * Runs as the operator.
 */
export async function importJam(database: Database, input: ImportJam): Promise<ImportedJam> {
  const work = async (tx: Tx): Promise<ImportedJam> => {
    const running = beginImport(tx)
    await takeAll(running, input)
    return running.finish()
  }
  return database.transaction({ role: 'jobs' }, work, { patient: true })
}

async function takeAll(running: Import, input: ImportJam): Promise<void> {
  let waiting: Numbered[] = []
  for await (const next of checked(input)) {
    const isSame = waiting[0]?.line.type === next.line.type
    const isFull = waiting.length >= AT_ONCE[next.line.type]
    if (waiting.length > 0 && (!isSame || isFull)) {
      await running.take(waiting)
      waiting = []
    }
    waiting.push(next)
  }
  if (waiting.length > 0) await running.take(waiting)
}

/** Each line with its number, checked for itself and in its place, under the ids it will have here. */
async function* checked({ open, newTitle }: ImportJam): AsyncGenerator<Numbered> {
  const file = readJamFile()
  const copy = newTitle === undefined ? (line: Line) => line : copyOf(newTitle)
  let number = 0
  for await (const text of open()) {
    number++
    const line = parseLine(text, number)
    const problem = file.check(line)
    if (problem !== undefined) throw new BadLine(number, problem)
    const copied = copy(line)
    if (copied) yield { number, line: copied }
  }
  const problem = file.end()
  if (problem !== undefined) throw new BadLine(Math.max(1, number), problem)
}

/** New ids need no list of the old: each is made from the old one and a number that is thrown away after the import. */
function copyOf(title: string): (line: Line) => Line | undefined {
  const namespace = v4()
  return (line) => copyLine(line, { ids: (id) => v5(id, namespace), title })
}
