import { Suspense, useEffect, useState } from 'react'
import { say } from './kit-say.ts'
import { lazyPart } from './lazy-part.ts'
import { listenForShortcuts, useShortcuts } from './shortcuts.ts'

const Palette = lazyPart(() => import('./lazy/Palette.tsx').then((found) => found.Palette))
const ShortcutSheet = lazyPart(() => import('./lazy/ShortcutSheet.tsx').then((found) => found.ShortcutSheet))

/** Hears the keys everywhere: Ctrl-K for the palette, ? for the sheet. Once, in the shell; `open` can be set from menus. */
export function CommandKeys({
  open,
  onOpen,
}: {
  open: 'palette' | 'sheet' | undefined
  onOpen: (what: 'palette' | 'sheet' | undefined) => void
}) {
  useEffect(() => listenForShortcuts(document), [])
  useShortcuts([
    { keys: 'mod+k', does: say('kit.shortcuts.palette'), everywhere: true, run: () => onOpen('palette') },
    { keys: '?', does: say('kit.shortcuts.sheet'), everywhere: true, run: () => onOpen('sheet') },
  ])
  const close = () => onOpen(undefined)
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'sheet' && <ShortcutSheet onClose={close} />}
    </Suspense>
  )
}

/** The state that CommandKeys wants. */
export function useCommandKeys() {
  return useState<'palette' | 'sheet' | undefined>(undefined)
}
