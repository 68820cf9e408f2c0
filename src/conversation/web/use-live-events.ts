import { useLive } from '../../web-kit/live/index.ts'
import type { LiveEvent } from '../live-state.ts'

const heard = new Set<string>([
  ...['contribution.posted', 'reply.posted', 'contribution.voted', 'contribution.changed', 'contribution.folded'],
])

type Listener = {
  readonly onEvent: (event: LiveEvent) => void
  /** More was missed than live can tell again: fetch anew. */
  readonly onGap: () => void
}

/** Hears what happens under some topics after `since` (the cursor of what was fetched), while the component is there. */
export function useLiveEvents(
  topics: readonly string[],
  since: number | undefined,
  { onEvent, onGap }: Listener,
): void {
  useLive(topics, since, (frame) => {
    if (frame.reset) onGap()
    // The server sends the facts that events.ts lets travel; their shape is proved there.
    for (const event of frame.events) if (heard.has(event.type)) onEvent(event as unknown as LiveEvent)
  })
}
