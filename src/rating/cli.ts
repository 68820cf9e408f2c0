import fs from 'node:fs'
import { BadLine, readLines } from '../jams/index.ts'
import { type CommandEnv, WrongUsage } from '../platform/index.ts'
import { type Recounted, recountExport } from './recount-export.ts'

/** `dandelion rating recount EXPORT`, without any database. Answers the exit code. */
export async function runRecount(args: string[], { out, err }: Pick<CommandEnv, 'out' | 'err'>): Promise<number> {
  const [file, ...more] = args
  if (file === undefined || more.length > 0) throw new WrongUsage('Name one export.')
  try {
    const counted = await recountExport(readLines(fs.createReadStream(file)))
    if (!counted) {
      err.write('This export holds no rating, or one by fewer than five people.\n')
      return 1
    }
    out.write(tableOf(counted))
    return 0
  } catch (error) {
    const isOfFile = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (!(error instanceof BadLine || isOfFile)) throw error
    err.write(`${error.message}\n`)
    return 1
  }
}

function tableOf({ people, ideas }: Recounted): string {
  const rows = ideas.map(({ id, rank, value, people: own, sentence }) => {
    const points = [value.mean, value.low, value.high].map((each) => each.toFixed(1))
    return [rank ?? '', ...points, own, id, sentence].join('\t')
  })
  return [
    `${people} people rated`,
    ['rank', 'value', 'low', 'high', 'people', 'id', 'idea'].join('\t'),
    ...rows,
    '',
  ].join('\n')
}
