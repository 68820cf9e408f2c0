import { connect } from './connect.ts'
import type { RecentFrames } from './recent-frames.ts'
import { placeOf, type TabMessage } from './tab-channel.ts'
import { type Cursors, earliest, topicCursors, unionOf } from './topic-cursors.ts'

/** The tab that holds the stream for all tabs of the browser. */
export type Lead = {
  /** A tab wants these topics from these places, and no others any more. */
  want(tab: string, cursors: Cursors): void
  bye(tab: string): void
  /** What the stream said, as every tab hears it. */
  hear(message: TabMessage): void
  stop(): void
}

export type Leading = {
  readonly path: string
  readonly say: (message: TabMessage) => void
  readonly recent: RecentFrames
}

/** The server takes no more (the platform's LIVE_TOPICS_MAX; a contract is never part of the page). */
const TOPICS_MAX = 50
/** Topics come and go with every page turned: so long is gathered until the stream is opened anew for them. */
const GATHER_MS = 50
/** Topics that nobody wants any more stay in the stream until it is opened for another reason, or so long. */
const TIDY_MS = 30_000
/** A tab that has not said for so long what it wants is gone (it crashed: others say farewell). */
const FORGET_MS = 180_000

export function leadStream({ path, say, recent }: Leading): Lead {
  const wants = new Map<string, { cursors: Cursors; atMs: number }>()
  const streamed = topicCursors()
  /** Topics and places for which the stream is to be opened anew. */
  const asked = topicCursors()
  /** What the running stream was granted; undefined until it has said so. */
  let granted: readonly string[] | undefined
  let disconnect: (() => void) | undefined
  let gathering: ReturnType<typeof setTimeout> | undefined
  let tidying: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    gathering = undefined
    disconnect?.()
    disconnect = undefined
    granted = undefined
    for (const [topic, place] of Object.entries(asked.all())) {
      streamed.want(topic, place)
      asked.drop(topic)
    }
    dropUnwanted()
    if (Object.keys(streamed.all()).length === 0) return
    disconnect = connect({ address, hear: say, onState: (state) => say({ kind: 'state', state }) })
  }

  function openSoon(): void {
    gathering ??= setTimeout(open, GATHER_MS)
  }

  function tidyLater(): void {
    tidying ??= setTimeout(() => {
      tidying = undefined
      if (dropUnwanted()) openSoon()
    }, TIDY_MS)
  }

  function address(): string {
    const cursors = streamed.all()
    const after = earliest(Object.values(cursors))
    const topics = Object.keys(cursors).slice(-TOPICS_MAX).join(',')
    return `${path}?topics=${topics}${after === null ? '' : `&after=${after}`}`
  }

  /** True when the stream has topics that nobody wants. */
  function dropUnwanted(): boolean {
    const now = performance.now()
    for (const [tab, { atMs }] of wants) if (now - atMs > FORGET_MS) wants.delete(tab)
    const wanted = unionOf([...wants.values()].map(({ cursors }) => cursors))
    const unwanted = Object.keys(streamed.all()).filter((topic) => !(topic in wanted))
    unwanted.forEach(streamed.drop)
    return unwanted.length > 0
  }

  /** Has a tab served from this place on: from what is remembered, or by a stream that is opened anew. */
  function supply(topic: string, place: number | null): void {
    if (granted && streamed.has(topic) && isServed(topic, place)) return
    asked.want(topic, place)
    openSoon()
  }

  function isServed(topic: string, place: number | null): boolean {
    if (!granted?.includes(topic)) return true // refused: asked for again when the stream is opened for another reason
    const from = place ?? streamed.all()[topic] ?? 0
    const frames = recent.after(topic, from)
    if (frames) say({ kind: 'again', topic, from, frames })
    return frames !== undefined
  }

  return {
    want(tab, cursors) {
      wants.set(tab, { cursors, atMs: performance.now() })
      for (const [topic, place] of Object.entries(cursors)) supply(topic, place)
      tidyLater()
    },
    bye(tab) {
      wants.delete(tab)
      tidyLater()
    },
    hear(message) {
      if (message.kind === 'frame') streamed.fresh(message.frame)
      if (message.kind === 'hello') {
        granted = message.hello.topics
        streamed.begin(granted, message.hello.cursor)
      }
      const place = placeOf(message)
      if (place !== null && granted) streamed.reached(granted, place)
    },
    stop() {
      clearTimeout(gathering)
      clearTimeout(tidying)
      disconnect?.()
    },
  }
}
