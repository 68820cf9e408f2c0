import { type Command, type CommandEnv, projectRoot, readConfig, WrongUsage } from '../platform/ground.ts'
import { runWithStore } from './run-with-store.ts'
import { serve } from './serve.ts'

type Io = Pick<CommandEnv, 'out' | 'err'> & { readonly env: NodeJS.ProcessEnv }

/** A command that looks after its own database, or needs none. */
type OwnCommand = Omit<Command, 'run'> & { run(args: string[], io: Io): Promise<number> }

const tellTo =
  ({ err }: Pick<Io, 'err'>) =>
  (sentence: string): void => {
    err.write(`${sentence}\n`)
  }

/** npm start and npx dandelion start are one command; a second start is told the name that the person knows. */
const calledAs = (script: string): string =>
  process.env.npm_lifecycle_event === script
    ? `npm ${script === 'start' ? 'start' : `run ${script}`}`
    : `dandelion ${script}`

const OWN: readonly OwnCommand[] = [
  {
    name: 'start',
    usage: '',
    summary: 'serves this installation until Ctrl-C',
    run: async (args, io) => {
      refuseArguments(args)
      return serve({ config: readConfig(io.env), what: calledAs('start'), tell: tellTo(io), out: io.out })
    },
  },
  {
    name: 'demo',
    usage: '[--speed N]',
    summary: 'serves a demonstration with real jams on a throw-away data directory',
    run: async (args, io) =>
      (await import('./serve-demo.ts')).serveDemo(args, {
        config: readConfig(io.env),
        what: calledAs('demo'),
        tell: tellTo(io),
        out: io.out,
      }),
  },
  {
    name: 'analyse',
    usage: 'themes|duplicates|groups|network IN --out OUT',
    summary: 'analyses a file of texts, votes or ties, without a database',
    run: async (args, io) => (await import('./analyse/analyse.ts')).analyse(args, io),
  },
  {
    name: 'report rebuild',
    usage: 'EXPORT [--edition N] --out FOLDER',
    summary: 'makes the files of a report again from a jam’s export, byte for byte, without a database',
    run: async (args, io) => (await import('../reports/index.ts')).runRebuild(args, io),
  },
  {
    name: 'rating recount',
    usage: 'EXPORT',
    summary: 'makes the ranks of a jam’s ideas again from its export, without a database',
    run: async (args, io) => (await import('../rating/index.ts')).runRecount(args, io),
  },
  {
    name: 'doctor',
    usage: '[--sql]',
    summary: 'checks what a start needs; --sql prints how to make a login for DATABASE_URL',
    run: async (args, io) => {
      refuseArguments(args.filter((word) => word !== '--sql'))
      return (await import('./doctor.ts')).doctor(args, io)
    },
  },
]

function refuseArguments(args: readonly string[]): void {
  if (args.length > 0) throw new WrongUsage(`"${args.join(' ')}" is not understood.`)
}

/** The modules' commands; loaded only when one of them, or help, is asked for. */
async function moduleCommands(): Promise<readonly Command[]> {
  const { jamCommands } = await import('../jams/index.ts')
  const { reportCommands } = await import('../reports/index.ts')
  return [...jamCommands, ...reportCommands]
}

function helpFor(commands: readonly Pick<Command, 'name' | 'usage' | 'summary'>[]): string {
  const rows = commands.map(({ name, usage, summary }) => [`dandelion ${name} ${usage}`.trim(), summary] as const)
  const width = Math.max(...rows.map(([call]) => call.length)) + 2
  const lines = rows.map(([call, summary]) => `  ${call.padEnd(width)}${summary}`)
  return `Dandelion, the administrator's commands:\n${lines.join('\n')}\nSettings come from the environment: ${projectRoot}/docs/running.md\n`
}

function find<C extends { name: string }>(commands: readonly C[], argv: readonly string[]): C | undefined {
  return commands.find(({ name }) => name.split(' ').every((word, at) => argv[at] === word))
}

async function runModuleCommand(command: Command, argv: string[], io: Io): Promise<number> {
  const config = readConfig(io.env)
  const args = argv.slice(command.name.split(' ').length)
  try {
    return await runWithStore({ config, what: `dandelion ${command.name}`, tell: tellTo(io) }, (connection) =>
      command.run(args, { config, connection, out: io.out, err: io.err }),
    )
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error
    throw new WrongUsage(`${error.message}\nUsage: dandelion ${command.name} ${command.usage}`)
  }
}

async function dispatch(argv: string[], io: Io): Promise<number> {
  const own = find(OWN, argv)
  if (own !== undefined) return own.run(argv.slice(own.name.split(' ').length), io)
  const commands = await moduleCommands()
  const command = find(commands, argv)
  if (command !== undefined) return runModuleCommand(command, argv, io)
  const isHelp = argv.length === 0 || ['help', '--help', '-h'].includes(argv[0] ?? '')
  if (!isHelp) io.err.write(`There is no command "${argv.join(' ')}".\n`)
  ;(isHelp ? io.out : io.err).write(helpFor([...OWN, ...commands]))
  return isHelp ? 0 : 2
}

/** A mistake of the program rather than of its surroundings: only then a stack is of use. */
const isBug = (error: unknown): boolean =>
  !(error instanceof Error) ||
  [TypeError, ReferenceError, RangeError, SyntaxError].some((kind) => error instanceof kind)

/** Runs one command with this process's environment and streams. Answers the exit code: 0 done, 1 failed, 2 misused.
 *  Whatever fails is told in its own sentence. */
export async function runCommandLine(argv: string[]): Promise<number> {
  const io: Io = { env: process.env, out: process.stdout, err: process.stderr }
  // Whoever reads our output may stop reading, as `| head` does: then there is nothing left to do.
  process.stdout.on('error', () => process.exit(0))
  try {
    return await dispatch(argv, io)
  } catch (error) {
    const text = isBug(error) && error instanceof Error ? error.stack : error instanceof Error ? error.message : error
    io.err.write(`${text}\n`)
    return error instanceof WrongUsage ? 2 : 1
  }
}
