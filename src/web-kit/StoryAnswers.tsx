import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { newAnswers } from './api.ts'

type Key = readonly unknown[]

type StoryAnswersProps = {
  /** What is already read, by [route, input]. */
  readonly known?: readonly (readonly [Key, unknown])[]
  /** What is asked and never answered. */
  readonly waiting?: readonly Key[]
  readonly children: ReactNode
}

/** For stories: a page with these answers and no server. */
export function StoryAnswers({ known = [], waiting = [], children }: StoryAnswersProps) {
  const [answers] = useState(() => {
    const made = newAnswers()
    made.setDefaultOptions({ queries: { staleTime: Number.POSITIVE_INFINITY } })
    for (const [key, answer] of known) made.setQueryData(key, answer)
    for (const queryKey of waiting) void made.fetchQuery({ queryKey, queryFn: () => new Promise<never>(() => {}) })
    return made
  })
  return <QueryClientProvider client={answers}>{children}</QueryClientProvider>
}
