import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** So much of a strip's edge fades while more follows; what is current stays clear of it. */
const EDGE_PX = 48

/** A strip that is wider than its place: scrolled so that what is current shows, and told apart by which of its edges
 *  something follows ("before", "after"). `parts`: how many it holds; `path`: anew on every page. */
export function useStrip(path: string, parts: number): { strip: RefObject<HTMLElement | null>; more: string } {
  const strip = useRef<HTMLElement>(null)
  const [more, setMore] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page or another part moves what is current
  useLayoutEffect(() => {
    if (strip.current) showCurrent(strip.current)
  }, [path, parts])
  // biome-ignore lint/correctness/useExhaustiveDependencies: parts that came are watched too
  useEffect(() => {
    const element = strip.current
    if (!element) return
    const look = () => setMore(moreOf(element))
    const sizes = new ResizeObserver(look)
    for (const each of [element, ...element.children]) sizes.observe(each)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [parts])
  return { strip, more }
}

function showCurrent(strip: HTMLElement): void {
  const current = strip.querySelector('[aria-current]')
  if (!current) return
  const [around, at] = [strip.getBoundingClientRect(), current.getBoundingClientRect()]
  if (at.left >= around.left + EDGE_PX && at.right <= around.right - EDGE_PX) return
  strip.scrollLeft += (at.left + at.right - around.left - around.right) / 2
}

// From right to left a browser counts what is scrolled below zero.
function moreOf({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): string {
  const before = Math.abs(scrollLeft)
  const after = scrollWidth - clientWidth - before
  return [before > 1 && 'before', after > 1 && 'after'].filter(Boolean).join(' ')
}
