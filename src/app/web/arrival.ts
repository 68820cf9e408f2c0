import { focusTitle } from '../../web-kit/index.ts'

/** Puts the focus on the title of the page just opened, as soon as it has one. Gives up when the person does something
 *  first: the focus never jumps away from what they are doing. Returns how to stop. */
export function focusTitleOnArrival(): () => void {
  if (focusTitle()) return () => {}
  const arriving = new AbortController()
  const watcher = new MutationObserver(() => focusTitle() && arriving.abort())
  arriving.signal.addEventListener('abort', () => watcher.disconnect())
  for (const deed of ['keydown', 'pointerdown']) {
    document.addEventListener(deed, () => arriving.abort(), { signal: arriving.signal, capture: true })
  }
  watcher.observe(document.body, { childList: true, subtree: true })
  return () => arriving.abort()
}
