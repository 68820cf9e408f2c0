import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type CallError, sentenceOf, tell } from '../../web-kit/index.ts'
import type { ThreadView } from '../contract.ts'
import { applyEvent, applyItems, staleIds, type ThreadState, threadOf, withPage } from '../live-state.ts'
import { PAGE_DEFAULT } from '../rules/limits.ts'
import { api } from './api.ts'
import { fetchItems, useRefetch } from './use-fetched.ts'
import { useLiveEvents } from './use-live-events.ts'

export type ThreadOf = {
  readonly threadId: string
  readonly order: 'tree' | 'time'
  /** Begin at this reply instead of the first unread one. */
  readonly at: string | undefined
}

type Held = { readonly view: ThreadView; readonly state: ThreadState }

/** A thread that is live: begins where I stopped reading (or at a reply), grows at both ends, new replies wait. */
export function useThread(thread: ThreadOf) {
  const { threadId, order, at } = thread
  const client = useQueryClient()
  const key = useMemo(() => ['conversation.thread', threadId, order, at], [threadId, order, at])
  const first = useQuery<Held, CallError>({
    queryKey: key,
    queryFn: async () => {
      const where = at && at !== threadId ? { at } : { from: 'unread' as const }
      const view = await api.call('GET /api/threads/:threadId', { threadId, order, limit: PAGE_DEFAULT, ...where })
      return { view, state: threadOf(view) }
    },
    // Each visit begins at the first unread of that moment.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  })
  const held = first.data
  const update = useCallback(
    (change: (state: ThreadState) => ThreadState) =>
      client.setQueryData<Held>(key, (before) => before && { ...before, state: change(before.state) }),
    [client, key],
  )
  const [gap, setGap] = useState(false)
  useLiveEvents([`thread:${threadId}`], held?.state.cursor, {
    onEvent: (event) => update((before) => applyEvent(before, event)),
    onGap: () => setGap(true),
  })
  useRefetch(held ? staleIds(held.state) : [], (items, asked) => update((before) => applyItems(before, items, asked)))
  const grow = useGrowth(thread, held?.state, update)
  const showWaiting = useCallback(async () => {
    const ids = client.getQueryData<Held>(key)?.state.waiting ?? []
    try {
      const items = await fetchItems(ids)
      update((before) => applyItems(before, items, ids))
      return items
    } catch (error) {
      tell(sentenceOf(error as Error))
      return []
    }
  }, [client, key, update])
  const reload = useCallback(() => {
    setGap(false)
    return client.invalidateQueries({ queryKey: key })
  }, [client, key])
  return { first, held, update, grow, showWaiting, gap, reload }
}

type Side = 'before' | 'after'

function useGrowth(
  { threadId, order }: ThreadOf,
  state: ThreadState | undefined,
  update: (change: (state: ThreadState) => ThreadState) => unknown,
) {
  const [busy, setBusy] = useState<Side | undefined>(undefined)
  const [error, setError] = useState<{ side: Side; problem: CallError } | undefined>(undefined)
  const working = useRef(false)
  const load = async (side: Side) => {
    const cursor = side === 'after' ? state?.next : state?.previous
    if (!cursor || working.current) return
    working.current = true
    setBusy(side)
    setError(undefined)
    try {
      const where = side === 'after' ? { after: cursor } : { before: cursor }
      const view = await api.call('GET /api/threads/:threadId', { threadId, order, limit: PAGE_DEFAULT, ...where })
      update((before) => withPage(before, side, view))
    } catch (problem) {
      setError({ side, problem: problem as CallError })
    }
    working.current = false
    setBusy(undefined)
  }
  return { busy, error, load }
}
