import os from 'node:os'
import path from 'node:path'
import { migrate, type RunningPostgres, removeDataDirectory, startPostgres } from '../src/platform/index.ts'
import { type Figure, printFigures } from './figures.ts'
import { measureAccepted, measurePaced } from './measure-accepted.ts'
import { measureImport } from './measure-import.ts'
import { measureLive } from './measure-live.ts'
import { measureRecent, measureThread } from './measure-reads.ts'
import { type Bench, openBench } from './open-bench.ts'

const measures: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  thread: measureThread,
  recent: measureRecent,
  accepted: measureAccepted,
  paced: measurePaced,
  live: measureLive,
  import: measureImport,
}

async function main(args: readonly string[]): Promise<number> {
  const quick = args.includes('--quick')
  const named = args.filter((arg) => arg in measures)
  const unknown = args.filter((arg) => !(arg in measures) && arg !== '--quick')
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}, --quick.\n`)
    return 2
  }
  // A folder that PostgreSQL makes by itself: one of mode 0700 would send root's cluster elsewhere.
  const dataDir = path.join(os.tmpdir(), `dandelion-bench-${process.pid}`)
  const postgres: RunningPostgres = await startPostgres({ dataDir, appName: 'bench' })
  const figures: Figure[] = []
  try {
    await migrate(postgres.connection)
    const bench = await openBench({ postgres, dataDir, quick })
    try {
      for (const name of named.length > 0 ? named : Object.keys(measures)) {
        process.stderr.write(`${name} ...\n`)
        const measured = (await measures[name]?.(bench)) ?? []
        printFigures(measured)
        figures.push(...measured)
      }
    } finally {
      await bench.close()
    }
  } finally {
    await postgres.stop()
    await removeDataDirectory(dataDir)
  }
  process.stdout.write(`\n${new Date().toISOString()}, ${os.availableParallelism()} cores, Node ${process.version}\n`)
  printFigures(figures)
  return figures.some((figure) => figure.met === false) ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
