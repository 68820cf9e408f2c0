import { consumeEvents, type Database, type EventTail, runRepeatedly } from '../platform/index.ts'
import { computeVenue } from './compute-venue.ts'
import { findVenuesToCompute, markStale } from './store/computing.ts'

/** Figures are at most this old, and a venue takes at most a twentieth of a core. */
const COMPUTE_EVERY_MS = 2_000
const REST_TIMES = 20

/** Events after which what is new in a venue is another. Votes are left out: they come by the hundred a second and move no
 *  count; the strongest texts follow with the next word. */
const HEARD = ['contribution.posted', 'reply.posted', 'contribution.changed', 'themes.changed', 'themes.placed']

export type StartCatchUp = {
  readonly database: Database
  readonly tail: EventTail
  readonly onError: (error: unknown) => void
}

/** Keeps up the figures that everybody's catch-up is read from. */
export function startCatchUp({ database, tail, onError }: StartCatchUp): { stop(): Promise<void> } {
  const restingUntil = new Map<string, number>()

  // One that fails keeps no other from its turn.
  async function compute(venueId: string): Promise<void> {
    const began = performance.now()
    await computeVenue(database, venueId).catch(onError)
    const took = performance.now() - began
    restingUntil.set(venueId, performance.now() + took * REST_TIMES)
  }

  const computing = runRepeatedly({
    work: async () => {
      const due = await database.transaction({ role: 'jobs' }, findVenuesToCompute)
      for (const venueId of due) if ((restingUntil.get(venueId) ?? 0) <= performance.now()) await compute(venueId)
      return false
    },
    pollMs: COMPUTE_EVERY_MS,
    paceMs: COMPUTE_EVERY_MS,
    onError,
  })
  const reader = consumeEvents({
    database,
    tail,
    name: 'catch-up',
    hears: HEARD,
    handle: (tx, events) => markStale(tx, [...new Set(events.map(({ facts }) => String(facts.venueId)))]),
    onError,
  })
  return {
    async stop() {
      await reader.stop()
      await computing.stop()
    },
  }
}
