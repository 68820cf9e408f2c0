import { createContext, useContext, useEffect, useEffectEvent } from 'react'
import type { LiveFrame } from '../../platform/contract.ts'
import type { Live } from './live.ts'

/** The tab's stream; null in tests and stories, where nothing is live. */
export const LiveContext = createContext<Live | null>(null)

/** Keeps a view fresh: `onFrame` gets what is new in the topics after `since`, the view's cursor. While `since` is
 *  undefined (the view is being fetched) nothing is heard; `now` hears from now on, for what has no cursor. A frame with
 *  `reset` says: fetch the view anew. Frames may tell what the view already holds: apply them so that this does no harm. */
export function useLive(
  topics: readonly string[],
  since: number | 'now' | undefined,
  onFrame: (frame: LiveFrame) => void,
): void {
  const live = useContext(LiveContext)
  const tell = useEffectEvent(onFrame)
  const key = topics.join(',')
  const isReady = since !== undefined
  // The place where hearing begins; later cursors of the same view are reached by the frames themselves.
  const begin = useEffectEvent(() => (since === 'now' ? undefined : since))
  useEffect(() => {
    if (!live || !isReady || key === '') return undefined
    return live.subscribe({ topics: key.split(','), since: begin(), onFrame: (frame) => tell(frame) })
  }, [live, isReady, key])
}

/** Leaves the shared stream when the browser puts this page aside, and joins again when it comes back. */
export function followPageLife(live: Live): () => void {
  addEventListener('pagehide', live.stop)
  addEventListener('pageshow', live.start)
  return () => {
    removeEventListener('pagehide', live.stop)
    removeEventListener('pageshow', live.start)
  }
}
