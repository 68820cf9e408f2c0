import type { LiveFrame, LiveHello } from '../../platform/contract.ts'

/** The last frames of the stream, for tabs and views that join while it runs. */
export type RecentFrames = {
  /** A stream has begun: its new topics are remembered from its place on. */
  begin(hello: LiveHello): void
  keep(frame: LiveFrame): void
  /** Frames of a topic after a place; undefined when some of them are not remembered. */
  after(topic: string, place: number): readonly LiveFrame[] | undefined
}

const KEPT = 200

export function recentFrames(kept = KEPT): RecentFrames {
  const from = new Map<string, number>()
  const frames: LiveFrame[] = []
  return {
    begin({ topics, cursor }) {
      for (const topic of [...from.keys()]) if (!topics.includes(topic)) from.delete(topic)
      for (const topic of topics) if (!from.has(topic)) from.set(topic, cursor)
    },
    keep(frame) {
      frames.push(frame)
      if (frame.reset) from.set(frame.topic, frame.cursor)
      if (frames.length <= kept) return
      const dropped = frames.shift()
      if (dropped) from.set(dropped.topic, Math.max(dropped.cursor, from.get(dropped.topic) ?? 0))
    },
    after(topic, place) {
      const known = from.get(topic)
      if (known === undefined || place < known) return undefined
      return frames.filter((frame) => frame.topic === topic && frame.cursor > place)
    },
  }
}
