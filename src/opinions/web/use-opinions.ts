import { useState } from 'react'
import { useLive } from '../../web-kit/live/index.ts'
import { api } from './api.ts'

/** The opinion groups of a venue. What is shown stays as it is; newer groups wait until `show` brings them. */
export function useOpinions(venueId: string) {
  const opinions = api.useAnswer('GET /api/venues/:venueId/opinions', { venueId })
  const known = opinions.data?.revision ?? 0
  const [newest, setNewest] = useState(0)
  useLive([`venue:${venueId}`], opinions.data?.cursor, (frame) => {
    const events = frame.events as readonly { type: string; revision?: number }[]
    const told = events.filter(({ type }) => type === 'opinions.changed').map(({ revision = 0 }) => revision)
    setNewest((before) => Math.max(before, frame.reset ? known + 1 : 0, ...told))
  })
  const show = async (): Promise<void> => {
    setNewest(0)
    await opinions.refetch()
  }
  return { opinions, anew: newest > known, show }
}
