import { useEffect, useRef } from 'react'
import type { IconName } from './Icon.tsx'

/** Something to go to or to do, found by Ctrl-K. */
export type PaletteEntry = {
  readonly id: string
  readonly label: string
  /** Where it belongs, shown in grey and searched too. */
  readonly under?: string
  readonly icon?: IconName
} & ({ readonly to: string } | { readonly run: () => void })

const known = new Set<{ current: readonly PaletteEntry[] }>()

/** Adds entries to the palette while the component is there. */
export function usePaletteEntries(entries: readonly PaletteEntry[]): void {
  const latest = useRef(entries)
  latest.current = entries
  useEffect(() => {
    known.add(latest)
    return () => {
      known.delete(latest)
    }
  }, [])
}

/** Entries that hold every word typed, in any order; those whose label begins with the words first. At most 50. */
export function paletteFind(words: string): PaletteEntry[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  const all = [...known].reverse().flatMap((one) => one.current)
  const found = all.filter((entry) => {
    const text = folded(`${entry.label} ${entry.under ?? ''}`)
    return wanted.every((word) => text.includes(word))
  })
  const starts = (entry: PaletteEntry) => Number(folded(entry.label).startsWith(wanted[0] ?? ''))
  return found.sort((one, other) => starts(other) - starts(one)).slice(0, 50)
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
