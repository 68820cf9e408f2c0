import { consumeEvents, type Database, type EventTail, runRepeatedly } from '../platform/index.ts'
import { computeVenue } from './compute-venue.ts'
import { findVenuesToCompute, markStale } from './store.ts'

const COMPUTE_EVERY_MS = 2_000

export type StartOpinions = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

/** Computes opinion groups anew after votes: at most once in two seconds for each venue, and not while nobody votes. */
export function startOpinions({ database, tail, onError }: StartOpinions): { stop(): Promise<void> } {
  const computing = runRepeatedly({
    work: async () => {
      const due = await database.transaction({ role: 'jobs' }, findVenuesToCompute)
      // One that fails is tried again and keeps no other from its turn.
      for (const venueId of due) await computeVenue(database, venueId).catch(onError)
      return false
    },
    pollMs: COMPUTE_EVERY_MS,
    paceMs: COMPUTE_EVERY_MS,
    onError,
  })
  const reader = consumeEvents({
    database,
    tail,
    name: 'opinions',
    handle: async (tx, events) => {
      const votes = events.filter(({ type }) => type === 'contribution.voted')
      if (votes.length > 0) await markStale(tx, [...new Set(votes.map(({ facts }) => String(facts.venueId)))])
    },
    onError,
  })
  return {
    async stop() {
      await reader.stop()
      await computing.stop()
    },
  }
}
