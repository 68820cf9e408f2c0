import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Refusal } from '../kernel/index.ts'
import { speaker } from '../kernel/messages.ts'
import { type Command, type CommandEnv, type Database, openDatabase, WrongUsage } from '../platform/index.ts'
import { templateCommands } from './cli-template.ts'
import { type ExportJam, exportJam } from './export-jam.ts'
import { importJam } from './import-jam.ts'
import { listJamsOfOperator } from './list-jams-of-operator.ts'
import { messages as english } from './messages.en.ts'
import { templates } from './messages-templates.en.ts'
import { readLines } from './read-lines.ts'
import { type LineType, lineTypes } from './rules/jam-format.ts'
import { BadLine } from './rules/jam-lines.ts'
import { closeJamAsOperator, openJamAsOperator } from './run-jam.ts'
import { writeTo } from './write-to.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The operator's commands on jams. */
export const jamCommands: readonly Command[] = [
  {
    name: 'jam import',
    usage: 'FILE [--new TITLE]',
    summary: 'takes in a jam from an export (- reads the standard input); --new makes a copy with another title',
    run: (args, env) => withDatabase(env, (database) => runImport(args, { ...env, database })),
  },
  {
    name: 'jam export',
    usage: 'JAM [FILE] [--csv TYPE]',
    summary: 'writes a jam, with who voted what; --csv writes one type of object as a table',
    run: (args, env) => withDatabase(env, (database) => runExport(args, { ...env, database })),
  },
  {
    name: 'jam open',
    usage: 'JAM [--reason WORDS]',
    summary: 'opens a jam that is prepared',
    run: (args, env) => withDatabase(env, (database) => runOpen(args, { ...env, database })),
  },
  {
    name: 'jam close',
    usage: 'JAM --reason WORDS',
    summary: 'closes a jam; everybody sees the reason',
    run: (args, env) => withDatabase(env, (database) => runClose(args, { ...env, database })),
  },
  ...templateCommands(withDatabase),
]

const sayEnglish = speaker('en', { ...english, ...templates }) as (key: string, values: object) => string

type Running = CommandEnv & { readonly database: Database }

/** Runs a command on the database; what is expected to go wrong is told in its sentence (exit code 1). */
async function withDatabase(env: CommandEnv, work: (database: Database) => Promise<number>): Promise<number> {
  const database = openDatabase(env.connection, { max: 2, appName: 'dandelion jam' })
  try {
    return await work(database)
  } catch (error) {
    const sentence = await sentenceFor(database, error)
    if (sentence === undefined) throw error
    env.err.write(`${sentence}\n`)
    return 1
  } finally {
    await database.close()
  }
}

async function sentenceFor(database: Database, error: unknown): Promise<string | undefined> {
  if (error instanceof BadLine) return `Nothing was imported: ${error.message}.`
  if (!(error instanceof Refusal)) return undefined
  if (error.status !== 404) return sayEnglish(error.key, error.values)
  const jams = await listJamsOfOperator(database)
  const lines = jams.map(({ id, title, phase }) => `  ${id}  ${phase.padEnd(8)}  ${title}`)
  return ['There is no such jam. The newest here:', ...lines].join('\n')
}

function jamIdIn(positionals: readonly string[]): string {
  const [id = ''] = positionals
  if (!ID.test(id)) throw new WrongUsage('Name the jam by its id, as it stands in its address.')
  return id
}

/** parseArgs throws a TypeError for words it does not know: that is the person's mistake, not the program's. */
function parse<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

async function runImport(args: string[], { database, out }: Running): Promise<number> {
  const given = parse(() => parseArgs({ args, allowPositionals: true, options: { new: { type: 'string' } } }))
  const [file, ...more] = given.positionals
  if (file === undefined || more.length > 0) throw new WrongUsage('Name one file.')
  const newTitle = given.values.new
  if (newTitle?.trim() === '') throw new WrongUsage('The new title is empty.')
  const lines = () => readLines(file === '-' ? process.stdin : createReadStream(file))
  const { jamId, title, counts } = await importJam(database, { open: lines, newTitle })
  const parts = Object.entries(counts).map(([type, count]) => `${count} ${type}${count === 1 ? '' : 's'}`)
  out.write(`Imported "${title}" as ${jamId}: ${parts.join(', ')}.\n`)
  return 0
}

async function runExport(args: string[], { database, out }: Running): Promise<number> {
  const given = parse(() => parseArgs({ args, allowPositionals: true, options: { csv: { type: 'string' } } }))
  const jamId = jamIdIn(given.positionals)
  const input: ExportJam = { jamId, votes: 'plain', format: formatOf(given.values.csv) }
  const file = given.positionals[1]
  if (file === undefined) await exportJam(database, input, (chunk) => writeTo(out, chunk))
  else await exportToFile(database, input, file)
  return 0
}

/** The file is for its owner's eyes: it tells who voted what. */
async function exportToFile(database: Database, input: ExportJam, path: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await exportJam(database, input, async (chunk) => {
      await file.write(chunk)
    })
  } finally {
    await file.close()
  }
}

function formatOf(csv: string | undefined): ExportJam['format'] {
  if (csv === undefined) return { of: 'jsonl' }
  const type = lineTypes.find((known): known is LineType => known === csv)
  if (type === undefined) throw new WrongUsage(`A table holds one of ${lineTypes.join(', ')}.`)
  return { of: 'csv', type }
}

async function runOpen(args: string[], { database, out }: Running): Promise<number> {
  const given = parse(() => parseArgs({ args, allowPositionals: true, options: { reason: { type: 'string' } } }))
  const reason = given.values.reason?.trim() || null
  out.write(
    `It is now in the phase "${await openJamAsOperator(database, { jamId: jamIdIn(given.positionals), reason })}".\n`,
  )
  return 0
}

async function runClose(args: string[], { database, out }: Running): Promise<number> {
  const given = parse(() => parseArgs({ args, allowPositionals: true, options: { reason: { type: 'string' } } }))
  const reason = given.values.reason?.trim()
  if (!reason) throw new WrongUsage('Give the reason with --reason: everybody in the jam will read it.')
  out.write(
    `It is now in the phase "${await closeJamAsOperator(database, { jamId: jamIdIn(given.positionals), reason })}".\n`,
  )
  return 0
}
