import { type Figure, percentile } from './figures.ts'
import type { LoadOrder } from './load.ts'
import { inTurns, rateFigure } from './measure-reads.ts'
import { type Bench, CLIENTS } from './open-bench.ts'

const PACE = 50
const P99_MS = 300

function post(bench: Bench, from: 'ours' | 'bare'): LoadOrder {
  const path = from === 'ours' ? `/api/forums/${bench.world.forumId}/contributions` : '/insert'
  return {
    url: `${bench[from].url}${path}`,
    method: 'POST',
    headers: from === 'ours' ? bench.headers : {},
    ...(from === 'ours' && { cookies: bench.world.cookies }),
    body: JSON.stringify({ title: 'Let three hubs say yes, number #', body: '~.' }),
    clients: CLIENTS,
    seconds: 1,
  }
}

export async function measureAccepted(bench: Bench): Promise<Figure[]> {
  const pair = await inTurns(bench, { ours: post(bench, 'ours'), bare: post(bench, 'bare') })
  return [rateFigure('contribution accepted', pair, 0.4)]
}

/** 50 a second for a minute, measured from when each was due. */
export async function measurePaced(bench: Bench): Promise<Figure[]> {
  const seconds = bench.quick ? 5 : 60
  const result = await bench.load({ ...post(bench, 'ours'), seconds, pace: PACE, clients: CLIENTS })
  const p99 = percentile(result.ms, 99)
  return [
    {
      name: `50 contributions a second for ${seconds} s, p99`,
      ours: `${result.ms.length - result.failed} accepted, ${result.failed} not`,
      bare: '',
      value: `${p99.toFixed(0)} ms`,
      bar: `< ${P99_MS} ms`,
      met: p99 < P99_MS && result.failed === 0,
    },
  ]
}
