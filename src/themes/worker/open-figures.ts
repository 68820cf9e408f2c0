import type { ClientConfig } from 'pg'
import { openThread } from '../../platform/index.ts'
import type { Stands } from './asked.ts'

export type AskedOfFigures = { readonly venueId: string } & (
  | { readonly what: 'measure' }
  | { readonly what: 'link'; readonly foreign: readonly Stands[] }
)

/** The thread of figures, as the rest of the process sees it. */
export type Figures = {
  /** `measureVenue` there. */
  measure(venueId: string): Promise<void>
  /** `linkFamilies` there. */
  link(venueId: string, foreign: readonly Stands[]): Promise<void>
  stop(): Promise<void>
}

/** Opens the thread that measures conversations and compares their languages, at its first question. It reads and writes
 *  by itself: the texts of a large jam never pass through the server's own thread. */
export function openFigures(connection: ClientConfig): Figures {
  const { ask, stop } = openThread<AskedOfFigures>({
    file: new URL('./figures-thread.ts', import.meta.url),
    what: 'figures',
    given: connection,
    restsAfterMs: 5 * 60_000,
  })
  return {
    measure: (venueId) => ask({ what: 'measure', venueId }),
    link: (venueId, foreign) => ask({ what: 'link', venueId, foreign }),
    stop,
  }
}
