import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** The feed of screen readers around a long list. The list draws only what is near the window; while that is nothing (its
 *  beginning lies far below), the feed says that it is busy instead of that it is empty. */
export function FeedBox({ label, busy, children }: { label: string; busy: boolean; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const feed = box.current
    const list = feed?.firstElementChild
    if (!feed || !list) return
    const tell = () => feed.setAttribute('aria-busy', String(busy || list.childElementCount === 0))
    const drawn = new MutationObserver(tell)
    drawn.observe(list, { childList: true })
    tell()
    return () => drawn.disconnect()
  }, [busy])
  return (
    <div role="feed" aria-label={label} ref={box}>
      {children}
    </div>
  )
}
