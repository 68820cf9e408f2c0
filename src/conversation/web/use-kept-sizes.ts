import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { CacheSnapshot, WindowVirtualizerHandle } from 'virtua'

type Kept = { readonly sizes: CacheSnapshot; readonly length: number }

/** The measured sizes of a list, kept while the viewer looks elsewhere: on return the list is as tall as it was, so that
 *  the router finds the place again. Undefined when the list has another length by now. */
export function useKeptSizes(
  list: RefObject<WindowVirtualizerHandle | null>,
  key: readonly unknown[],
  length: number,
): CacheSnapshot | undefined {
  const client = useQueryClient()
  const at = ['conversation.sizes', ...key]
  const latest = useRef({ at, length })
  latest.current = { at, length }
  const first = useRef(client.getQueryData<Kept>(at)).current
  const hasItems = length > 0
  useLayoutEffect(() => {
    const handle = list.current
    if (!handle || !hasItems) return
    return () => {
      const { at, length } = latest.current
      client.setQueryData<Kept>(at, { sizes: handle.cache, length })
    }
  }, [client, list, hasItems])
  return first?.length === length ? first.sizes : undefined
}
