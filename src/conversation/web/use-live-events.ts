import { useCallback, useRef } from 'react'
import { useLive } from '../../web-kit/live/use-live.ts'
import type { LiveEvent } from '../live-state.ts'

const heard = new Set<string>(['contribution.posted', 'reply.posted', 'contribution.voted', 'contribution.changed'])

function isOurs(event: { readonly type: string }): event is LiveEvent {
  return heard.has(event.type)
}

/** Hears what happens under some topics while the component is there. `onGap`: more was missed than live can tell again. */
export function useLiveEvents(topics: readonly string[], onEvent: (event: LiveEvent) => void, onGap: () => void): void {
  const latest = useRef({ onEvent, onGap })
  latest.current = { onEvent, onGap }
  useLive(
    topics,
    useCallback((frame) => {
      if (frame.reset) latest.current.onGap()
      for (const event of frame.events) if (isOurs(event)) latest.current.onEvent(event)
    }, []),
  )
}
