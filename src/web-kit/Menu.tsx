import { type ReactNode, Suspense, useRef, useState } from 'react'
import { Button, type ButtonKind } from './Button.tsx'
import type { IconName } from './Icon.tsx'
import { say } from './kit-say.ts'
import { lazyPart } from './lazy-part.ts'
import type { MenuEntry } from './menu-entry.ts'

const loadList = () => import('./lazy/MenuList.tsx')
const MenuList = lazyPart(() => loadList().then((found) => found.MenuList))

type MenuProps = {
  readonly label?: string
  readonly entries: readonly MenuEntry[]
  readonly kind?: ButtonKind
  readonly icon?: IconName
  readonly small?: boolean
  /** What the button shows instead of its icon; then its words are the button's name. */
  readonly children?: ReactNode
}

/** A button with more to do behind it. The list's code loads when the pointer or the focus comes near. */
export function Menu({
  label = say('kit.menu'),
  entries,
  kind = 'quiet',
  icon = 'more',
  small = false,
  children,
}: MenuProps) {
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button
        ref={trigger}
        kind={kind}
        small={small}
        {...(children === undefined && { icon, iconOnly: true })}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={loadList}
        onFocus={loadList}
        onPress={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {children ?? label}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <MenuList label={label} entries={entries} trigger={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
