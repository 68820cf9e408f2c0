import type { opinion } from '../../analysis/index.ts'
import { openThread } from '../../platform/index.ts'

export type AskedOfThread = { readonly ballots: opinion.Ballots; readonly memory: opinion.OpinionMemory | null }

/** The thread that finds opinion groups, as the rest of the process sees it. */
export type Grouper = { find(asked: AskedOfThread): Promise<opinion.OpinionGroups>; stop(): Promise<void> }

/** Opens the thread of opinion groups at its first question. */
export function openGrouper(): Grouper {
  const { ask, stop } = openThread<AskedOfThread>({
    file: new URL('./thread.ts', import.meta.url),
    what: 'opinion groups',
  })
  return { find: (asked) => ask(asked), stop }
}
