import { useCallback, useEffect, useRef } from 'react'
import { readUpTo } from '../rules/read-mark.ts'
import { api } from './api.ts'

/** Looked at for so long counts as read. */
const DWELL_MS = 1000
/** The mark is sent at most this often. */
const SEND_MS = 1500

/** Notices what is dwelt on in a thread and moves the reader's mark on the server: by number, without gaps, never back.
 *  `watch(number, element)` is the ref of each reply; `isUnread(number)` tells what was not dwelt on yet. */
export function useDwell(threadId: string, readTo: number | undefined, isReader: boolean) {
  const own = useRef({ mark: 0, sent: 0, dwelt: new Set<number>(), timers: new Map<number, number>() })
  const numbers = useRef(new Map<Element, number>())
  const observer = useRef<IntersectionObserver | null>(null)
  const elements = useRef(new Map<number, HTMLElement>())

  useEffect(() => {
    if (readTo === undefined) return
    own.current.mark = Math.max(own.current.mark, readTo)
    own.current.sent = Math.max(own.current.sent, readTo)
  }, [readTo])

  useEffect(() => {
    const { timers } = own.current
    const dwelt = (number: number) => {
      if (document.visibilityState === 'visible') own.current.dwelt.add(number)
    }
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const number = numbers.current.get(target)
          if (number === undefined) continue
          window.clearTimeout(timers.get(number))
          if (isIntersecting)
            timers.set(
              number,
              window.setTimeout(() => dwelt(number), DWELL_MS),
            )
        }
      },
      // A reply counts as looked at when it crosses the middle part of the window, however tall it is.
      { rootMargin: '-10% 0px -15% 0px' },
    )
    observer.current = seen
    for (const [element] of numbers.current) seen.observe(element)
    return () => {
      seen.disconnect()
      for (const timer of timers.values()) window.clearTimeout(timer)
    }
  }, [])

  useEffect(() => {
    if (!isReader) return
    const send = () => {
      const { mark, sent, dwelt } = own.current
      own.current.mark = readUpTo(mark, dwelt)
      const number = own.current.mark
      if (number <= sent) return
      own.current.sent = number
      api.call('PUT /api/threads/:threadId/read', { threadId, number }).catch(() => {
        own.current.sent = sent
      })
    }
    const timer = window.setInterval(send, SEND_MS)
    return () => {
      window.clearInterval(timer)
      send()
    }
  }, [threadId, isReader])

  const watch = useCallback((number: number, element: HTMLElement | null) => {
    const before = elements.current.get(number)
    if (before && before !== element) {
      observer.current?.unobserve(before)
      numbers.current.delete(before)
      elements.current.delete(number)
    }
    if (!element || before === element) return
    elements.current.set(number, element)
    numbers.current.set(element, number)
    observer.current?.observe(element)
  }, [])
  const isRead = useCallback((number: number) => own.current.dwelt.has(number), [])
  return { watch, isRead }
}
