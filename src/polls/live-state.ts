import type { PollView } from './contract.ts'

/** What live says of a poll, with the facts that travel (events.ts). */
export type LiveEvent =
  | { readonly type: 'poll.voted'; readonly id: string; readonly people: number | null }
  | { readonly type: 'poll.changed' | 'poll.counted'; readonly id: string }

/** The polls that are shown after an event; undefined: they must be fetched anew. */
export function applyEvent(polls: readonly PollView[], event: LiveEvent): readonly PollView[] | undefined {
  if (event.type !== 'poll.voted') return undefined
  return polls.map((poll) => (poll.id === event.id && poll.state === 'open' ? { ...poll, people: event.people } : poll))
}
