import type { SequencedEvent } from '../events.ts'

/** The last events in memory, so that thousands of readers who come back at once ask the database for nothing. */
export type RecentEvents = {
  /** The position after which everything is here. */
  from(): number
  /** The newest position known. */
  head(): number
  push(events: readonly SequencedEvent[]): void
  /** Every event after the position; undefined when some of them are no longer here. */
  after(position: number): readonly SequencedEvent[] | undefined
}

/** Keeps at least the `kept` newest events that come after `start`. */
export function recentEvents(start: number, kept: number): RecentEvents {
  let from = start
  let events: SequencedEvent[] = []
  return {
    from: () => from,
    head: () => from + events.length,
    push(more) {
      for (const event of more) events.push(event)
      if (events.length < kept * 2) return
      from += events.length - kept
      events = events.slice(-kept)
    },
    // Positions are consecutive, so that the place in the list follows from the position.
    after: (position) => (position < from ? undefined : events.slice(position - from)),
  }
}
