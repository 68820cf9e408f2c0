import pg from 'pg'
import { barcelonaLines } from '../dev/convert/barcelona-lines.ts'
import { importJam } from '../src/jams/index.ts'
import { formatLine } from '../src/jams/rules/jam-lines.ts'
import { openDatabase } from '../src/platform/index.ts'
import { answering, givenToWorker } from './processes.ts'

// Takes the Barcelona set in as the operator's command does: from text, in one transaction, rendering and telling the
// language of each of its texts.

export type ImportOrder = { readonly connection: pg.ClientConfig; readonly datasets: string }
export type Imported = { readonly contributions: number; readonly seconds: number; readonly insertsPerSecond: number }

const { connection, datasets } = givenToWorker<ImportOrder>()

async function measure(): Promise<Imported> {
  const lines = [...barcelonaLines(datasets, { phase: 'archive', votes: 0, seed: 1 }).map(formatLine)]
  const database = openDatabase(connection)
  const began = performance.now()
  await importJam(database, {
    open: async function* () {
      yield* lines
    },
  })
  const seconds = (performance.now() - began) / 1000
  await database.close()
  const contributions = lines.filter((line) => line.startsWith('{"type":"contribution"')).length
  return { contributions, seconds, insertsPerSecond: await bareInserts(lines) }
}

/** The baseline: the same lines as text into a table without indexes, in batches, in one transaction. */
async function bareInserts(lines: readonly string[]): Promise<number> {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query('create temporary table bare (line text)')
  const began = performance.now()
  await client.query('begin')
  for (let n = 0; n < lines.length; n += 500) {
    await client.query('insert into bare select unnest($1::text[])', [lines.slice(n, n + 500)])
  }
  await client.query('commit')
  const seconds = (performance.now() - began) / 1000
  await client.end()
  return lines.length / seconds
}

answering(measure)
