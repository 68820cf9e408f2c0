import { type ReactNode, Suspense, useState } from 'react'
import { Button, type ButtonKind } from './Button.tsx'
import type { CallError } from './client.ts'
import type { DialogProps } from './dialog-props.ts'
import { say } from './kit-say.ts'
import { lazyPart } from './lazy-part.ts'
import { Problem } from './States.tsx'

const DialogWindow = lazyPart(() => import('./lazy/DialogWindow.tsx').then((found) => found.DialogWindow))

/** A window over the page: takes the focus, gives it back, closes by Escape. Render it while it is open:
 *  `{open && <Dialog title=… onClose={() => setOpen(false)}>…</Dialog>}`. Its code loads the first time. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  )
}

/** The buttons of a dialog, in its last row. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>
}

type ConfirmProps = {
  readonly title: string
  readonly children: ReactNode
  readonly action: string
  readonly kind?: ButtonKind
  readonly busy?: boolean
  readonly error?: CallError | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once more before something that cannot be taken back. */
export function Confirm({
  title,
  children,
  action,
  kind = 'danger',
  busy = false,
  error,
  onConfirm,
  onClose,
}: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose} width="narrow">
      <div className="stack">
        <div>{children}</div>
        {error && <Problem error={error} title={say('kit.problem.sent-title')} />}
        <DialogActions>
          <Button onPress={onClose}>{say('kit.cancel')}</Button>
          <Button kind={kind} busy={busy} onPress={onConfirm}>
            {action}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

/** A button that opens a dialog: `<DialogButton label=… dialog={(close) => <Dialog onClose={close} …/>} />`. */
export function DialogButton({
  label,
  dialog,
  ...look
}: { label: string; dialog: (close: () => void) => ReactNode } & Omit<
  Parameters<typeof Button>[0],
  'children' | 'onPress'
>) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...look} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {label}
      </Button>
      {open && dialog(() => setOpen(false))}
    </>
  )
}
