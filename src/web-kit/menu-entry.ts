import type { RefObject } from 'react'
import type { May } from '../kernel/index.ts'
import type { IconName } from './Icon.tsx'

/** One thing that a menu offers: it does something here or leads elsewhere. `id` is unique in its menu. */
export type MenuEntry = {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly danger?: boolean
  /** Refused entries stay readable, with the reason beneath. */
  readonly may?: May
} & ({ readonly onPress: () => void } | { readonly to: string; readonly download?: boolean })

/** What the open list needs of the button that opened it: the list hangs on `trigger` and gives the focus back to it. */
export type MenuListProps = {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly trigger: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}
