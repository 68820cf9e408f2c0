import type { network } from '../../src/analysis/index.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'

/** `hubs`: people in hubs of 500, six ties in ten within one's own, and some people with many more ties than others;
 *  `random`: any two, which has no communities to find and takes longest. */
export type LargeTies = {
  readonly nodes: number
  readonly ties: number
  readonly kind: 'hubs' | 'random'
  readonly seed: number
}

const HUB = 500
const WITHIN = 0.6
const SKEW = 1.5

/** Ties of a large made-up network, the same for the same seed. */
export function largeTies({ nodes, ties, kind, seed }: LargeTies): network.Ties {
  const random = seededRandom(seed)
  const sources = new Uint32Array(ties)
  const targets = new Uint32Array(ties)
  const anybody = (): number => Math.floor(nodes * (kind === 'hubs' ? random() ** SKEW : random()))
  for (let tie = 0; tie < ties; tie++) {
    const source = anybody()
    const first = source - (source % HUB)
    const isWithin = kind === 'hubs' && random() < WITHIN
    sources[tie] = source
    targets[tie] = isWithin ? Math.min(nodes - 1, first + Math.floor(random() * HUB)) : anybody()
  }
  return { nodes, sources, targets }
}
