import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import type { CallError } from '../../web-kit/index.ts'
import { organisation, type Person } from './api.ts'

type Page = { people: Person[]; next: string | null }

/** People by name, page after page: of one hub, or of the whole organisation when `hubId` is undefined. */
export function usePeople(words: string, hubId?: string) {
  const query = useDeferredValue(words.trim())
  const key = hubId ? 'GET /api/hubs/:hubId/people' : 'GET /api/people'
  return useInfiniteQuery<Page, CallError, Person[], unknown[], string | null>({
    queryKey: [key, { hubId, query }],
    initialPageParam: null,
    queryFn: ({ pageParam, signal }) => {
      const input = { ...(query && { query }), ...(pageParam && { after: pageParam }), limit: 50 }
      return hubId
        ? organisation.call('GET /api/hubs/:hubId/people', { hubId, ...input }, { signal })
        : organisation.call('GET /api/people', input, { signal })
    },
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ people }) => people),
    placeholderData: (before) => before,
  })
}
