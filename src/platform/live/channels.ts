import type { SequencedEvent } from '../events.ts'
import { isWhole, type LiveRules } from './rules.ts'
import type { LiveStream } from './stream.ts'

/** Who listens to one topic, by audience, and what waits for the next tick. */
export type Channel = {
  readonly topic: string
  readonly whole: boolean
  readonly audiences: Map<string, Set<LiveStream>>
  pending: SequencedEvent[]
}

export type Channels = {
  join(stream: LiveStream): void
  leave(stream: LiveStream): void
  put(events: readonly SequencedEvent[]): void
  /** Takes the channels with something waiting; whole ones only when asked for. */
  take(withWhole: boolean): { channel: Channel; events: readonly SequencedEvent[] }[]
  streamsOf(topic: string): LiveStream[]
}

/** The topics that somebody listens to. */
export function openChannels(rules: LiveRules): Channels {
  const channels = new Map<string, Channel>()
  const dirty = new Set<Channel>()

  function channelOf(topic: string): Channel {
    const known = channels.get(topic)
    if (known) return known
    const channel: Channel = { topic, whole: isWhole(rules, topic), audiences: new Map(), pending: [] }
    channels.set(topic, channel)
    return channel
  }

  function put(event: SequencedEvent): void {
    for (const topic of event.topics) {
      const channel = channels.get(topic)
      if (!channel) continue
      channel.pending.push(event)
      dirty.add(channel)
    }
  }

  return {
    join(stream) {
      for (const { topic, audience } of stream.reader.granted) {
        const { audiences } = channelOf(topic)
        const streams = audiences.get(audience) ?? new Set()
        audiences.set(audience, streams.add(stream))
      }
    },
    leave(stream) {
      for (const { topic, audience } of stream.reader.granted) {
        const channel = channels.get(topic)
        const streams = channel?.audiences.get(audience)
        streams?.delete(stream)
        if (streams?.size === 0) channel?.audiences.delete(audience)
        if (channel?.audiences.size === 0) {
          channels.delete(topic)
          dirty.delete(channel)
        }
      }
    },
    put: (events) => events.forEach(put),
    take(withWhole) {
      const due = [...dirty].filter((channel) => withWhole || !channel.whole)
      return due.map((channel) => {
        const events = channel.pending
        channel.pending = []
        dirty.delete(channel)
        return { channel, events }
      })
    },
    streamsOf: (topic) => [...(channels.get(topic)?.audiences.values() ?? [])].flatMap((streams) => [...streams]),
  }
}
