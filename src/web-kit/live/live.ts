import type { LiveFrame } from '../../platform/contract.ts'
import type { LiveState } from './connect.ts'
import { type Joined, joinTabs } from './join-tabs.ts'
import { placeOf, type TabMessage } from './tab-channel.ts'
import { type TopicCursors, topicCursors, unionOf } from './topic-cursors.ts'

export type { LiveState } from './connect.ts'

export type Subscription = {
  readonly topics: readonly string[]
  /** The cursor of the view that is kept fresh: nothing that happened after it is missed. Absent: from now on. */
  readonly since?: number | undefined
  /** Called with what is new in one of the topics. A frame with `reset` says: fetch the view anew. */
  readonly onFrame: (frame: LiveFrame) => void
}

/** This tab's part of the one stream that all tabs of the browser share. */
export type Live = {
  /** Hears the topics until the returned function is called. */
  subscribe(subscription: Subscription): () => void
  state(): LiveState
  /** Told whenever the state changes, until the returned function is called. */
  onState(changed: () => void): () => void
  /** Leaves the other tabs alone (this page is put aside); `start` joins again, and nothing was missed. */
  stop(): void
  start(): void
}

export type LiveOptions = {
  /** Address of the stream, without its query. */
  readonly path?: string
  /** Tabs with one name share a stream. */
  readonly name?: string
}

/** Opens this tab's part. The stream itself is opened when somebody subscribes. */
export function openLive({ path = '/api/live', name = 'dandelion-live' }: LiveOptions = {}): Live {
  const subscriptions = new Map<Subscription, TopicCursors>()
  const watchers = new Set<() => void>()
  let state: LiveState = 'connecting'
  let granted: readonly string[] = []
  let joined: Joined | undefined

  const cursors = () => unionOf([...subscriptions.values()].map((seen) => seen.all()))

  function tell(frame: LiveFrame): void {
    for (const [{ onFrame }, seen] of [...subscriptions]) {
      const fresh = seen.fresh(frame)
      if (fresh) onFrame(fresh)
    }
  }

  function hear(message: TabMessage): void {
    if (message.kind === 'state') change(message.state)
    if (message.kind === 'hello') begin(message.hello.topics, message.hello.cursor)
    if (message.kind === 'again') join(message.topic, message.from)
    if (message.kind === 'again') message.frames.forEach(tell)
    if (message.kind === 'frame') tell(message.frame)
    reach(placeOf(message))
  }

  function reach(place: number | null): void {
    if (place !== null) for (const seen of subscriptions.values()) seen.reached(granted, place)
  }

  function join(topic: string, from: number): void {
    for (const seen of subscriptions.values()) seen.join(topic, from)
  }

  function begin(topics: readonly string[], from: number): void {
    granted = topics
    const behind = [...subscriptions.values()].map((seen) => seen.begin(topics, from))
    if (behind.includes(true)) joined?.wish()
  }

  function change(now: LiveState): void {
    if (now === state) return
    state = now
    for (const changed of [...watchers]) changed()
  }

  function start(): void {
    joined ??= joinTabs({ path, name, cursors, hear })
    if (subscriptions.size > 0) joined.wish()
  }

  start()
  return {
    subscribe(subscription) {
      const seen = topicCursors()
      for (const topic of subscription.topics) seen.want(topic, subscription.since ?? null)
      subscriptions.set(subscription, seen)
      joined?.wish()
      return () => {
        subscriptions.delete(subscription)
        joined?.wish()
      }
    },
    state: () => state,
    onState(changed) {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
    stop() {
      joined?.leave()
      joined = undefined
      change('connecting')
    },
    start,
  }
}
