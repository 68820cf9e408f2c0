import os from 'node:os'
import path from 'node:path'
import { migrate, type RunningPostgres, removeDataDirectory, startPostgres } from '../src/platform/index.ts'
import { analysisAreas } from './analysis/areas.ts'
import { type Figure, printFigures } from './figures.ts'
import { measureAccepted, measurePaced } from './measure-accepted.ts'
import { measureCatchUp } from './measure-catch-up.ts'
import { measureImport } from './measure-import.ts'
import { measureLive } from './measure-live.ts'
import { measureRating } from './measure-rating.ts'
import { measureRecent, measureThread } from './measure-reads.ts'
import { measureReplay } from './measure-replay.ts'
import { measureReport } from './measure-report.ts'
import { measureSearch } from './measure-search.ts'
import { measureLiveThemes } from './measure-themes.ts'
import { type Bench, openBench } from './open-bench.ts'

const measures: Record<string, (bench: Bench) => Promise<Figure[]>> = {
  thread: measureThread,
  recent: measureRecent,
  accepted: measureAccepted,
  paced: measurePaced,
  live: measureLive,
  import: measureImport,
  report: measureReport,
  'live-themes': measureLiveThemes,
  replay: measureReplay,
  search: measureSearch,
  'catch-up': measureCatchUp,
  rating: measureRating,
}

type Run = { readonly quick: boolean; readonly names: readonly string[] }

const there = ['analysis', ...Object.keys(analysisAreas), ...Object.keys(measures)]

async function main(args: readonly string[]): Promise<number> {
  const quick = args.includes('--quick')
  const unknown = args.filter((arg) => !there.includes(arg) && arg !== '--quick')
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(', ')}. There are: ${there.join(', ')}, --quick.\n`)
    return 2
  }
  const given = args.filter((arg) => arg !== '--quick')
  const names =
    given.length > 0 ? given.flatMap((name) => (name === 'analysis' ? Object.keys(analysisAreas) : name)) : there
  const figures = [...(await measureAnalysis({ quick, names })), ...(await measureOnStore({ quick, names }))]
  process.stdout.write(`\n${new Date().toISOString()}, ${os.availableParallelism()} cores, Node ${process.version}\n`)
  printFigures(figures)
  return figures.some((figure) => figure.met === false) ? 1 : 0
}

async function measureEach(names: readonly string[], measure: (name: string) => Promise<Figure[]>): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const name of names) {
    process.stderr.write(`${name} ...\n`)
    const measured = await measure(name)
    printFigures(measured)
    figures.push(...measured)
  }
  return figures
}

/** The analysis is pure: it is measured without a database. */
async function measureAnalysis({ quick, names }: Run): Promise<Figure[]> {
  const areas = Object.keys(analysisAreas).filter((name) => names.includes(name))
  return measureEach(areas, async (name) => (await analysisAreas[name]?.({ quick })) ?? [])
}

async function measureOnStore({ quick, names }: Run): Promise<Figure[]> {
  const named = Object.keys(measures).filter((name) => names.includes(name))
  if (named.length === 0) return []
  // A folder that PostgreSQL makes by itself: one of mode 0700 would send root's cluster elsewhere.
  const dataDir = path.join(os.tmpdir(), `dandelion-bench-${process.pid}`)
  const postgres: RunningPostgres = await startPostgres({ dataDir, appName: 'bench' })
  try {
    await migrate(postgres.connection)
    const bench = await openBench({ postgres, dataDir, quick })
    try {
      return await measureEach(named, async (name) => (await measures[name]?.(bench)) ?? [])
    } finally {
      await bench.close()
    }
  } finally {
    await postgres.stop()
    await removeDataDirectory(dataDir)
  }
}

process.exitCode = await main(process.argv.slice(2))
