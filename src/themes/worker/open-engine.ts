import type { themes } from '../../analysis/index.ts'
import { openThread } from '../../platform/index.ts'
import type { Asked, ComputeAsked, Found, Placed, ThemeText } from './asked.ts'

/** The thread that computes, as the rest of the process sees it. Null: the conversation was not computed in it yet. */
export type Engine = {
  compute(venueId: string, asked: ComputeAsked): Promise<Found>
  place(venueId: string, texts: readonly ThemeText[]): Promise<readonly Placed[] | null>
  similar(venueId: string, text: string, most: number): Promise<readonly themes.SimilarText[] | null>
  stop(): Promise<void>
}

/** Opens the thread of themes at its first question. */
export function openEngine(): Engine {
  const { ask, stop } = openThread<Asked>(new URL('./thread.ts', import.meta.url), 'themes')
  return {
    compute: (venueId, asked) => ask({ what: 'compute', venueId, asked }),
    place: (venueId, texts) => ask({ what: 'place', venueId, texts }),
    similar: (venueId, text, most) => ask({ what: 'similar', venueId, text, most }),
    stop,
  }
}
