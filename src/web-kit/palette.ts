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

/** Entries that are made of what is typed, whatever it is. */
type Answering = (words: string) => readonly PaletteEntry[]

const known = new Set<{ current: readonly PaletteEntry[] }>()
const answering = new Set<{ current: Answering }>()

/** Adds entries to the palette while the component is there. */
export function usePaletteEntries(entries: readonly PaletteEntry[]): void {
  useAmong(known, entries)
}

/** Adds an answer to whatever is typed, after the entries that hold it, while the component is there. */
export function usePaletteAnswers(answer: Answering): void {
  useAmong(answering, answer)
}

function useAmong<T>(all: Set<{ current: T }>, one: T): void {
  const latest = useRef(one)
  latest.current = one
  useEffect(() => {
    all.add(latest)
    return () => {
      all.delete(latest)
    }
  }, [all])
}

/** Entries that hold every word typed, in any order; those whose label begins with the words first. At most 50, then the
 *  answers to what was typed. */
export function paletteFind(words: string): PaletteEntry[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  const all = [...known].reverse().flatMap((one) => one.current)
  const found = all.filter((entry) => {
    const text = folded(`${entry.label} ${entry.under ?? ''}`)
    return wanted.every((word) => text.includes(word))
  })
  const starts = (entry: PaletteEntry) => Number(folded(entry.label).startsWith(wanted[0] ?? ''))
  const answers = [...answering].reverse().flatMap((one) => one.current(words.trim()))
  return [...found.sort((one, other) => starts(other) - starts(one)).slice(0, 50), ...answers]
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
