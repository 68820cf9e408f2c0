import type { Database } from './database.ts'
import { isPassing, sentenceOf } from './event-errors.ts'
import type { SequencedEvent } from './events.ts'
import { emittedHint } from './outbox.ts'
import { type Repeated, runRepeatedly } from './run-repeatedly.ts'
import { anyWaiting, lockSequence, notifyReaders, positionWaiting, saveFailure } from './store/events.ts'
import type { Tx } from './transaction.ts'

export type SequencerOptions = {
  readonly database: Database
  /** Runs in the sequencer's own transaction: what it writes is there exactly if the batch has its positions. */
  readonly inSequence?: (tx: Tx, events: readonly SequencedEvent[]) => Promise<void>
  readonly onError?: (error: unknown) => void
  /** Tests only. */
  readonly pollMs?: number
}

/** This process's sequencer: hinted by every commit that told something, stopped before its database is closed. */
export type Sequencer = Repeated

/** Batches (and so wake-ups of the readers) are at least this far apart in the whole database. */
const PACE_MS = 100
const POLL_MS = 1_000
const BATCH = 500
/** How often an event that fails alone is tried before it goes on without its effect. */
const TRIES = 3
/** The name under which the sequencer sets events aside. */
export const SEQUENCE = 'in-sequence'

/** Starts giving positions. Any number of processes may do so at once: a lock orders them. */
export function startSequencer(options: SequencerOptions): Sequencer {
  const onError = options.onError ?? (() => {})
  const sequence = sequencing(options, onError)
  const repeated = runRepeatedly({ work: sequence, pollMs: options.pollMs ?? POLL_MS, paceMs: PACE_MS, onError })
  const hear = (): void => repeated.hint()
  emittedHint.subscribe(hear)
  return {
    hint: repeated.hint,
    stop: () => {
      emittedHint.unsubscribe(hear)
      return repeated.stop()
    },
  }
}

class EffectFailed extends Error {
  readonly events: readonly SequencedEvent[]
  constructor(events: readonly SequencedEvent[], cause: unknown) {
    super(sentenceOf(cause), { cause })
    this.events = events
  }
}

/** The event that failed alone, and how often. */
type Suspect = { readonly id: string; readonly tries: number; readonly error: string }

/** One batch; true when more waits. An event whose effect fails is first isolated by halving the batch, then tried
 *  again, then set aside: the others flow on. */
function sequencing({ database, inSequence }: SequencerOptions, onError: (error: unknown) => void) {
  let limit = BATCH
  let suspect: Suspect | undefined

  async function batch(tx: Tx): Promise<boolean> {
    if (!(await anyWaiting(tx))) return false
    const agoMs = await lockSequence(tx)
    if (agoMs >= 0 && agoMs < PACE_MS) return true
    const events = await positionWaiting(tx, limit)
    if (events.length === 0) return false
    await effect(tx, events)
    const more = events.length === limit
    tx.afterCommit(() => {
      if (events[0]?.id === suspect?.id) suspect = undefined
      limit = Math.min(BATCH, limit * 2)
    })
    return more
  }

  async function effect(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
    const setAside = suspect && suspect.tries >= TRIES && events.length === 1 && events[0]?.id === suspect.id
    try {
      if (setAside) await saveFailure(tx, SEQUENCE, { eventId: suspect?.id ?? '', error: suspect?.error ?? '' })
      else await inSequence?.(tx, events)
      await notifyReaders(tx) // also sends what the effect left for later, so that its errors show here
    } catch (error) {
      throw isPassing(error) ? error : new EffectFailed(events, error)
    }
  }

  function isolate({ events, message }: EffectFailed): void {
    const [first] = events
    limit = Math.max(1, Math.ceil(events.length / 2))
    if (first && events.length === 1) {
      suspect = { id: first.id, tries: suspect?.id === first.id ? suspect.tries + 1 : 1, error: message }
    }
  }

  return async (): Promise<boolean> => {
    try {
      return await database.transaction({ role: 'jobs' }, batch)
    } catch (error) {
      if (!(error instanceof EffectFailed)) throw error
      onError(error)
      isolate(error)
      return true
    }
  }
}
