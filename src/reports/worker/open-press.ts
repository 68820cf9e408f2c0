import { openThread, type Thread } from '../../platform/index.ts'
import type { Asked, CorpusRows, HeadlineTheme, Made } from './asked.ts'

/** The thread that makes editions, as the rest of the process sees it. */
export type Press = { make(asked: Asked): Promise<Made>; stop(): Promise<void> }
export type { CorpusRows, HeadlineTheme, Made }

/** Opens the thread at its first question. */
export function openPress(): Press {
  const { ask, stop }: Thread<Asked> = openThread({
    file: new URL('./thread.ts', import.meta.url),
    what: 'reports',
    restsAfterMs: 5 * 60_000,
  })
  return { make: (asked) => ask(asked), stop }
}
