import { createContext, type RefCallback, useCallback, useContext } from 'react'
import type { ContributionView } from '../contract.ts'

/** Is told which contributions stand in the page, and gives what to do when one leaves it. */
export type Sight = (id: string, element: HTMLElement) => () => void

/** Whoever stands above conversation may notice here what is read. */
export const SightContext = createContext<Sight | null>(null)

/** The ref of the element that shows a contribution. One's own words and tombstones are not looked at. */
export function useSight({ id, mine, retracted }: ContributionView): RefCallback<HTMLElement> {
  const sight = useContext(SightContext)
  const isRead = !mine && !retracted
  return useCallback(
    (element: HTMLElement | null) => (element && isRead ? sight?.(id, element) : undefined),
    [sight, id, isRead],
  )
}
