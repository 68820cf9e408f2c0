import type { LiveFrame } from '../contract.ts'
import type { SequencedEvent } from '../events.ts'
import { encodeMessage, frameOf, resetOf, withId } from './frames.ts'
import { isWhole, type LiveRules } from './rules.ts'
import { type LiveStream, WAITING_MAX } from './stream.ts'

export type Missed = {
  /** What happened since the stream's place; undefined: too much, or no longer known. */
  readonly events: readonly SequencedEvent[] | undefined
  readonly fastTo: number
  readonly allTo: number
  readonly rules: LiveRules
}

/** Room for the resets of fifty topics is left when missed events fill the rest. */
const BYTES_MAX = WAITING_MAX - 16 * 1024

/** The messages that bring one stream up to what the others have. Each topic is brought to where its channel stands: the
 *  next tick then sends this stream what it sends to everybody. Topics with too much missed are to be fetched anew. */
export function catchUpFrames(stream: LiveStream, missed: Missed): Buffer[] {
  let bytes = 0
  const messages: Buffer[] = []
  for (const { topic, audience } of stream.reader.granted) {
    const cursor = isWhole(missed.rules, topic) ? missed.allTo : missed.fastTo
    const frame = topicFrame({ topic, audience, cursor }, missed)
    if (!frame) continue
    const message = encodeMessage(frame)
    const fits = bytes + message.length <= BYTES_MAX
    messages.push(fits ? message : encodeMessage(resetOf(topic, cursor)))
    bytes += fits ? message.length : 0
  }
  const last = messages.pop()
  if (!last) return []
  const isKnown = missed.events !== undefined && stream.sentTo > missed.allTo
  return [...messages, isKnown ? last : withId(last, missed.allTo)]
}

type Wanted = { readonly topic: string; readonly audience: string; readonly cursor: number }

function topicFrame({ topic, audience, cursor }: Wanted, { events, rules }: Missed): LiveFrame | undefined {
  if (!events) return resetOf(topic, cursor)
  const ofTopic = events.filter((event) => event.position <= cursor && event.topics.includes(topic))
  return frameOf({ topic, audience, cursor, events: ofTopic }, rules)
}
