import { openThread } from '../../platform/index.ts'
import type { Asked, AskedText, FoundText } from './asked.ts'

/** The thread that finds near-duplicates, as the rest of the process sees it. */
export type Finder = {
  /** Begins a conversation: the contributions that stand for themselves, in the order of writing. */
  fill(venueId: string, texts: readonly AskedText[]): Promise<void>
  /** Looks at new and changed contributions, in the order of writing. Null: the conversation was not begun in it. */
  look(venueId: string, texts: readonly AskedText[]): Promise<readonly FoundText[] | null>
  stop(): Promise<void>
}

/** Opens the thread of near-duplicates at its first question. */
export function openFinder(): Finder {
  const { ask, stop } = openThread<Asked>({
    file: new URL('./thread.ts', import.meta.url),
    what: 'near-duplicates',
  })
  return {
    fill: (venueId, texts) => ask({ what: 'fill', venueId, texts }),
    look: (venueId, texts) => ask({ what: 'look', venueId, texts }),
    stop,
  }
}
