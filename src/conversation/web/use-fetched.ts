import { useCallback, useEffect, useRef } from 'react'
import type { ContributionView } from '../contract.ts'
import { DELTA_MAX } from '../rules/limits.ts'
import { api } from './api.ts'

/** Fetches contributions and replies by id, as many as there are. */
export async function fetchItems(ids: readonly string[]): Promise<ContributionView[]> {
  const items: ContributionView[] = []
  for (let from = 0; from < ids.length; from += DELTA_MAX) {
    const answer = await api.call('GET /api/contributions', { ids: ids.slice(from, from + DELTA_MAX).join(',') })
    items.push(...answer.items)
  }
  return items
}

/** Many pages hear of a change at the same moment: they ask for it within this span, not at once. */
const SPREAD_MS = 600

/** Fetches anew what live said has changed. `onItems` gets what came and what was asked for. */
export function useRefetch(
  stale: readonly string[],
  onItems: (items: ContributionView[], asked: readonly string[]) => void,
): void {
  const wanted = stale.join(',')
  const latest = useRef(onItems)
  latest.current = onItems
  useEffect(() => {
    if (wanted === '') return
    const ids = wanted.split(',')
    const ask = () =>
      fetchItems(ids)
        .then((items) => latest.current(items, ids))
        .catch(() => undefined) // The next event, or the next visit, brings it.
    const timer = setTimeout(ask, Math.random() * SPREAD_MS)
    return () => clearTimeout(timer)
  }, [wanted])
}

/** Moves the focus to an element once it is in the page: in a long list it may have to be scrolled to first. */
export function useFocusLater(): (id: string) => void {
  const tries = useRef(0)
  return useCallback((id: string) => {
    tries.current = 30
    const attempt = () => {
      const element = document.getElementById(id)
      if (element) return element.focus({ preventScroll: true })
      tries.current -= 1
      if (tries.current > 0) requestAnimationFrame(attempt)
    }
    attempt()
  }, [])
}
