import { Refusal } from '../../kernel/index.ts'
import type { LiveStream, Reader } from './stream.ts'

/** One browser needs one stream; without shared tabs it may need one a tab. */
const SESSION_STREAMS_MAX = 12
const PERSON_STREAMS_MAX = 36

export type StreamLimits = {
  /** Refuses (429) when the session or the person has too many streams already. */
  ensureRoom(reader: Reader): void
  took(stream: LiveStream): void
  gave(stream: LiveStream): void
}

/** Counts the open streams of each session and person in this process. */
export function limitStreams(): StreamLimits {
  const counts = new Map<string, number>()
  const add = (stream: LiveStream, change: number): void => {
    for (const { key } of bounds(stream.reader)) {
      const count = (counts.get(key) ?? 0) + change
      if (count > 0) counts.set(key, count)
      else counts.delete(key)
    }
  }
  return {
    ensureRoom(reader) {
      const full = bounds(reader).find(({ key, max }) => (counts.get(key) ?? 0) >= max)
      if (full) throw new Refusal('live.too-many-streams', { status: 429, values: { max: full.max } })
    },
    took: (stream) => add(stream, 1),
    gave: (stream) => add(stream, -1),
  }
}

function bounds({ personId, sessionId }: Reader): { key: string; max: number }[] {
  const session = sessionId ? [{ key: `session ${sessionId}`, max: SESSION_STREAMS_MAX }] : []
  const person = personId ? [{ key: `person ${personId}`, max: PERSON_STREAMS_MAX }] : []
  return [...session, ...person]
}
