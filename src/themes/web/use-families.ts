import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apiOf } from '../../web-kit/index.ts'
import { useLive } from '../../web-kit/live/index.ts'
import type { FamiliesView, familiesContract } from '../contract.ts'

export const familiesApi = apiOf<typeof familiesContract>()

/** The families of a venue. What is shown stays as it is; `anew` says that there is something later, `show` brings it. */
export function useFamilies(venueId: string) {
  const client = useQueryClient()
  const options = familiesApi.answerOf('GET /api/venues/:venueId/families', { venueId })
  const families = familiesApi.useAnswer('GET /api/venues/:venueId/families', { venueId })
  const [anew, setAnew] = useState(false)
  const known = families.data?.revision ?? 0
  useLive([`venue:${venueId}`], families.data?.cursor, (frame) => {
    const events = frame.events as readonly { type: string; revision?: number }[]
    const isLater = events.some(({ type, revision = 0 }) => type === 'themes.changed' && revision > known)
    if (frame.reset || isLater) setAnew(true)
  })
  return {
    families,
    anew,
    show: async () => {
      setAnew(false)
      await client.invalidateQueries({ queryKey: options.queryKey })
    },
    /** Puts the answer of a host's act in place of what is shown. */
    changed: (view: FamiliesView) => {
      setAnew(false)
      client.setQueryData(options.queryKey, view)
      void client.invalidateQueries({ queryKey: ['GET /api/venues/:venueId/themes'] })
    },
  }
}
