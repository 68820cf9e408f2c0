import type { ClientConfig } from 'pg'
import { openThread } from '../../platform/index.ts'

export type AskedOfGrouper = { readonly venueId: string }

/** The thread of opinion groups, as the rest of the process sees it. */
export type Grouper = {
  /** `computeVenue` there; gives the milliseconds it took, without those of opening the thread. */
  compute(venueId: string): Promise<number>
  stop(): Promise<void>
}

/** Opens the thread of opinion groups at its first question. It reads and writes by itself: hundreds of thousands of votes
 *  never pass through the server's own thread. */
export function openGrouper(connection: ClientConfig): Grouper {
  const { ask, stop } = openThread<AskedOfGrouper>({
    file: new URL('./thread.ts', import.meta.url),
    what: 'opinion groups',
    given: connection,
    restsAfterMs: 5 * 60_000,
  })
  return { compute: (venueId) => ask({ venueId }), stop }
}
