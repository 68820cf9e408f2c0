import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type CallError, sentenceOf, tell } from '../../web-kit/index.ts'
import { applyEvent, applyItems, caughtUp, type FeedState, feedOf, staleIds, withOlder } from '../live-state.ts'
import { api } from './api.ts'
import { fetchItems, useRefetch } from './use-fetched.ts'
import { useLiveEvents } from './use-live-events.ts'

export type FeedOf = {
  readonly venueId: string
  readonly forumId: string | null
  readonly forumIds: readonly string[]
  readonly order: 'recent' | 'active'
}

/** So many fit a screen twice; the rest comes while reading. */
const LIMIT = 30
/** More than these are not fetched one by one: the feed begins anew. */
const WAITING_MAX = 200
/** One stream carries at most 50 topics; some are for the jam and for a thread. */
const TOPICS_MAX = 45

const pageOf = ({ venueId, forumId, order }: FeedOf, before?: string) =>
  api.call('GET /api/venues/:venueId/contributions', {
    venueId,
    order,
    limit: LIMIT,
    ...(forumId && { forumId }),
    ...(before && { before }),
  })

/** A feed that is live: what is new waits, what changed is fetched anew, older ones come while reading. It is kept while
 *  the viewer looks into a thread; on return live tells what happened meanwhile. */
export function useFeed(feed: FeedOf) {
  const client = useQueryClient()
  const { venueId, forumId, order } = feed
  const key = useMemo(() => ['conversation.feed', venueId, forumId, order], [venueId, forumId, order])
  const first = useQuery<FeedState, CallError>({
    queryKey: key,
    queryFn: async () => feedOf(await pageOf(feed), forumId, order),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  const state = first.data
  const update = useCallback(
    (change: (state: FeedState) => FeedState) =>
      client.setQueryData<FeedState>(key, (before) => before && change(before)),
    [client, key],
  )
  const catchUp = useCatchUp(feed, update)
  useLiveEvents(
    feed.forumId ? [`forum:${feed.forumId}`] : feed.forumIds.slice(0, TOPICS_MAX).map((id) => `forum:${id}`),
    state?.cursor,
    { onEvent: (event) => update((before) => applyEvent(before, event)), onGap: catchUp },
  )
  const stale = state ? staleIds(state) : []
  useRefetch(stale, (items, asked) => update((before) => applyItems(before, items, asked)))
  const older = useOlder(feed, state, update)
  const showWaiting = useCallback(async () => {
    const ids = client.getQueryData<FeedState>(key)?.waiting ?? []
    try {
      if (ids.length > WAITING_MAX) {
        await client.invalidateQueries({ queryKey: key })
        return []
      }
      const items = await fetchItems(ids)
      update((before) => applyItems(before, items, ids))
      return items.toSorted((a, b) => (a.postedAt < b.postedAt ? 1 : -1))
    } catch (error) {
      tell(sentenceOf(error as Error))
      return []
    }
  }, [client, key, update])
  return { first, state, update, older, showWaiting }
}

function useCatchUp(feed: FeedOf, update: (change: (state: FeedState) => FeedState) => unknown) {
  const latest = useRef(feed)
  latest.current = feed
  return useCallback(() => {
    pageOf(latest.current)
      .then((page) => update((before) => caughtUp(before, page)))
      .catch(() => undefined) // Live tells again when it is back.
  }, [update])
}

function useOlder(
  feed: FeedOf,
  state: FeedState | undefined,
  update: (change: (state: FeedState) => FeedState) => unknown,
) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const next = state?.next ?? null
  const load = async () => {
    if (busy || next === null) return
    setBusy(true)
    setError(null)
    try {
      const page = await pageOf(feed, next)
      update((before) => (before.next === next ? withOlder(before, page) : before))
    } catch (problem) {
      setError(problem as CallError)
    }
    setBusy(false)
  }
  return { busy, error, load, more: next !== null }
}
