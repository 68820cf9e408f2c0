import { type Lead, leadStream } from './lead-stream.ts'
import { seekLead } from './leadership.ts'
import { recentFrames } from './recent-frames.ts'
import { openTabChannel, type TabMessage } from './tab-channel.ts'
import type { Cursors } from './topic-cursors.ts'

export type Joining = {
  /** Address of the stream, without its query. */
  readonly path: string
  /** Tabs with one name are of one browser. */
  readonly name: string
  /** What this tab wants now, and from where. */
  readonly cursors: () => Cursors
  readonly hear: (message: TabMessage) => void
}

export type Joined = {
  /** Says to whoever leads what this tab wants now. */
  wish(): void
  /** Leaves: another tab takes over if this one led. */
  leave(): void
}

/** Tabs say again what they want, so that the wishes of one that crashed can be forgotten. */
const REPEAT_MS = 25_000
/** A tab that is looked at and hears nothing for so long takes the stream over from one that the system put to sleep. */
const SILENCE_MAX_MS = 60_000

/** Joins the tabs of this browser. One of them leads: it holds the stream and tells the others what it hears. */
export function joinTabs({ path, name, cursors, hear }: Joining): Joined {
  const tab = crypto.randomUUID()
  const recent = recentFrames()
  let lead: Lead | undefined
  let heardAtMs = performance.now()

  const channel = openTabChannel((message) => {
    if (message.kind === 'want') lead?.want(message.tab, message.cursors)
    else if (message.kind === 'bye') lead?.bye(message.tab)
    else if (message.kind === 'lead') wish()
    else fromStream(message)
  }, name)

  function fromStream(message: TabMessage): void {
    heardAtMs = performance.now()
    if (message.kind === 'hello') recent.begin(message.hello)
    if (message.kind === 'frame') recent.keep(message.frame)
    lead?.hear(message)
    hear(message)
  }

  function wish(): void {
    channel.say({ kind: 'want', tab, cursors: cursors() })
  }

  const leadership = seekLead({
    name,
    lead() {
      lead = leadStream({ path, say: channel.say, recent })
      channel.say({ kind: 'lead' })
    },
    follow() {
      lead?.stop()
      lead = undefined
    },
  })

  const repeating = setInterval(() => {
    wish()
    const isWatched = globalThis.document?.visibilityState === 'visible'
    if (!lead && isWatched && performance.now() - heardAtMs > SILENCE_MAX_MS) leadership.seize()
  }, REPEAT_MS)

  return {
    wish,
    leave() {
      clearInterval(repeating)
      channel.say({ kind: 'bye', tab })
      lead?.stop()
      lead = undefined
      leadership.resign()
      channel.close()
    },
  }
}
