import { useEffect, useState } from 'react'
import type { ContributionView } from '../../conversation/contract.ts'
import type { Similar } from '../contract.ts'
import { SIMILAR_TEXT_MAX } from '../rules/limits.ts'
import { api } from './api.ts'

/** After this pause in writing it is asked what is similar: within a word nobody looks. */
const PAUSE_MS = 300
/** Fewer letters say nothing yet. */
const LEAST_LETTERS = 12

/** `across`: it says the same in another language, told by its theme. */
export type FoundSimilar = Pick<Similar, 'contribution' | 'across'>

/** What others have written like this text, asked anew after each pause. What is shown stays until the next answer; no
 *  answer is no fault: whoever writes is not troubled. */
export function useSimilar(venueId: string, text: string) {
  const [found, setFound] = useState<readonly FoundSimilar[]>([])
  const asked = text.trim().slice(0, SIMILAR_TEXT_MAX).toWellFormed()
  useEffect(() => {
    if (asked.length < LEAST_LETTERS) return setFound([])
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const { signal } = leaving
        const { similar } = await api.call('POST /api/venues/:venueId/similar', { venueId, text: asked }, { signal })
        if (!signal.aborted) setFound(similar)
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
    setFound((before) => before.map((one) => (one.contribution.id === item.id ? { ...one, contribution: item } : one)))
  return { found, changed }
}
