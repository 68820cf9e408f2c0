import type { ClientConfig } from 'pg'
import {
  consumeEvents,
  type Database,
  type EventTail,
  runRepeatedly,
  type SequencedEvent,
  type Tx,
} from '../platform/index.ts'
import { type Computing, computeVenue, countThemes } from './compute-venue.ts'
import { openFeeding, TEXT_EVENTS } from './feed-engine.ts'
import { placeForeign } from './link-families.ts'
import { placeNew } from './place-new.ts'
import { addWaiting, findMoved, findVenuesToCompute, markActive, markNewVenues, markStale } from './store/computing.ts'
import type { Engine } from './worker/open-engine.ts'
import { type Figures, openFigures } from './worker/open-figures.ts'

/** A conversation of fewer contributions has no themes yet. */
const LEAST_CONTRIBUTIONS = 20
const COMPUTE_EVERY_MS = 60_000
/** A conversation that has grown by so much, or is over, is computed before its minute is over, */
const GROWN_SHARE = 0.05
/** but rests so long, so that a beginning does not compute all the time. */
const GROWN_EVERY_MS = 15_000
const LOOK_EVERY_MS = 2_000
const PLACE_EVERY_MS = 1_000

export type StartThemes = {
  readonly database: Database
  /** The same, for the thread that reads by itself. */
  readonly connection: ClientConfig
  readonly tail: EventTail
  readonly engine: Engine
  readonly onError: (error: unknown) => void
  /** Tests only: the shortest time between two computations of one venue. */
  readonly computeEveryMs?: number | undefined
}

/** Places what is written within seconds and computes each active conversation once a minute. */
export function startThemes(starting: StartThemes): { stop(): Promise<void> } {
  const { database, connection, tail, engine, onError, computeEveryMs = COMPUTE_EVERY_MS } = starting
  const lookEveryMs = Math.min(LOOK_EVERY_MS, computeEveryMs)
  const figures = openFigures(connection)
  const feeding = openFeeding({ database, engine })
  const computing: Computing = { database, engine, feeding }
  const placing = runRepeatedly({
    work: () => placeNew(computing),
    pollMs: PLACE_EVERY_MS,
    paceMs: PLACE_EVERY_MS,
    onError,
  })
  // The threads begin empty: those that people write in are computed at once, whenever that was last.
  let filled = false
  const looking = runRepeatedly({
    work: async () => {
      if (!filled) await database.transaction({ role: 'jobs' }, markActive)
      await computeDue({ ...computing, figures }, { everyMs: filled ? computeEveryMs : 0, onError })
      filled = true
      return false
    },
    pollMs: lookEveryMs,
    paceMs: lookEveryMs,
    onError,
  })
  const shaped = new Set<string>()
  const counting = runRepeatedly({
    work: () => countAnew(computing, shaped),
    pollMs: COMPUTE_EVERY_MS,
    paceMs: PLACE_EVERY_MS,
    onError,
  })
  const reader = consumeEvents({
    database,
    tail,
    name: 'themes',
    hears: [...TEXT_EVENTS, 'themes.changed'],
    handle: (tx, events) => {
      // Before it is marked: who finds the mark knows the text.
      feeding.hear(events)
      const shapedNow = venuesOf(events.filter(({ type, personId }) => type === 'themes.changed' && personId))
      for (const venueId of shapedNow) shaped.add(venueId)
      if (shapedNow.length > 0) counting.hint()
      return hear(tx, events)
    },
    onError,
  })
  // Another process may be the one that reads.
  const unsubscribe = tail.subscribe(feeding.hear)
  return {
    async stop() {
      unsubscribe()
      await reader.stop()
      await engine.stop()
      await figures.stop()
      await Promise.all([placing.stop(), looking.stop(), counting.stop()])
    },
  }
}

type Due = { readonly everyMs: number; readonly onError: (error: unknown) => void }

async function computeDue(
  computing: Computing & { readonly figures: Figures },
  { everyMs, onError }: Due,
): Promise<void> {
  const due = await computing.database.transaction({ role: 'jobs' }, async (tx) => {
    await markNewVenues(tx)
    const ago = (ms: number): Date => new Date(tx.now.getTime() - ms)
    return findVenuesToCompute(tx, {
      least: LEAST_CONTRIBUTIONS,
      before: ago(everyMs),
      beforeGrown: ago(Math.min(everyMs, GROWN_EVERY_MS)),
      grownShare: GROWN_SHARE,
    })
  })
  // One that fails keeps no other from its turn. What followed the themes may have failed: all of it is done again.
  for (const venueId of due) {
    await computeAll(computing, venueId).catch(async (error: unknown) => {
      onError(error)
      await computing.database.transaction({ role: 'jobs' }, (tx) => markStale(tx, [venueId]))
    })
  }
}

async function computeAll(computing: Computing & { readonly figures: Figures }, venueId: string): Promise<void> {
  await computeVenue(computing, venueId)
  await computing.figures.link(venueId, await placeForeign(computing.database, computing.engine, venueId))
  await computing.figures.measure(venueId)
}

const venuesOf = (events: readonly SequencedEvent[]): string[] => [
  ...new Set(events.map(({ facts }) => facts.venueId).filter((id) => typeof id === 'string')),
]

async function hear(tx: Tx, events: readonly SequencedEvent[]): Promise<void> {
  const posted = events.filter(({ type }) => type === 'contribution.posted')
  const stale = venuesOf(events.filter(({ type }) => TEXT_EVENTS.has(type)))
  const ids = posted.map(({ facts }) => String(facts.id))
  if (ids.length > 0) await addWaiting(tx, ids)
  if (stale.length > 0) await markStale(tx, stale)
}

/** Hosts have shaped: who acts for a host may not read others' votes, so all is counted here; and what is written next is
 *  placed by where contributions stand now. What a crash forgets is made good by the next computation. */
async function countAnew({ database, engine }: Computing, shaped: Set<string>): Promise<boolean> {
  for (const venueId of shaped) {
    shaped.delete(venueId)
    await countThemes(database, venueId)
    const moved = await database.transaction({ role: 'jobs' }, (tx) => findMoved(tx, venueId))
    engine.stand(
      venueId,
      moved.filter(({ byHost }) => byHost),
    )
  }
  return false
}
