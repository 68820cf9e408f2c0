import { type ComponentType, lazy } from 'react'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000

/** Loads until it is there, however long the server is away. */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** A part of a page that loads when it is first shown; give it a Suspense of its own. It is waited for however long the
 *  server is away: a part that does not come must not take what is read or written around it with it. */
// biome-ignore lint/suspicious/noExplicitAny: as in React.lazy: the props are those of what is loaded
export function lazyPart<Part extends ComponentType<any>>(load: () => Promise<Part>) {
  return lazy(async () => ({ default: await patiently(load) }))
}
