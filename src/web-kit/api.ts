import {
  QueryClient,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Contracts } from '../kernel/index.ts'
import {
  type Answer,
  type CallError,
  type CallOptions,
  type Given,
  type Input,
  newIntention,
  request,
  Unreachable,
} from './client.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallError
  }
}

type RouteOf<C extends Contracts, M extends string> = Extract<keyof C, `${M} ${string}`> & string

/** The cache of answers of one page. Reads are fresh for 30 s unless live tells otherwise; refusals are not asked again. */
export function newAnswers(onRefused: (error: CallError) => void = () => {}): QueryClient {
  const answers: QueryClient = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 600_000, retry: false, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  answers.getQueryCache().config.onError = onRefused
  answers.getMutationCache().config.onError = onRefused
  return answers
}

/** A module's typed way to its routes: `export const api = apiOf<typeof jamsContract>()`, the contract imported as a type.
 *  - `api.call(route, input)` once, as a promise
 *  - `api.useAnswer(route, input)` a read kept in the cache under [route, input]
 *  - `api.useSend(route)` a write; sending the same input again after a silence is the same intention */
export function apiOf<C extends Contracts>() {
  const call = <R extends keyof C & string>(route: R, ...[input, options]: [...Given<C, R>, options?: CallOptions]) =>
    request(route, (input ?? {}) as Record<string, unknown>, options as CallOptions) as Promise<Answer<C, R>>

  const answerOf = <R extends RouteOf<C, 'GET'>>(route: R, ...[input]: Given<C, R>) =>
    queryOptions({
      queryKey: [route, input ?? {}] as const,
      queryFn: ({ signal }) =>
        request(route, (input ?? {}) as Record<string, unknown>, { signal }) as Promise<Answer<C, R>>,
    })

  return {
    call,
    /** Options for useQuery, prefetchQuery, setQueryData and invalidateQueries. */
    answerOf,
    useAnswer<R extends RouteOf<C, 'GET'>>(route: R, ...given: Given<C, R>): UseQueryResult<Answer<C, R>, CallError> {
      return useQuery(answerOf(route, ...given)) as UseQueryResult<Answer<C, R>, CallError>
    },
    useSend<R extends RouteOf<C, 'POST' | 'PUT' | 'DELETE'>>(
      route: R,
    ): UseMutationResult<Answer<C, R>, CallError, Input<C, R>> {
      const last = useRef<{ input: string; key: string } | undefined>(undefined)
      return useMutation<Answer<C, R>, CallError, Input<C, R>>({
        mutationFn: (input) => {
          const text = JSON.stringify(input)
          const key = last.current?.input === text ? last.current.key : newIntention()
          last.current = { input: text, key }
          return request(route, input as Record<string, unknown>, { intention: key }) as Promise<Answer<C, R>>
        },
        onSettled: (_answer, error) => {
          if (!(error instanceof Unreachable)) last.current = undefined
        },
      })
    },
  }
}
