import { Worker } from 'node:worker_threads'
import type { themes } from '../../analysis/index.ts'
import type { Answered, Asked, ComputeAsked, Found, Placed, ThemeText } from './asked.ts'

/** The thread that computes, as the rest of the process sees it. Null: the conversation was not computed in it yet. */
export type Engine = {
  compute(venueId: string, asked: ComputeAsked): Promise<Found>
  place(venueId: string, texts: readonly ThemeText[]): Promise<readonly Placed[] | null>
  similar(venueId: string, text: string, most: number): Promise<readonly themes.SimilarText[] | null>
  stop(): Promise<void>
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }
type Question = Asked extends infer A ? (A extends Asked ? Omit<A, 'number'> : never) : never

/** Opens the thread at its first question, and again after it died; what waited for it then fails. */
export function openEngine(): Engine {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let next = 0

  function drop(died: Worker, error: Error): void {
    if (worker !== died) return
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(new URL('./thread.ts', import.meta.url))
    started.unref()
    started.on('message', ({ number, answer, error }: Answered) => {
      const asked = waiting.get(number)
      waiting.delete(number)
      if (error === undefined) asked?.resolve(answer)
      else asked?.reject(new Error(error))
    })
    started.on('error', (error) => drop(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => drop(started, new Error('the thread of themes ended')))
    return started
  }

  function ask<T>(question: Question): Promise<T> {
    worker ??= start()
    const number = next++
    const answer = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }))
    worker.postMessage({ ...question, number })
    return answer as Promise<T>
  }

  return {
    compute: (venueId, asked) => ask({ what: 'compute', venueId, asked }),
    place: (venueId, texts) => ask({ what: 'place', venueId, texts }),
    similar: (venueId, text, most) => ask({ what: 'similar', venueId, text, most }),
    stop: async () => {
      await worker?.terminate()
    },
  }
}
