import { DWELL_MS, isInView } from '../rules/dwell.ts'
import { BATCH_MAX } from '../rules/floor.ts'

/** With 10,000 readers 500 batches a second come in at most. */
const SEND_EVERY_MS = 20_000
const STEPS = 20

/** Sends what was read. What it throws on is sent again with the next batch. */
export type SendSeen = (ids: string[], isLeaving: boolean) => Promise<void>

export type Notice = {
  /** Looks at an element; gives what to do when it leaves the page. */
  readonly look: (id: string, element: HTMLElement) => () => void
  /** Begins to notice and to send; gives how to end. */
  readonly start: () => () => void
}

/** Notices what is dwelt on: in view for a second while the page is before the reader. Nothing in the page changes by it. */
export function openNotice(send: SendSeen): Notice {
  const idOf = new Map<Element, string>()
  const inView = new Set<Element>()
  const timers = new Map<Element, number>()
  const told = new Set<string>()
  let waiting: string[] = []

  function wait(element: Element): void {
    const id = idOf.get(element)
    if (id === undefined || told.has(id) || timers.has(element) || document.visibilityState !== 'visible') return
    const dwelt = () => {
      timers.delete(element)
      told.add(id)
      waiting.push(id)
    }
    timers.set(element, window.setTimeout(dwelt, DWELL_MS))
  }

  function stopWaiting(element: Element): void {
    window.clearTimeout(timers.get(element))
    timers.delete(element)
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRect, boundingClientRect, rootBounds } of entries) {
        const windowPx = rootBounds?.height ?? window.innerHeight
        const shown = { shownPx: intersectionRect.height, wholePx: boundingClientRect.height, windowPx }
        if (isInView(shown)) {
          inView.add(target)
          wait(target)
        } else {
          inView.delete(target)
          stopWaiting(target)
        }
      }
    },
    { threshold: Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS) },
  )

  async function flush(isLeaving: boolean): Promise<void> {
    const ids = waiting.splice(0, BATCH_MAX)
    if (ids.length === 0) return
    try {
      await send(ids, isLeaving)
    } catch {
      waiting = [...ids, ...waiting].slice(0, BATCH_MAX)
    }
  }

  function onVisibility(): void {
    if (document.visibilityState === 'visible') {
      for (const element of inView) wait(element)
      return
    }
    for (const element of timers.keys()) stopWaiting(element)
    void flush(true)
  }

  return {
    look(id, element) {
      idOf.set(element, id)
      observer.observe(element)
      return () => {
        observer.unobserve(element)
        stopWaiting(element)
        inView.delete(element)
        idOf.delete(element)
      }
    },
    start() {
      const timer = window.setInterval(() => void flush(false), SEND_EVERY_MS)
      const onLeaving = () => void flush(true)
      document.addEventListener('visibilitychange', onVisibility)
      window.addEventListener('pagehide', onLeaving)
      return () => {
        window.clearInterval(timer)
        document.removeEventListener('visibilitychange', onVisibility)
        window.removeEventListener('pagehide', onLeaving)
        void flush(true)
      }
    },
  }
}
