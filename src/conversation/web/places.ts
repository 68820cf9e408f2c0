import { createContext, useContext } from 'react'

/** The addresses of things in the venue that is shown: a conversation does not know what kind of venue it takes place in. */
export type Places = {
  readonly venueId: string
  /** Whoever looks hosts here, as the server says: corrects the language of what others wrote. */
  readonly isHost?: boolean
  /** A thread; `at` is one of its replies, `reply` opens the composer with that kind. */
  thread(threadId: string, options?: { at?: string; reply?: string }): string
  forum(forumId: string): string
  signIn(): string
}

const nowhere: Places = {
  venueId: '',
  thread: (threadId) => `#${threadId}`,
  forum: (forumId) => `#${forumId}`,
  signIn: () => '/sign-in',
}

export const PlacesContext = createContext<Places>(nowhere)

export function usePlaces(): Places {
  return useContext(PlacesContext)
}
