import { channel } from 'node:diagnostics_channel'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { insertEvent, readHead } from './store/events.ts'

/** A fact in the past tense, told in the transaction that made it true. `topics` are `kind:id` (at most 20), `facts` hold
 *  ids, numbers and keys, never a person's words. `personId` is who acted; absent when a clock did. */
export type NewEvent = {
  readonly type: string
  readonly topics: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
  readonly personId?: string | null
}

/** An event that has its place in the one order of everything. Positions are consecutive and start at 1. */
export type SequencedEvent = {
  readonly id: string
  readonly position: number
  readonly type: string
  readonly topics: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
  readonly personId: string | null
  readonly at: Date
}

/** Sequencers of this process hear at once that something was committed; those of other processes find it by asking. */
export const emittedHint = channel('dandelion.emitted')

/** Appends an event to the outbox. It exists exactly if the transaction commits. */
export async function emit(tx: Tx, event: NewEvent): Promise<void> {
  await insertEvent(tx, { id: newId(), ...event })
  tx.afterCommit(() => emittedHint.publish(undefined))
}

/** The position up to which a view can be trusted to be complete. Read it before the rows of the view: the view may then
 *  be newer than its cursor, never older, and events that it already holds are applied again without harm. */
export async function currentCursor(tx: Tx): Promise<number> {
  return readHead(tx)
}
