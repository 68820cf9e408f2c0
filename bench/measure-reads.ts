import { type Figure, median, percentile } from './figures.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import { type Bench, CLIENTS, RUNS } from './open-bench.ts'
import { fillVenue } from './world.ts'

type Pair = { readonly ours: LoadResult[]; readonly bare: LoadResult[] }

/** Runs ours and the baseline in turns after a warm-up of each, so that both meet the same machine. */
export async function inTurns(bench: Bench, orders: { ours: LoadOrder; bare: LoadOrder }): Promise<Pair> {
  const seconds = bench.quick ? 1 : 4
  const pair: Pair = { ours: [], bare: [] }
  for (const order of [orders.bare, orders.ours]) await bench.load({ ...order, seconds: 1 })
  for (let run = 0; run < (bench.quick ? 1 : RUNS); run++) {
    pair.bare.push(checked(await bench.load({ ...orders.bare, seconds })))
    pair.ours.push(checked(await bench.load({ ...orders.ours, seconds })))
  }
  return pair
}

function checked(result: LoadResult): LoadResult {
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.ms.length} requests of the benchmark failed`)
  return result
}

export function rateFigure(name: string, pair: Pair, atLeast: number): Figure {
  const ours = median(pair.ours.map((result) => result.perSecond))
  const bare = median(pair.bare.map((result) => result.perSecond))
  const ratio = ours / bare
  return {
    name,
    ours: `${ours.toFixed(0)}/s`,
    bare: `${bare.toFixed(0)}/s`,
    value: `${ratio.toFixed(2)}x`,
    bar: `>= ${atLeast}x`,
    met: ratio >= atLeast,
  }
}

function read(bench: Bench, from: 'ours' | 'bare', path: string): LoadOrder {
  const headers = from === 'ours' ? bench.headers : {}
  return { url: `${bench[from].url}${path}`, method: 'GET', headers, clients: CLIENTS, seconds: 1 }
}

export async function measureThread(bench: Bench): Promise<Figure[]> {
  const path = `/api/threads/${bench.world.threadId}?order=tree&limit=300`
  const pair = await inTurns(bench, { ours: read(bench, 'ours', path), bare: read(bench, 'bare', '/thread') })
  return [rateFigure('thread of 300 replies', pair, 0.5)]
}

export async function measureRecent(bench: Bench): Promise<Figure[]> {
  const path = `/api/venues/${bench.world.venueId}/contributions?limit=100`
  const orders = { ours: read(bench, 'ours', path), bare: read(bench, 'bare', '/recent') }
  const figures: Figure[] = []
  const p50: number[] = []
  for (const size of [50_000, 200_000]) {
    await fillVenue(bench.world, bench.quick ? size / 10 : size)
    const pair = await inTurns(bench, orders)
    p50.push(median(pair.ours.map((result) => percentile(result.ms, 50))))
    figures.push(rateFigure(`recent contributions of ${size.toLocaleString('en')}`, pair, 0.6))
  }
  const [small = 0, large = 0] = p50
  return [
    ...figures,
    {
      name: 'recent contributions, p50 at 200,000 to p50 at 50,000',
      ours: `${large.toFixed(1)} ms`,
      bare: `${small.toFixed(1)} ms`,
      value: `${(large / small).toFixed(2)}x`,
      bar: '<= 2x',
      met: large / small <= 2,
    },
  ]
}
