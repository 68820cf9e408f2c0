import { type Figure, percentile } from './figures.ts'
import type { Bench } from './open-bench.ts'
import { fillVenue } from './world.ts'

const CONTRIBUTIONS = 200_000
const BAR_MS = 200

/** What is looked for in the texts that the benchmark is filled with (bench/world.ts). */
const SEARCHES = [
  ['a word that one holds', { words: '123456' }],
  ['words that all hold', { words: 'weekends approving' }],
  ['words that all hold, the newest', { words: 'weekends approving', order: 'newest' }],
  ['the beginning of a word that all hold', { words: 'app' }],
  ['a phrase that all hold', { words: '"public answer"' }],
  ['words that all hold but one excludes', { words: 'weekend -benchmark' }],
] as const

/** Searching 200,000 contributions, one person at a time. */
export async function measureSearch(bench: Bench): Promise<Figure[]> {
  await fillVenue(bench.world, bench.quick ? CONTRIBUTIONS / 10 : CONTRIBUTIONS)
  const figures: Figure[] = []
  for (const [what, body] of SEARCHES) {
    const headers = { ...bench.headers, origin: bench.ours.url, 'content-type': 'application/json' }
    const order = {
      url: `${bench.ours.url}/api/search`,
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      clients: 1,
    } as const
    await bench.load({ ...order, seconds: 1 })
    const { ms, failed } = await bench.load({ ...order, seconds: bench.quick ? 1 : 4 })
    if (failed > 0) throw new Error(`${failed} searches failed`)
    const p95 = percentile(ms, 95)
    figures.push({
      name: `search: ${what}`,
      ours: `p50 ${percentile(ms, 50).toFixed(0)} ms`,
      bare: '',
      value: `p95 ${p95.toFixed(0)} ms`,
      bar: `<= ${BAR_MS} ms`,
      met: p95 <= BAR_MS,
    })
  }
  return figures
}
