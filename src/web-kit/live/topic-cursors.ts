import type { LiveFrame } from '../../platform/contract.ts'

/** How far each wanted topic has been seen; null: from whenever the stream begins. */
export type Cursors = Readonly<Record<string, number | null>>

/** Remembers for each wanted topic how far it was seen, so that nothing is missed and what comes twice is told once. A
 *  topic is deaf until a stream is said to have begun at or before its place: frames of a stream that began later would
 *  hide what lies between. */
export type TopicCursors = {
  want(topic: string, since: number | null): void
  drop(topic: string): void
  has(topic: string): boolean
  /** A stream tells all of these topics from here on. True when one that was heard before would now miss something. */
  begin(topics: readonly string[], from: number): boolean
  /** The running stream told this topic from here on: whoever is at or after that place hears from now on. */
  join(topic: string, from: number): void
  /** What of the frame is new; undefined when nothing is, or when nobody here hears the topic. */
  fresh(frame: LiveFrame): LiveFrame | undefined
  /** Everything of these topics up to the place has been heard. */
  reached(topics: readonly string[], place: number): void
  all(): Cursors
}

type Seen = { place: number | null; hears: boolean }

export function topicCursors(): TopicCursors {
  const topics = new Map<string, Seen>()

  /** True when the topic was heard and has fallen behind. */
  function begin(seen: Seen, from: number): boolean {
    const heardBefore = seen.hears
    seen.place ??= from
    seen.hears = seen.place >= from
    return heardBefore && !seen.hears
  }

  return {
    want(topic, since) {
      const known = topics.get(topic)
      if (!known) topics.set(topic, { place: since, hears: false })
      else known.place = earliest([known.place, since])
    },
    drop: (topic) => void topics.delete(topic),
    has: (topic) => topics.has(topic),
    begin(names, from) {
      const wanted = names.map((name) => topics.get(name)).filter((seen) => seen !== undefined)
      return wanted.map((seen) => begin(seen, from)).includes(true)
    },
    join(topic, from) {
      const seen = topics.get(topic)
      if (seen && !seen.hears) begin(seen, from)
    },
    fresh(frame) {
      const seen = topics.get(frame.topic)
      if (!seen?.hears || seen.place === null) return undefined
      const before = seen.place
      if (!frame.reset && frame.cursor <= before) return undefined
      seen.place = frame.cursor // a reset may go backwards: the server's order may have begun anew
      return { ...frame, events: frame.events.filter(({ position }) => position > before) }
    },
    reached(names, place) {
      for (const name of names) {
        const seen = topics.get(name)
        if (seen?.hears && (seen.place ?? 0) < place) seen.place = place
      }
    },
    all: () => Object.fromEntries([...topics].map(([topic, { place }]) => [topic, place])),
  }
}

/** The place that misses nothing for any of these; null when each may begin now. */
export function earliest(places: Iterable<number | null>): number | null {
  const known = [...places].filter((place) => place !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** The cursors of several tabs as one: each topic from the earliest place that any of them needs. */
export function unionOf(wants: Iterable<Cursors>): Cursors {
  const union: Record<string, number | null> = {}
  for (const want of wants) {
    for (const [topic, place] of Object.entries(want)) {
      const known = union[topic]
      union[topic] = known === undefined ? place : earliest([known, place])
    }
  }
  return union
}
