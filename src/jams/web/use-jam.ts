import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { JamView } from '../contract.ts'
import { api } from './api.ts'
import { useVenueEvents } from './use-venue-events.ts'

/** All viewers hear of a move at once: they ask within this span, not in the same moment. */
const SPREAD_MS = 1500

/** A jam, live: counts change as they are told, everything else is fetched anew when it changed. */
export function useJam(jamId: string) {
  const client = useQueryClient()
  const options = api.answerOf('GET /api/jams/:jamId', { jamId })
  const jam = api.useAnswer('GET /api/jams/:jamId', { jamId })
  const timer = useRef(0)
  const ask = () => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(
      () => client.invalidateQueries({ queryKey: options.queryKey }),
      Math.random() * SPREAD_MS,
    )
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const count = (counts: JamView['jam']['counts']) =>
    client.setQueryData<JamView>(options.queryKey, (before) => before && withCounts(before, counts))
  useVenueEvents(jamId, jam.data?.cursor, {
    onEvent: (event) => {
      if (event.type === 'venue.counted') count(countsOf(event))
      else ask()
    },
    onGap: ask,
  })
  return jam
}

function countsOf({ people, writers, guests, hubs, contributions, replies, votes }: JamView['jam']['counts']) {
  return { people, writers, guests, hubs, contributions, replies, votes }
}

function withCounts(view: JamView, counts: JamView['jam']['counts']): JamView {
  return { ...view, jam: { ...view.jam, counts } }
}

/** Puts the answer of a change in place of the jam that is shown. */
export function useJamChanged(): (view: JamView) => void {
  const client = useQueryClient()
  return (view) => {
    client.setQueryData(api.answerOf('GET /api/jams/:jamId', { jamId: view.jam.id }).queryKey, view)
    void client.invalidateQueries({ queryKey: ['GET /api/jams'] })
  }
}
