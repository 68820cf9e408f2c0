import type { BadLines } from './bad-lines.ts'
import type { Output } from './open-output.ts'
import type { Progress } from './progress.ts'
import type { Arguments, FlagKinds } from './read-arguments.ts'
import type { Line } from './read-lines.ts'

/** One analysis on the command line: what it takes, and how it runs. Add it to the list in analyse.ts. `--out` and
 *  `--help` are of the frame; every command has one input file. */
export type AnalysisCommand = {
  readonly name: string
  /** What follows the name, such as "IN.jsonl --out OUT.jsonl [--seed N]". */
  readonly usage: string
  /** One line for the overview. */
  readonly summary: string
  /** What `--help` adds: the columns in and out, and limits. */
  readonly details: string
  readonly flags: FlagKinds
  /** Throws WrongUsage for wrong words, an Error with a sentence for what else goes wrong. */
  run(call: AnalysisCall): Promise<void>
}

/** What the frame hands to an analysis. */
export type AnalysisCall = {
  readonly input: string
  readonly given: Arguments
  /** The lines of the input or of another file that a flag names. */
  lines(path: string): AsyncGenerator<Line>
  /** The file of --out: it appears when `run` resolves, and not at all when it throws. */
  readonly output: Output
  /** Standard output, for a summary. */
  readonly out: NodeJS.WritableStream
  readonly bad: BadLines
  readonly progress: Progress
}
