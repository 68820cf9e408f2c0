import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { notFound } from '../kernel/index.ts'
import { type Command, type CommandEnv, type Database, openSigner, WrongUsage } from '../platform/index.ts'
import { beginFromTemplate } from './begin-from-template.ts'
import { jamOfOperator } from './find-jam.ts'
import { signTemplate, templateOf } from './make-template.ts'
import { findHubPath } from './store/jams.ts'
import { findMemberByAddress } from './store/templates.ts'
import { templateIn } from './use-template.ts'

type Running = CommandEnv & { readonly database: Database }
type WithDatabase = (env: CommandEnv, work: (database: Database) => Promise<number>) => Promise<number>

/** The operator's commands on the set-up of jams as a file. */
export function templateCommands(withDatabase: WithDatabase): readonly Command[] {
  return [
    {
      name: 'jam template export',
      usage: 'JAM [FILE]',
      summary: 'writes the set-up of a jam, without people’s words, signed by this installation',
      run: (args, env) => withDatabase(env, (database) => runExport(args, { ...env, database })),
    },
    {
      name: 'jam template import',
      usage: 'FILE --hub HUB --host ADDRESS --opens TIME [--title TITLE] [--trust KEY]',
      summary: 'begins a jam as such a file says; --trust takes the file of another installation',
      run: (args, env) => withDatabase(env, (database) => runImport(args, { ...env, database })),
    },
  ]
}

/** parseArgs throws a TypeError for words it does not know: that is the person's mistake, not the program's. */
function parse(args: string[]) {
  const text = { type: 'string' } as const
  const options = { hub: text, host: text, opens: text, title: text, trust: text }
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

async function runExport(args: string[], { database, config, out }: Running): Promise<number> {
  const [jamId = '', file] = parse(args).positionals
  if (!/^[0-9a-f-]{36}$/.test(jamId)) throw new WrongUsage('Name the jam by its id, as it stands in its address.')
  const signer = openSigner(config.dataDir)
  const text = await database.transaction({ role: 'jobs' }, async (tx) => {
    const row = await jamOfOperator(tx, jamId)
    if (!row) throw notFound()
    return signTemplate(tx, await templateOf(tx, row), signer)
  })
  if (file === undefined) out.write(text)
  else await writeFile(file, text)
  return 0
}

async function runImport(args: string[], { database, config, out }: Running): Promise<number> {
  const { positionals, values } = parse(args)
  const [file] = positionals
  const { hub: hubId, host, opens, title, trust = null } = values
  if (!file || !hubId || !host || !opens) throw new WrongUsage('Name a file, --hub, --host and --opens.')
  const opensAt = new Date(opens)
  if (Number.isNaN(opensAt.getTime())) throw new WrongUsage('The opening is a time such as 2027-01-31T09:00:00Z.')
  const text = await readFile(file, 'utf8')
  const template = templateIn({ file: text, trusts: trust }, openSigner(config.dataDir))
  const jamId = await database.transaction({ role: 'jobs' }, async (tx) => {
    const hostId = await findMemberByAddress(tx, host)
    if (!hostId) throw new WrongUsage('Nobody of the organisation has this address.')
    const isHub = /^[0-9a-f-]{36}$/.test(hubId) && (await findHubPath(tx, hubId)) !== undefined
    if (!isHub) throw new WrongUsage('There is no such hub: name it by its id, as it stands in its address.')
    const named = title?.trim() || template.title
    return beginFromTemplate(tx, { template, title: named, hubId, hubs: [hubId], opensAt, hostId })
  })
  out.write(`Begun as ${jamId}.\n`)
  return 0
}
