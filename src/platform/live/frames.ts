import type { LiveEvent, LiveFrame } from '../contract.ts'
import type { SequencedEvent } from '../events.ts'
import { isWhole, type LiveRules } from './rules.ts'

/** More events than this in one frame are a reset: fetching anew is then cheaper than applying. */
export const FRAME_EVENTS_MAX = 200
/** Ids, keys and instants; a person's words do not look like this. */
const ID_LIKE = /^[A-Za-z0-9:._+-]{0,64}$/

function mayTravel(value: unknown): boolean {
  if (typeof value === 'string') return ID_LIKE.test(value)
  return typeof value === 'number' || typeof value === 'boolean' || value === null
}

/** What travels of an event; undefined when its type is not for browsers. A fact that looks like words stays here. */
export function travelling(event: SequencedEvent, rules: LiveRules): LiveEvent | undefined {
  const names = rules.travels[event.type]
  if (!names) return undefined
  const facts = names.filter((name) => mayTravel(event.facts[name])).map((name) => [name, event.facts[name]])
  return { position: event.position, type: event.type, ...Object.fromEntries(facts) }
}

/** Leaves of the events that tell a state only the last one of each thing. */
function lastStates(events: readonly SequencedEvent[], latest: readonly string[]): SequencedEvent[] {
  const kept = new Map<string, SequencedEvent>()
  for (const event of events) {
    const key = latest.includes(event.type) ? `${event.type} ${String(event.facts.id ?? '')}` : event.id
    kept.delete(key) // the last one takes the last place
    kept.set(key, event)
  }
  return [...kept.values()]
}

function countByType(events: readonly SequencedEvent[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

export type Framing = {
  readonly topic: string
  readonly audience: string
  /** Everything of the topic up to here is in this frame or was in one before. */
  readonly cursor: number
  readonly events: readonly SequencedEvent[]
}

/** The frame of some events for one topic and audience; undefined when nothing of them travels. */
export function frameOf({ topic, audience, cursor, events }: Framing, rules: LiveRules): LiveFrame | undefined {
  const meant = events.filter((event) => rules.travels[event.type] && (rules.isFor?.(event, audience) ?? true))
  if (meant.length === 0) return undefined
  const onlyCounted = isWhole(rules, topic) ? (rules.counted ?? []) : []
  const told = lastStates(
    meant.filter((event) => !onlyCounted.includes(event.type)),
    rules.latest ?? [],
  )
  if (told.length > FRAME_EVENTS_MAX) return resetOf(topic, cursor)
  const counted = meant.filter((event) => onlyCounted.includes(event.type))
  const frame = { topic, cursor, events: told.map((event) => travelling(event, rules)).filter((event) => !!event) }
  return counted.length === 0 ? frame : { ...frame, counted: countByType(counted) }
}

/** The frame that says: fetch anew. */
export function resetOf(topic: string, cursor: number): LiveFrame {
  return { topic, cursor, events: [], reset: true }
}

/** The bytes of a message. `event` absent: an ordinary frame. `id`: a reader who comes back with it misses nothing. */
export function encodeMessage(data: unknown, { event, id }: { event?: string; id?: number } = {}): Buffer {
  const head = `${event ? `event: ${event}\n` : ''}${id === undefined ? '' : idLine(id)}`
  return Buffer.from(`${head}data: ${JSON.stringify(data)}\n\n`)
}

/** The same bytes with the place to come back to in front. */
export function withId(message: Buffer, id: number): Buffer {
  return Buffer.concat([Buffer.from(idLine(id)), message])
}

/** Says that the connection lives, and the place to come back to. Dispatches nothing in a browser. */
export function heartbeat(id: number): Buffer {
  return Buffer.from(`:\n${idLine(id)}\n`)
}

function idLine(id: number): string {
  return `id: ${id}\n`
}
