import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLive } from '../../web-kit/live/index.ts'
import type { ThemesView } from '../contract.ts'
import { api } from './api.ts'

/** What waits until the reader asks for it: themes computed anew, or new contributions that have their themes. */
export type Waiting = { readonly anew: boolean; readonly placed: number }

const NOTHING: Waiting = { anew: false, placed: 0 }

/** The themes of a venue. What is shown stays as it is; what is new waits, and `show` brings it. */
export function useThemes(venueId: string) {
  const client = useQueryClient()
  const options = api.answerOf('GET /api/venues/:venueId/themes', { venueId })
  const themes = api.useAnswer('GET /api/venues/:venueId/themes', { venueId })
  const [waiting, setWaiting] = useState<Waiting>(NOTHING)
  const known = themes.data?.revision ?? 0
  useLive([`venue:${venueId}`], themes.data?.cursor, (frame) => {
    if (frame.reset) setWaiting((before) => ({ ...before, anew: true }))
    for (const event of frame.events as readonly { type: string; revision?: number; placed?: number }[]) {
      if ((event.revision ?? 0) <= known) continue
      if (event.type === 'themes.changed') setWaiting((before) => ({ ...before, anew: true }))
      if (event.type === 'themes.placed')
        setWaiting((before) => ({ ...before, placed: before.placed + (event.placed ?? 0) }))
    }
  })
  // Families stand beside the list, and hosts undo what was said of them from here.
  const askFamiliesAnew = () => client.invalidateQueries({ queryKey: ['GET /api/venues/:venueId/families'] })
  return {
    themes,
    waiting,
    show: async () => {
      setWaiting(NOTHING)
      await Promise.all([client.invalidateQueries({ queryKey: options.queryKey }), askFamiliesAnew()])
    },
    /** Puts the answer of a host's act in place of what is shown. */
    changed: (view: ThemesView) => {
      setWaiting(NOTHING)
      client.setQueryData(options.queryKey, view)
      void client.invalidateQueries({ queryKey: ['GET /api/themes/:themeId'] })
      void askFamiliesAnew()
    },
  }
}
