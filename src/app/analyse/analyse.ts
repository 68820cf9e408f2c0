import { WrongUsage } from '../../platform/index.ts'
import type { AnalysisCommand } from './analysis-command.ts'
import { tellBadLines } from './bad-lines.ts'
import { duplicates } from './duplicates.ts'
import { groups } from './groups.ts'
import { network } from './network.ts'
import { openOutput } from './open-output.ts'
import { tellProgress } from './progress.ts'
import { type Arguments, readArguments } from './read-arguments.ts'
import { readLines } from './read-lines.ts'
import { themes } from './themes.ts'

const COMMANDS: readonly AnalysisCommand[] = [duplicates, groups, network, themes]

/** What is said and written: results on `out`, everything else on `err`. */
type Io = { readonly out: NodeJS.WritableStream; readonly err: NodeJS.WritableStream }

/** `dandelion analyse COMMAND IN --out OUT`: the analysts' command line. It needs no database. Answers the exit code:
 *  0 done, even where bad lines were skipped. Throws WrongUsage for wrong words, else an Error with a sentence. */
export async function analyse(args: readonly string[], io: Io, commands = COMMANDS): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) throw new WrongUsage(`Which analysis?\n${overview(commands)}`)
  if (isHelp(name)) return tell(io, overview(commands))
  const command = commands.find((each) => each.name === name)
  if (command === undefined) throw new WrongUsage(`There is no analysis "${name}".\n${overview(commands)}`)
  if (rest.includes('--help') || rest.includes('-h')) return tell(io, `${usageOf(command)}\n\n${command.details}`)
  try {
    await run(command, readArguments(rest, { ...command.flags, out: 'value' }), io)
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    throw new WrongUsage(`${error.message}\n${usageOf(command)}`)
  }
  return 0
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h' || word === 'help'

function tell({ out }: Io, text: string): number {
  out.write(`${text}\n`)
  return 0
}

const usageOf = ({ name, usage }: AnalysisCommand): string => `Usage: dandelion analyse ${name} ${usage}`

function overview(commands: readonly AnalysisCommand[]): string {
  const rows = commands.map(({ name, usage, summary }) => `  dandelion analyse ${name} ${usage}\n      ${summary}`)
  return `Analyses of files, without a database:\n${rows.join('\n')}\n--help after one of them says what it reads and writes.`
}

async function run(command: AnalysisCommand, given: Arguments, { out, err }: Io): Promise<void> {
  const { input, path } = inputAndOutput(given)
  const bad = tellBadLines(err)
  const output = await openOutput(path)
  try {
    const progress = tellProgress(err)
    const lines = (file: string) => readLines(file, { bad, progress })
    await command.run({ input, given, lines, output, out, bad, progress })
    await output.commit()
  } catch (error) {
    await output.discard()
    throw error
  } finally {
    bad.tellCount()
  }
}

function inputAndOutput({ words, flags }: Arguments): { input: string; path: string } {
  const [input, ...more] = words
  const path = flags.get('out')
  if (input === undefined) throw new WrongUsage('Which file is to be read?')
  if (more.length > 0) throw new WrongUsage(`One file is read; "${more.join(' ')}" is not understood.`)
  if (path === undefined || path === '') throw new WrongUsage('--out says which file is to be written.')
  return { input, path }
}
