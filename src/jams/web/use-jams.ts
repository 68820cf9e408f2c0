import { useInfiniteQuery } from '@tanstack/react-query'
import type { CallError } from '../../web-kit/index.ts'
import type { JamSummary } from '../contract.ts'
import { api } from './api.ts'

type JamsAnswer = { jams: JamSummary[]; next: string | null; mayStart: string[] }

/** The jams I may see, page after page. */
export function useJams() {
  const pages = useInfiniteQuery<JamsAnswer, CallError>({
    queryKey: ['GET /api/jams'],
    queryFn: ({ pageParam }) => api.call('GET /api/jams', pageParam ? { before: String(pageParam) } : {}),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
  return {
    first: { data: pages.data?.pages[0], error: pages.error, refetch: pages.refetch },
    all: pages.data?.pages.flatMap((page) => page.jams) ?? [],
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
  }
}
