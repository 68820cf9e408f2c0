import { useLive } from '../../web-kit/live/index.ts'
import type { JamSummary } from '../contract.ts'

export type VenueEvent =
  | ({ readonly type: 'venue.counted' } & JamSummary['counts'])
  | { readonly type: 'jam.moved' | 'jam.changed' }

type Listener = { readonly onEvent: (event: VenueEvent) => void; readonly onGap: () => void }

const heard = new Set(['venue.counted', 'jam.moved', 'jam.changed'])

/** Hears what happens to a jam as a whole: its counts about once a second, its course and settings. */
export function useVenueEvents(jamId: string, since: number | undefined, { onEvent, onGap }: Listener): void {
  useLive([`venue:${jamId}`], since, (frame) => {
    if (frame.reset) onGap()
    // The server sends the facts that the modules' events.ts let travel; their shape is proved there.
    for (const event of frame.events) if (heard.has(event.type)) onEvent(event as unknown as VenueEvent)
  })
}
