import type { Database } from './database.ts'
import { isPassing, sentenceOf } from './event-errors.ts'
import type { EventTail } from './event-tail.ts'
import type { SequencedEvent } from './events.ts'
import { type Repeated, runRepeatedly } from './run-repeatedly.ts'
import { findEventsAfter, lockConsumer, moveConsumer, saveFailure } from './store/events.ts'
import type { Tx } from './transaction.ts'

export type Consuming = {
  readonly database: Database
  readonly tail: EventTail
  /** The reader's place is kept under this name for good; two processes with one name share the work. */
  readonly name: string
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
const PACE_MS = 100
/** How often an event is tried before it is set aside in event_failure. */
const TRIES = 5

/** Starts a reader with a memory: it goes on where it stopped, in order, whatever happened in between. */
export function consumeEvents(consuming: Consuming): Repeated {
  const { database, tail, name, handle, onError = () => {} } = consuming
  // After a failure the events of that batch are taken one by one: only so is it known which of them fails.
  let oneByOne = 0
  let failed: { id: string; tries: number } | undefined

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

  async function batch(tx: Tx): Promise<boolean> {
    const position = await lockConsumer(tx, name)
    const events = await findEventsAfter(tx, position, oneByOne > 0 ? 1 : BATCH)
    const last = events.at(-1)
    if (!last) return false
    await take(tx, events)
    await moveConsumer(tx, name, last.position)
    tx.afterCommit(passed)
    return oneByOne > 0 || events.length === BATCH
  }

  function passed(): void {
    oneByOne = Math.max(0, oneByOne - 1)
    failed = undefined
  }

  async function setAside(error: unknown): Promise<boolean> {
    return database.transaction({ role: 'jobs' }, async (tx) => {
      const position = await lockConsumer(tx, name)
      const [event] = await findEventsAfter(tx, position, 1)
      if (!event || event.id !== failed?.id) return true
      await saveFailure(tx, name, { eventId: event.id, error: sentenceOf(error) })
      await moveConsumer(tx, name, event.position)
      tx.afterCommit(passed)
      return true
    })
  }

  async function work(): Promise<boolean> {
    try {
      return await database.transaction({ role: 'jobs' }, batch)
    } catch (error) {
      if (!failed || failed.tries < TRIES) throw error
      onError(error)
      return setAside(error)
    }
  }

  const repeated = runRepeatedly({ work, pollMs: consuming.pollMs ?? POLL_MS, paceMs: PACE_MS, onError })
  const unsubscribe = tail.subscribe(repeated.hint)
  return {
    hint: repeated.hint,
    stop: () => {
      unsubscribe()
      return repeated.stop()
    },
  }
}
