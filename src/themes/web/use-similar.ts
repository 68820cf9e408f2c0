import { useEffect, useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import { api } from './api.ts'

/** After this pause in writing it is asked what is similar: within a word nobody looks. */
const PAUSE_MS = 300
/** Fewer letters say nothing yet. */
const LEAST_LETTERS = 12
/** What a text is about is said in its first lines; a longer address would not pass every proxy. */
const ASKED_LETTERS = 600

type Found = readonly ContributionView[]

/** What others have written like this text, asked anew after each pause. What is shown stays until the next answer; no
 *  answer is no fault: whoever writes is not troubled. */
export function useSimilar(venueId: string, text: string) {
  const [found, setFound] = useState<Found>([])
  const asked = text.trim().slice(0, ASKED_LETTERS).toWellFormed()
  useEffect(() => {
    if (asked.length < LEAST_LETTERS) return setFound([])
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const { signal } = leaving
        const { similar } = await api.call('GET /api/venues/:venueId/similar', { venueId, text: asked }, { signal })
        if (!signal.aborted) setFound(similar.map(({ contribution }) => contribution))
      } catch {
        // A hint is missing, nothing else.
      }
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [asked, venueId])
  const changed = (item: ContributionView) =>
    setFound((before) => before.map((one) => (one.id === item.id ? item : one)))
  return { found, changed }
}
