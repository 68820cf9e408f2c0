import './toasts.css'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './Button.tsx'
import { say } from './kit-say.ts'
import { dismiss, onToasts, TOAST_STAYS_MS, type Toast, toastsNow } from './toasts.ts'

/** The place of all toasts; once, in the shell. Polite: a screen reader finishes its sentence first. */
export function Toasts() {
  const toasts = useSyncExternalStore(onToasts, toastsNow, toastsNow)
  return (
    <section className="toasts" aria-label={say('kit.notices')} aria-live="polite">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function OneToast({ toast }: { toast: Toast }) {
  const [held, hold] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismiss(toast.id), TOAST_STAYS_MS)
    return () => clearTimeout(timer)
  }, [held, toast.id])
  const takeBack = () => {
    toast.undo?.()
    dismiss(toast.id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on it only keeps it from leaving
    <div
      className="toast"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <p>{toast.sentence}</p>
      {toast.undo && (
        <Button small kind="quiet" onPress={takeBack}>
          {say('kit.undo')}
        </Button>
      )}
      <Button small kind="quiet" icon="cross" iconOnly onPress={() => dismiss(toast.id)}>
        {say('kit.dismiss')}
      </Button>
    </div>
  )
}
