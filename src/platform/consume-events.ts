import type { Database } from './database.ts'
import { isPassing, sentenceOf } from './event-errors.ts'
import type { EventTail } from './event-tail.ts'
import type { SequencedEvent } from './events.ts'
import { type Repeated, runRepeatedly } from './run-repeatedly.ts'
import { findEventsOfTypes, lockConsumer, moveConsumer, saveFailure } from './store/events.ts'
import type { Tx } from './transaction.ts'

export type Consuming = {
  readonly database: Database
  readonly tail: EventTail
  /** The reader's place is kept under this name for good; two processes with one name share the work. */
  readonly name: string
  /** The types it is for; of others it takes none and is not woken. */
  readonly hears: readonly string[]
  /** Takes events in their order, at most 500 in one go. What it writes through `tx` happens exactly once; anything else
   *  at least once. */
  readonly handle: (tx: Tx, events: readonly SequencedEvent[]) => Promise<void>
  readonly onError?: (error: unknown) => void
  /** Tests only: the time until a failed batch is tried again. */
  readonly pollMs?: number
}

const BATCH = 500
const POLL_MS = 1_000
/** Whoever reads more often takes fewer at a time, for the same price each. */
const PACE_MS = 250
/** How often an event is tried before it is set aside in event_failure. */
const TRIES = 5

/** Starts a reader with a memory: it goes on where it stopped, in order, whatever happened in between. */
export function consumeEvents(consuming: Consuming): Repeated {
  const { database, tail, name, hears, handle, onError = () => {} } = consuming
  // After a failure the events of that batch are taken one by one: only so is it known which of them fails.
  let oneByOne = 0
  let failed: { id: string; tries: number } | undefined
  /** Up to here everything was taken; the tail is asked first, so that an idle reader asks nothing of the database. */
  let reached = -1

  async function take(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
    try {
      await handle(tx, events)
    } catch (error) {
      if (!isPassing(error)) note(events)
      throw error
    }
  }

  function note(events: readonly SequencedEvent[]): void {
    const [first] = events
    if (events.length > 1) oneByOne = events.length
    else if (first) failed = { id: first.id, tries: failed?.id === first.id ? failed.tries + 1 : 1 }
  }

  /** The place of the reader, its next events, and where it will be after them: behind all that are not for it too. */
  async function findNext(tx: Tx, limit: number) {
    const { position, head } = await lockConsumer(tx, name)
    if (head <= position) return { events: [], position, next: position }
    const events = await findEventsOfTypes(tx, { types: hears, after: position, upTo: head, limit })
    return { events, position, next: events.length === limit ? (events.at(-1)?.position ?? head) : head }
  }

  async function batch(tx: Tx): Promise<boolean> {
    const limit = oneByOne > 0 ? 1 : BATCH
    const { events, position, next } = await findNext(tx, limit)
    if (events.length > 0) await take(tx, events)
    if (next !== position) await moveConsumer(tx, name, next)
    tx.afterCommit(() => {
      reached = next
      if (events.length > 0) passed()
    })
    return events.length === limit
  }

  function passed(): void {
    oneByOne = Math.max(0, oneByOne - 1)
    failed = undefined
  }

  async function setAside(error: unknown): Promise<boolean> {
    return database.transaction({ role: 'jobs' }, async (tx) => {
      const [event] = (await findNext(tx, 1)).events
      if (!event || event.id !== failed?.id) return true
      await saveFailure(tx, name, { eventId: event.id, error: sentenceOf(error) })
      await moveConsumer(tx, name, event.position)
      tx.afterCommit(passed)
      return true
    })
  }

  async function work(): Promise<boolean> {
    if (reached >= tail.position()) return false
    try {
      return await database.transaction({ role: 'jobs' }, batch)
    } catch (error) {
      if (!failed || failed.tries < TRIES) throw error
      onError(error)
      return setAside(error)
    }
  }

  const repeated = runRepeatedly({ work, pollMs: consuming.pollMs ?? POLL_MS, paceMs: PACE_MS, onError })
  const types = new Set(hears)
  const unsubscribe = tail.subscribe((events) => {
    if (events.some(({ type }) => types.has(type))) repeated.hint()
  })
  return {
    hint: repeated.hint,
    stop: () => {
      unsubscribe()
      return repeated.stop()
    },
  }
}
