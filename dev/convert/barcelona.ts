// Writes the Barcelona set as a jam file: node dev/convert/barcelona.ts [--datasets FOLDER] [--phase discuss] [--votes N --seed S] > FILE
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { formatLine } from '../../src/jams/rules/jam-lines.ts'
import { barcelonaLines } from './barcelona-lines.ts'

const { values } = parseArgs({
  options: {
    datasets: { type: 'string', default: process.env.DANDELION_DATASETS ?? '../shared/data' },
    phase: { type: 'string', default: 'archive' },
    votes: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
})

const options = {
  phase: values.phase === 'discuss' ? ('discuss' as const) : ('archive' as const),
  votes: Number(values.votes),
  seed: Number(values.seed),
}
await pipeline(Readable.from(barcelonaLines(resolve(values.datasets), options).map(formatLine)), process.stdout)
