import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type CallError, useSearchParam } from '../../web-kit/index.ts'
import { type SearchView, WORDS_MAX } from '../contract.ts'
import { api } from './api.ts'

/** After this pause in typing it is looked for: within a word nobody looks. */
const PAUSE_MS = 250
/** A shared address may be broken: what names no jam limits nothing. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export type Asked = { readonly words: string; readonly jamId: string | undefined; readonly order: 'best' | 'newest' }

/** What is looked for, as the address says it: it can be shared and comes back with the browser's history. */
export function useAsked() {
  const [q = '', setWords] = useSearchParam('q')
  const [jam = '', setJam] = useSearchParam('jam')
  const [order, setOrder] = useSearchParam('order')
  const words = q.slice(0, WORDS_MAX).toWellFormed()
  const asked: Asked = { words, jamId: ID.test(jam) ? jam : undefined, order: order === 'newest' ? 'newest' : 'best' }
  return {
    asked,
    setWords,
    setOrder: (value: string) => setOrder(value === 'best' ? undefined : value),
    everywhere: () => setJam(undefined),
  }
}

/** What is typed, told once whoever types pauses or sends it; follows when somebody else changes it. */
export function useTyped(words: string, tell: (words: string | undefined) => void) {
  const [typed, setTyped] = useState(words)
  const [seen, setSeen] = useState(words)
  const told = useRef(words)
  // The address follows a moment after it was told: what it says then is no news, and more was typed since.
  if (seen !== words) {
    setSeen(words)
    if (told.current !== words) setTyped(words)
  }
  const send = () => {
    if (typed.trim() === told.current) return
    told.current = typed.trim()
    tell(told.current || undefined)
  }
  const latest = useRef(send)
  latest.current = send
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the pause anew
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, setTyped, send }
}

/** What was found, page by page. What stands there stays until the next answer. */
export function useSearch({ words, jamId, order }: Asked) {
  return useInfiniteQuery<SearchView, CallError>({
    queryKey: ['POST /api/search', words, jamId, order],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam as string | null
      return api.call(
        'POST /api/search',
        { words, order, ...(jamId && { jamId }), ...(after && { after }) },
        { signal },
      )
    },
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    enabled: /\S/.test(words),
    placeholderData: keepPreviousData,
  })
}
