/** A short word that comes and goes: what was done, and a way back. */
export type Toast = { readonly id: number; readonly sentence: string; readonly undo: (() => void) | undefined }

/** How long a toast stays unless the pointer or the focus rests on it. */
export const TOAST_STAYS_MS = 8000

const listeners = new Set<() => void>()
let shown: readonly Toast[] = []
let count = 0

/** Tells the person something in passing. Never for a problem they must act on: that belongs beside its cause.
 *  There is one way back at a time: that of the latest act. */
export function tell(sentence: string, options: { undo?: () => void } = {}): void {
  count += 1
  const others = shown
    .filter((toast) => toast.sentence !== sentence)
    .map((toast) => (options.undo ? { ...toast, undo: undefined } : toast))
  change([...others.slice(-2), { id: count, sentence, undo: options.undo }])
}

export function dismiss(id: number): void {
  change(shown.filter((toast) => toast.id !== id))
}

export function toastsNow(): readonly Toast[] {
  return shown
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(next: readonly Toast[]): void {
  shown = next
  for (const listener of listeners) listener()
}
