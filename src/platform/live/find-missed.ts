import type { Database } from '../database.ts'
import { findEventsOfTopics, readPrunedTo } from '../store/events.ts'
import type { FindMissed } from './catch-up.ts'

/** More missed events than this, or a place further back than this, and the reader fetches anew. */
const MISSED_MAX = 2_000
const BACK_MAX = 100_000

/** Reads from the outbox what a reader missed who was away for longer than memory goes back. */
export function findMissedIn(database: Database): FindMissed {
  return async ({ topics, after, upTo }) => {
    if (upTo - after > BACK_MAX) return undefined
    return database.transaction(
      { role: 'jobs' },
      async (tx) => {
        if (after < (await readPrunedTo(tx))) return undefined
        const events = await findEventsOfTopics(tx, { topics, after, upTo, limit: MISSED_MAX + 1 })
        return events.length > MISSED_MAX ? undefined : events
      },
      { readOnly: true },
    )
  }
}
