import type { Database } from './database.ts'
import type { SequencedEvent } from './events.ts'
import { runRepeatedly } from './run-repeatedly.ts'
import { EVENT_CHANNEL, findEventsAfter, readHead } from './store/events.ts'

/** Called with events in their order, each exactly once for a process. It must not throw and must return at once. */
export type HearEvents = (events: readonly SequencedEvent[]) => void

/** One process's reader of the outbox: from where it started, every event once, in order. */
export type EventTail = {
  /** Everything up to here has been handed on. */
  position(): number
  /** Hears the events from now on, until the returned function is called. */
  subscribe(hear: HearEvents): () => void
  stop(): Promise<void>
}

const BATCH = 1_000
const POLL_MS = 1_000
/** Streams send every 250 ms at most: reading more often would only cost. */
const PACE_MS = 100

/** Starts reading at the present end of the outbox. Wakes on the sequencer's notification and at least once a second. */
export async function startEventTail(options: {
  readonly database: Database
  readonly onError?: (error: unknown) => void
  /** Tests only. */
  readonly pollMs?: number
}): Promise<EventTail> {
  const { database, onError = () => {} } = options
  const hearers = new Set<HearEvents>()
  let position = await database.transaction({ role: 'jobs' }, readHead, { readOnly: true })

  async function read(): Promise<boolean> {
    const find = (tx: Parameters<typeof findEventsAfter>[0]) => findEventsAfter(tx, position, BATCH)
    const events = await database.transaction({ role: 'jobs' }, find, { readOnly: true })
    const last = events.at(-1)
    if (!last) return false
    position = last.position
    for (const hear of hearers) hear(events)
    return events.length === BATCH
  }

  const repeated = runRepeatedly({ work: read, pollMs: options.pollMs ?? POLL_MS, paceMs: PACE_MS, onError })
  const unlisten = await database.listen(EVENT_CHANNEL, repeated.hint)
  return {
    position: () => position,
    subscribe(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    async stop() {
      await unlisten()
      await repeated.stop()
    },
  }
}
