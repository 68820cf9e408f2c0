import type { SequencedEvent } from '../events.ts'
import { type FindMissed, openCatchUp, type Place } from './catch-up.ts'
import { type Channel, openChannels } from './channels.ts'
import { encodeMessage, frameOf, heartbeat, withId } from './frames.ts'
import { recentEvents } from './recent-events.ts'
import type { LiveRules } from './rules.ts'
import { cut, type LiveStream, send, uncork, WAITING_FULL } from './stream.ts'

export type FanOutOptions = {
  readonly rules: LiveRules
  readonly findMissed: FindMissed
  /** The position after which events will be heard. */
  readonly start: number
  readonly nowMs: () => number
}

const RECENT_KEPT = 4_096
const HEARTBEAT_MS = 15_000

export type FanOut = ReturnType<typeof openFanOut>

/** What one tick sends: the streams it touches, and the place to come back to from before it. */
type Tick = { readonly touched: Set<LiveStream>; readonly before: number }

/** Sends events to streams: every tick one buffer for each topic and audience, shared by all its readers. Only the last
 *  message of a tick that sent everything carries an id, so that an id never promises what was not sent. */
export function openFanOut({ rules, findMissed, start, nowMs }: FanOutOptions) {
  const recent = recentEvents(start, RECENT_KEPT)
  const channels = openChannels(rules)
  const streams = new Set<LiveStream>()
  const place: Place = { fastTo: start, allTo: start }
  const { holdBack, resume, resumeAll, forget } = openCatchUp({ rules, recent, place, findMissed, nowMs, end })

  function tick(withWhole: boolean): void {
    const sending: Tick = { touched: new Set(), before: place.allTo }
    place.fastTo = recent.head()
    if (withWhole) place.allTo = place.fastTo
    for (const { channel, events } of channels.take(withWhole)) share(channel, events, sending)
    finish(sending, withWhole)
    resumeAll()
  }

  function share(channel: Channel, events: readonly SequencedEvent[], sending: Tick): void {
    for (const [audience, listeners] of channel.audiences) {
      const frame = frameOf({ topic: channel.topic, audience, cursor: place.fastTo, events }, rules)
      if (!frame) continue
      const bytes = encodeMessage(frame)
      for (const stream of listeners) if (stream.state === 'live') offer(stream, bytes, sending)
    }
  }

  /** Puts the frame aside as the stream's last of this tick; the one before it goes out, in one write with the last. */
  function offer(stream: LiveStream, bytes: Buffer, { touched, before }: Tick): void {
    if (!takesMore(stream)) {
      holdBack(stream, before)
      return
    }
    stream.next = bytes
    touched.add(stream)
  }

  function takesMore(stream: LiveStream): boolean {
    if (!stream.next) return stream.response.writableLength <= WAITING_FULL
    stream.response.cork()
    return send(stream, stream.next)
  }

  function finish({ touched, before }: Tick, everything: boolean): void {
    const now = nowMs()
    const named = new Map<Buffer, Buffer>()
    for (const stream of touched) {
      const { next } = stream
      stream.next = undefined
      if (next && send(stream, everything ? nameOnce(named, next) : next)) stream.sentAtMs = now
      else if (next) holdBack(stream, before)
      uncork(stream)
    }
  }

  function nameOnce(named: Map<Buffer, Buffer>, bytes: Buffer): Buffer {
    const known = named.get(bytes)
    if (known) return known
    const message = withId(bytes, place.allTo)
    named.set(bytes, message)
    return message
  }

  function add(stream: LiveStream): void {
    streams.add(stream)
    holdBack(stream, stream.sentTo)
    channels.join(stream)
    resume(stream)
  }

  function remove(stream: LiveStream): void {
    stream.state = 'closed'
    stream.next = undefined
    streams.delete(stream)
    forget(stream)
    channels.leave(stream)
  }

  function end(stream: LiveStream): void {
    remove(stream)
    cut(stream)
  }

  /** Says to quiet streams that they live, and closes those that have been open long enough. */
  function sweep(): void {
    const now = nowMs()
    const bytes = heartbeat(place.allTo)
    for (const stream of streams) {
      const isQuiet = stream.state === 'live' && now - stream.sentAtMs >= HEARTBEAT_MS
      if (now > stream.endsAtMs) end(stream)
      else if (isQuiet && send(stream, bytes)) stream.sentAtMs = now
    }
  }

  return {
    streams: streams as ReadonlySet<LiveStream>,
    streamsOf: channels.streamsOf,
    head: recent.head,
    /** The newest position of which everything has been sent to everybody. */
    sentTo: () => place.allTo,
    recentAfter: recent.after,
    hear(events: readonly SequencedEvent[]): void {
      recent.push(events)
      channels.put(events)
    },
    /** Sends what waits. `withWhole`: also to the topics that a whole jam watches. */
    tick,
    sweep,
    add,
    remove,
    end,
    /** Nothing is sent from now on; `resume` goes on where it stopped. */
    pause: (stream: LiveStream) => holdBack(stream, place.allTo),
    resume,
  }
}
