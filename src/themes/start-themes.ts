import {
  consumeEvents,
  type Database,
  type EventTail,
  runRepeatedly,
  type SequencedEvent,
  type Tx,
} from '../platform/index.ts'
import { computeVenue } from './compute-venue.ts'
import { linkFamilies } from './link-families.ts'
import { placeNew } from './place-new.ts'
import { addWaiting, findVenuesToCompute, markActive, markNewVenues, markStale } from './store/computing.ts'
import { saveListFigures, saveThemeFigures } from './store/figures.ts'
import { tell } from './tell.ts'
import type { Engine } from './worker/open-engine.ts'

/** A conversation of fewer contributions has no themes yet. */
const LEAST_CONTRIBUTIONS = 20
const COMPUTE_EVERY_MS = 60_000
const LOOK_EVERY_MS = 2_000
const PLACE_EVERY_MS = 1_000

export type StartThemes = {
  readonly database: Database
  readonly tail: EventTail
  readonly engine: Engine
  readonly onError: (error: unknown) => void
  /** Tests only: the shortest time between two computations of one venue. */
  readonly computeEveryMs?: number
}

/** Places what is written within seconds and computes each active conversation once a minute. */
export function startThemes(starting: StartThemes): { stop(): Promise<void> } {
  const { database, tail, engine, onError, computeEveryMs = COMPUTE_EVERY_MS } = starting
  const placing = runRepeatedly({
    work: () => placeNew(database, engine),
    pollMs: PLACE_EVERY_MS,
    paceMs: PLACE_EVERY_MS,
    onError,
  })
  // The thread begins empty: those that people write in are computed at once, whenever that was last.
  let filled = false
  const computing = runRepeatedly({
    work: async () => {
      if (!filled) await database.transaction({ role: 'jobs' }, markActive)
      await computeDue(starting, filled ? computeEveryMs : 0)
      filled = true
      return false
    },
    pollMs: LOOK_EVERY_MS,
    paceMs: LOOK_EVERY_MS,
    onError,
  })
  const reader = consumeEvents({
    database,
    tail,
    name: 'themes',
    handle: hear,
    onError,
  })
  return {
    async stop() {
      await reader.stop()
      await engine.stop()
      await Promise.all([placing.stop(), computing.stop()])
    },
  }
}

async function computeDue({ database, engine, onError }: StartThemes, everyMs: number): Promise<void> {
  const due = await database.transaction({ role: 'jobs' }, async (tx) => {
    await markNewVenues(tx)
    return findVenuesToCompute(tx, { least: LEAST_CONTRIBUTIONS, before: new Date(tx.now.getTime() - everyMs) })
  })
  // One that fails is tried again and keeps no other from its turn.
  for (const venueId of due) {
    await computeVenue(database, engine, venueId)
      .then(() => linkFamilies(database, engine, venueId))
      .catch(onError)
  }
}

const HEARD = new Set(['contribution.posted', 'reply.posted', 'contribution.changed'])

const venuesOf = (events: readonly SequencedEvent[]): string[] => [
  ...new Set(events.map(({ facts }) => facts.venueId).filter((id) => typeof id === 'string')),
]

async function hear(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
  const posted = events.filter(({ type }) => type === 'contribution.posted')
  const stale = venuesOf(events.filter(({ type }) => HEARD.has(type)))
  const shaped = venuesOf(events.filter(({ type, personId }) => type === 'themes.changed' && personId))
  const ids = posted.map(({ facts }) => String(facts.id))
  if (ids.length > 0) await addWaiting(tx, ids)
  if (stale.length > 0) await markStale(tx, stale)
  for (const venueId of shaped) await countAnew(tx, venueId)
}

/** A host has shaped: who acts for a host may not read others' votes, so agreement is counted here. */
async function countAnew(tx: Tx, venueId: string): Promise<void> {
  await saveThemeFigures(tx, venueId)
  const revision = await saveListFigures(tx, venueId)
  await tell(tx, { type: 'themes.changed', facts: { venueId, revision } })
}
