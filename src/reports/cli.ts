import { parseArgs } from 'node:util'
import { BadLine } from '../jams/index.ts'
import { type Command, type CommandEnv, openDatabase, WrongUsage } from '../platform/index.ts'
import { makeEdition } from './make-edition.ts'
import { CannotRebuild, rebuildReport } from './rebuild-report.ts'
import { openPress } from './worker/open-press.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The operator's commands on reports that need the database. */
export const reportCommands: readonly Command[] = [
  {
    name: 'report make',
    usage: 'JAM',
    summary: 'makes the closing edition of a closed jam now, if it has none',
    run: runMake,
  },
]

/** `dandelion report rebuild EXPORT [--edition N] --out FOLDER`, without any database. Answers the exit code. */
export async function runRebuild(args: string[], { out, err }: Pick<CommandEnv, 'out' | 'err'>): Promise<number> {
  const options = { edition: { type: 'string' }, out: { type: 'string' } } as const
  const given = parse(() => parseArgs({ args, allowPositionals: true, options }))
  const [file, ...more] = given.positionals
  const folder = given.values.out
  if (file === undefined || more.length > 0 || !folder)
    throw new WrongUsage('Name one export, and the folder with --out.')
  const number = given.values.edition === undefined ? undefined : Number(given.values.edition)
  if (number !== undefined && !Number.isInteger(number)) throw new WrongUsage('An edition is a whole number.')
  try {
    const made = await rebuildReport({ file, number, folder })
    out.write(`Edition ${made.number}, SHA-256 ${made.hash}:\n${made.files.map((name) => `  ${name}\n`).join('')}`)
    return 0
  } catch (error) {
    const isOfFile = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!(error instanceof BadLine || error instanceof CannotRebuild || isOfFile)) throw error
    err.write(`${error.message}\n`)
    return 1
  }
}

async function runMake(args: string[], env: CommandEnv): Promise<number> {
  const [jamId = '', ...more] = args
  if (!ID.test(jamId) || more.length > 0) throw new WrongUsage('Name the jam by its id, as it stands in its address.')
  const database = openDatabase(env.connection, { max: 2, appName: 'dandelion report' })
  const press = openPress()
  try {
    await makeEdition({ database, press, publicUrl: new URL(env.config.publicUrl) }, jamId, 'closing')
    env.out.write('The closing edition is there.\n')
    return 0
  } finally {
    await press.stop()
    await database.close()
  }
}

/** parseArgs throws a TypeError for words it does not know: that is the person's mistake, not the program's. */
function parse<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}
