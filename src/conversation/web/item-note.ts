import { createContext, type ReactNode, useContext } from 'react'
import type { ContributionView } from '../contract.ts'

/** Where a contribution is shown: as one of a list, or whole at the head of its thread. */
export type ShownIn = 'list' | 'thread'

/** What else is to be said below the words of a contribution; a conversation does not know what that may be. */
export type ItemNote = (item: ContributionView, shownIn: ShownIn) => ReactNode

export const ItemNoteContext = createContext<ItemNote>(() => null)

export function useItemNote(): ItemNote {
  return useContext(ItemNoteContext)
}
