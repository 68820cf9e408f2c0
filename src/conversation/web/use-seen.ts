import { useEffect, useRef } from 'react'

/** How far below the window something counts as nearly seen. */
const AHEAD_PX = 900

/** Calls when an element comes near the window, and again while it stays there, as long as it is `wanted`. */
export function useSeen(onSeen: () => void, wanted: boolean): React.RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  const latest = useRef(onSeen)
  latest.current = onSeen
  useEffect(() => {
    const at = element.current
    if (!wanted || !at) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) latest.current()
      },
      { rootMargin: `0px 0px ${AHEAD_PX}px 0px` },
    )
    observer.observe(at)
    return () => observer.disconnect()
  }, [wanted])
  return element
}
