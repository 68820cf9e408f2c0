import { focusTitle } from '../../web-kit/index.ts'

const SETTLES_WITHIN_MS = 3000

/** Puts the focus on the title of the page just opened, unless it begins with a field of its own, and again when its content
 *  takes the place of "loading" and the title with it. Gives up when the person does something first: the focus never jumps away from what they are doing.
 *  Returns how to stop. */
export function focusTitleOnArrival(): () => void {
  const arriving = new AbortController()
  const stop = () => arriving.abort()
  const watcher = new MutationObserver(() => document.activeElement === document.body && focusTitle())
  const timer = setTimeout(stop, SETTLES_WITHIN_MS)
  arriving.signal.addEventListener('abort', () => {
    watcher.disconnect()
    clearTimeout(timer)
  })
  for (const deed of ['keydown', 'pointerdown']) {
    document.addEventListener(deed, stop, { signal: arriving.signal, capture: true })
  }
  watcher.observe(document.body, { childList: true, subtree: true })
  // A page that begins with a field to type into has put the focus there.
  if (!document.activeElement?.matches('#main input')) focusTitle()
  return stop
}
