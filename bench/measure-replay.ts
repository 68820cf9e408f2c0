import { existsSync } from 'node:fs'
import path from 'node:path'
import { dataSets } from './analysis/data-sets.ts'
import type { Figure } from './figures.ts'
import type { Bench } from './open-bench.ts'
import { replayJam } from './replay.ts'

const LEAST_KEPT = 0.8

/** The whole Barcelona set, grown by a twentieth again and again: the worst step counts. */
export async function measureReplay(bench: Bench): Promise<Figure[]> {
  const datasets = dataSets()
  if (!existsSync(path.join(datasets, 'decidim-barcelona-2016'))) {
    process.stderr.write('The Barcelona set is not in DANDELION_DATASETS: it is not replayed.\n')
    return []
  }
  const { connection } = bench.postgres
  const upTo = bench.quick ? 3_000 : Number.POSITIVE_INFINITY
  const admin = bench.world.connection
  const steps = await replayJam({ connection, admin, datasets, from: 2_000, growth: 0.05, upTo })
  const [worst] = steps.toSorted((a, b) => a.kept - b.kept)
  const last = steps.at(-1)
  if (!worst || !last) throw new Error('the replay had no steps')
  return [
    {
      name: `${last.texts.toLocaleString('en')} real contributions, grown by 5 % each time: keep their theme, worst`,
      ours: `${steps.length} steps, at ${worst.texts.toLocaleString('en')}`,
      bare: `languages ${last.languages.join(', ')}`,
      value: worst.kept.toFixed(2),
      bar: `>= ${LEAST_KEPT}`,
      met: worst.kept >= LEAST_KEPT,
    },
  ]
}
