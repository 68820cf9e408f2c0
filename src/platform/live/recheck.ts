import type { SequencedEvent } from '../events.ts'
import type { FanOut } from './fan-out.ts'
import { type Concerned, concernedBy, type LiveRules } from './rules.ts'
import type { Granted, LiveStream, Reader } from './stream.ts'

/** Asks anew for the right to a stream; throws or gives less than before when it is gone. */
export type AskAgain = (stream: LiveStream) => Promise<Reader>

/** So many questions run at once: a change of audience concerns thousands of streams, and requests need connections too. */
const AT_ONCE = 4

/** Watches for events that take rights away. The streams concerned are silent from that moment, and are ended or go on
 *  where they stopped once the right has been asked for again. */
export function openRecheck(given: { fanOut: FanOut; rules: LiveRules; askAgain: AskAgain }) {
  const { fanOut, rules, askAgain } = given
  const queue: LiveStream[] = []
  const wantedAgain = new Set<LiveStream>()
  let running = 0

  function want(stream: LiveStream): void {
    fanOut.pause(stream)
    if (stream.checking) {
      wantedAgain.add(stream) // the question under way may have been answered before this change
      return
    }
    stream.checking = true
    queue.push(stream)
    void work()
  }

  async function work(): Promise<void> {
    if (running >= AT_ONCE) return
    running++
    for (let stream = queue.shift(); stream; stream = queue.shift()) await check(stream)
    running--
  }

  async function check(stream: LiveStream): Promise<void> {
    let granted = true
    do {
      wantedAgain.delete(stream)
      granted = stream.state !== 'closed' && (await isStillGranted(stream, askAgain))
    } while (granted && wantedAgain.has(stream))
    wantedAgain.delete(stream)
    stream.checking = false
    if (granted) fanOut.resume(stream)
    else fanOut.end(stream)
  }

  function concerned(found: Concerned): Set<LiveStream> {
    if (found.everyone) return new Set(fanOut.streams)
    const ofTopics = (found.topics ?? []).flatMap(fanOut.streamsOf)
    const ofReader = found.personId || found.sessionId ? [...fanOut.streams].filter(isReader(found)) : []
    return new Set([...ofTopics, ...ofReader])
  }

  return {
    hear(events: readonly SequencedEvent[]): void {
      for (const event of events) {
        const found = concernedBy(rules, event)
        if (found) for (const stream of concerned(found)) want(stream)
      }
    },
  }
}

function isReader({ personId, sessionId }: Concerned) {
  return ({ reader }: LiveStream): boolean =>
    (!!personId && reader.personId === personId) || (!!sessionId && reader.sessionId === sessionId)
}

/** May any of these events have taken a right from this reader? For streams that are not open yet. */
export function isConcerned(rules: LiveRules, events: readonly SequencedEvent[], reader: Reader): boolean {
  return events.some((event) => {
    const found = concernedBy(rules, event)
    if (!found) return false
    const { personId, sessionId, topics = [], everyone } = found
    if (everyone) return true
    if (personId && personId === reader.personId) return true
    if (sessionId && sessionId === reader.sessionId) return true
    return reader.granted.some(({ topic }) => topics.includes(topic))
  })
}

async function isStillGranted(stream: LiveStream, askAgain: AskAgain): Promise<boolean> {
  try {
    const { personId, sessionId, granted } = await askAgain(stream)
    const { reader } = stream
    const has = new Set(granted.map(keyOf))
    return (
      personId === reader.personId &&
      sessionId === reader.sessionId &&
      reader.granted.map(keyOf).every((key) => has.has(key))
    )
  } catch {
    return false
  }
}

function keyOf({ topic, audience }: Granted): string {
  return `${topic} ${audience}`
}
