import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../src/platform/index.ts'
import type { Figure } from './figures.ts'
import type { Imported, ImportOrder } from './import.ts'
import type { Bench } from './open-bench.ts'
import { startWorker } from './processes.ts'

const LIMIT_SECONDS = 60

/** The Barcelona set, where it lies beside the project (it has no open licence and is never part of it). */
export async function measureImport(bench: Bench): Promise<Figure[]> {
  const datasets = process.env.DANDELION_DATASETS ?? path.join(projectRoot, '..', 'shared', 'data')
  if (!existsSync(path.join(datasets, 'decidim-barcelona-2016'))) {
    process.stderr.write('The Barcelona set is not in DANDELION_DATASETS: its import is not measured.\n')
    return []
  }
  const order: ImportOrder = { connection: bench.postgres.connection, datasets }
  const worker = await startWorker('./import.ts', order)
  const imported = await worker.ask<Imported>({})
  await worker.end()
  return [
    {
      name: `import of ${imported.contributions.toLocaleString('en')} contributions`,
      ours: `${(imported.contributions / imported.seconds).toFixed(0)}/s`,
      bare: `${imported.insertsPerSecond.toFixed(0)}/s`,
      value: `${imported.seconds.toFixed(1)} s`,
      bar: `<= ${LIMIT_SECONDS} s`,
      met: imported.seconds <= LIMIT_SECONDS,
    },
  ]
}
