import type { SequencedEvent } from '../events.ts'
import { catchUpFrames } from './missed.ts'
import type { RecentEvents } from './recent-events.ts'
import type { LiveRules } from './rules.ts'
import { hold, type LiveStream, send } from './stream.ts'

/** Reads events of topics in (after, upTo] from the database; undefined when they are too many or no longer there. */
export type FindMissed = (wanted: {
  topics: readonly string[]
  after: number
  upTo: number
}) => Promise<readonly SequencedEvent[] | undefined>

/** What has been sent to whoever is `live`: topics of few up to `fastTo`, everything up to `allTo`. */
export type Place = { fastTo: number; allTo: number }

export type CatchingUp = {
  readonly rules: LiveRules
  readonly recent: RecentEvents
  readonly place: Readonly<Place>
  readonly findMissed: FindMissed
  readonly nowMs: () => number
  readonly end: (stream: LiveStream) => void
}

/** A reader who takes nothing for so long is closed and may come back. */
const HELD_MAX_MS = 10_000
/** A reader may be ahead of this process (it read from another one); so long is waited before it must fetch anew. */
const AHEAD_MAX_MS = 2_000

/** Keeps the streams that get no frames just now, and brings them up to the others when they may and can take it. */
export function openCatchUp({ rules, recent, place, findMissed, nowMs, end }: CatchingUp) {
  const held = new Set<LiveStream>()

  function holdBack(stream: LiveStream, sentTo: number): void {
    if (stream.state === 'closed') return
    hold(stream, sentTo, nowMs())
    held.add(stream)
  }

  function resume(stream: LiveStream): void {
    if (stream.checking || stream.catching) return
    const heldForMs = nowMs() - stream.heldSinceMs
    if (stream.response.writableLength === 0) supply(stream, heldForMs)
    else if (heldForMs > HELD_MAX_MS) end(stream)
  }

  function supply(stream: LiveStream, heldForMs: number): void {
    const isAhead = stream.sentTo > recent.head()
    if (isAhead && heldForMs < AHEAD_MAX_MS) return
    const events = recent.after(stream.sentTo)
    if (events) catchUp(stream, isAhead ? undefined : events)
    else void readMissed(stream)
  }

  async function readMissed(stream: LiveStream): Promise<void> {
    stream.catching = true
    const upTo = recent.from()
    const topics = stream.reader.granted.map(({ topic }) => topic)
    try {
      const missed = await findMissed({ topics, after: stream.sentTo, upTo })
      const newer = recent.after(upTo)
      stream.catching = false
      if (stream.checking) return // resumed when that has ended
      catchUp(stream, missed && newer ? [...missed, ...newer] : undefined)
    } catch {
      end(stream) // the database is away: the browser comes back after a while
    }
  }

  /** `events` undefined: too much was missed. */
  function catchUp(stream: LiveStream, events: readonly SequencedEvent[] | undefined): void {
    if (stream.state !== 'held') return
    for (const message of catchUpFrames(stream, { events, ...place, rules })) send(stream, message)
    stream.sentAtMs = nowMs()
    stream.state = 'live'
    held.delete(stream)
  }

  return {
    /** From now on the stream gets nothing; everything up to `sentTo` was sent. */
    holdBack,
    /** Gives a held stream what it missed, as soon as it may have it and takes it. */
    resume,
    resumeAll: (): void => held.forEach(resume),
    forget: (stream: LiveStream): boolean => held.delete(stream),
  }
}
