import type { ReactNode } from 'react'

/** What a dialog shows; `onClose` comes by Escape, by its cross and by a press beside it. */
export type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly width?: 'narrow' | 'wide'
}
