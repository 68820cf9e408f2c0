import type { ClientConfig } from 'pg'
import { consumeEvents, type Database, type EventTail, runRepeatedly } from '../platform/index.ts'
import { COMPUTE_EVERY_MS, restAfter } from './rules/rest.ts'
import { findVenuesToCompute, markStale } from './store.ts'
import { openGrouper } from './worker/open-grouper.ts'

export type StartOpinions = {
  readonly database: Database
  /** The same, for the thread that reads by itself. */
  readonly connection: ClientConfig
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

type Resting = { readonly until: number; readonly failures: number }

/** Computes opinion groups anew after votes: at most once in two seconds for each venue, and not while nobody votes. */
export function startOpinions({ database, connection, tail, onError }: StartOpinions): { stop(): Promise<void> } {
  const resting = new Map<string, Resting>()
  const grouper = openGrouper(connection)

  // One that fails keeps no other from its turn.
  async function compute(venueId: string): Promise<void> {
    const before = resting.get(venueId)?.failures ?? 0
    const { tookMs, failures } = await grouper.compute(venueId).then(
      (ms) => ({ tookMs: ms, failures: 0 }),
      (error: unknown) => {
        onError(error)
        return { tookMs: 0, failures: before + 1 }
      },
    )
    resting.set(venueId, { until: performance.now() + restAfter(tookMs, failures), failures })
  }

  const computing = runRepeatedly({
    work: async () => {
      const due = await database.transaction({ role: 'jobs' }, findVenuesToCompute)
      for (const venueId of due) if ((resting.get(venueId)?.until ?? 0) <= performance.now()) await compute(venueId)
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
    hears: ['contribution.voted'],
    handle: (tx, votes) => markStale(tx, [...new Set(votes.map(({ facts }) => String(facts.venueId)))]),
    onError,
  })
  return {
    async stop() {
      await reader.stop()
      await grouper.stop() // first: what it computes is not waited for
      await computing.stop()
    },
  }
}
