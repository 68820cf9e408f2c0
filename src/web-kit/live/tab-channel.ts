import type { LiveFrame } from '../../platform/contract.ts'
import type { Heard, LiveState } from './connect.ts'
import type { Cursors } from './topic-cursors.ts'

/** What the tabs of one browser say to each other. */
export type TabMessage =
  | Heard
  | { readonly kind: 'state'; readonly state: LiveState }
  /** For a tab that joined later: the stream tells this topic from here on, and these frames were after that place. */
  | { readonly kind: 'again'; readonly topic: string; readonly from: number; readonly frames: readonly LiveFrame[] }
  /** A tab wants these topics from these places, and nothing else. */
  | { readonly kind: 'want'; readonly tab: string; readonly cursors: Cursors }
  | { readonly kind: 'bye'; readonly tab: string }
  /** A tab has taken the stream over: say what you want. */
  | { readonly kind: 'lead' }

/** Up to where everything of the stream's topics has been told with this message; null: it does not say. */
export function placeOf(message: TabMessage): number | null {
  return message.kind === 'frame' || message.kind === 'alive' ? message.id : null
}

export type TabChannel = {
  /** Tells all tabs, this one as well. */
  say(message: TabMessage): void
  close(): void
}

const CHANNEL = 'dandelion-live'

/** The line between the tabs; without BroadcastChannel a tab talks to itself. */
export function openTabChannel(hear: (message: TabMessage) => void, name = CHANNEL): TabChannel {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
  if (channel) channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(data)
  return {
    say(message) {
      channel?.postMessage(message)
      hear(message)
    },
    close: () => channel?.close(),
  }
}
