import { useEffect, useRef } from 'react'
import type { WindowVirtualizerHandle } from 'virtua'
import type { ContributionView } from '../contract.ts'

/** Scrolls once, when the thread opens, to where reading goes on; to the start when there is no such place. */
export function useLanding(
  list: React.RefObject<WindowVirtualizerHandle | null>,
  items: readonly ContributionView[],
  landAt: string | null,
): void {
  const first = useRef({ items, landAt, done: false })
  useEffect(() => {
    const { items, landAt, done } = first.current
    const index = items.findIndex((item) => item.id === landAt)
    if (done || index < 0) return
    // After the router has put the page at its top, and the list knows where it lies.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        first.current.done = true
        list.current?.scrollToIndex(index, { align: 'start', offset: -96 })
      }),
    )
    return () => cancelAnimationFrame(frame)
  }, [list])
}
