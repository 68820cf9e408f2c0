import { useEffect, useRef } from 'react'

/** A key (`j`, `?`, `Enter`) or a chord with the control or command key (`mod+k`), what it does, and where it counts. */
export type Shortcut = {
  readonly keys: string
  readonly does: string
  readonly run: () => void
  readonly everywhere?: boolean
}

const known = new Set<{ current: readonly Shortcut[] }>()

/** Makes shortcuts work while the component is there; they are listed on the sheet that `?` opens.
 *  Letters never act while the person writes; chords do. The component mounted last wins. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    known.add(latest)
    return () => {
      known.delete(latest)
    }
  }, [])
}

/** All shortcuts that work now, those of the page first. */
export function shortcutsNow(): Shortcut[] {
  return [...known].reverse().flatMap((one) => one.current)
}

/** Listens for all shortcuts on one target; returns how to stop. Once, by the shell. */
export function listenForShortcuts(target: EventTarget): () => void {
  const hear = (event: Event) => {
    const pressed = event as KeyboardEvent
    if (pressed.defaultPrevented || pressed.isComposing || pressed.repeat) return
    const chord = chordOf(pressed)
    if (!chord.includes('+') && (isWriting(pressed.target) || isInDialog(pressed.target))) return
    const shortcut = shortcutsNow().find((one) => one.keys === chord)
    if (!shortcut) return
    pressed.preventDefault()
    shortcut.run()
  }
  target.addEventListener('keydown', hear)
  return () => target.removeEventListener('keydown', hear)
}

/** The name of what was pressed: `mod+k` for control or command with k, else the key itself. */
export function chordOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  if (event.altKey) return `alt+${event.key}`
  return event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null
}

/** Puts the focus on the page's title: after going to another page, and when the button just pressed is gone.
 *  False when there is no title yet. */
export function focusTitle(): boolean {
  const title = document.querySelector<HTMLElement>('main h1')
  title?.focus({ preventScroll: true })
  return title !== null
}

/** Moves the focus along a list of elements: to the next (1) or previous (-1) of those `selector` finds in document order.
 *  From outside the list the first one below the top of the window is next. */
export function moveFocus(selector: string, step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  const at = all.findIndex((element) => element.contains(document.activeElement))
  const seen = all.findIndex((element) => element.getBoundingClientRect().bottom > 80)
  const next = at >= 0 ? all[at + step] : all[step === 1 ? seen : seen - 1]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
}
