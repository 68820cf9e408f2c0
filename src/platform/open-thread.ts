import { Worker } from 'node:worker_threads'

/** What is asked of a thread, with the number that its answer carries. */
export type Numbered<Question> = Question & { readonly number: number }
/** What a thread answers: with the number of the question, and an error in place of an answer when it failed. */
export type Answered = { readonly number: number; readonly answer?: unknown; readonly error?: string }

/** A thread that answers questions one after the other and keeps what it knows between them. */
export type Thread<Question> = {
  ask<T>(question: Question): Promise<T>
  /** Ends it for good; what waits for an answer then fails. */
  stop(): Promise<void>
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }

/** Opens the thread of a file at its first question, and again after it died; what waited for it then fails. `what` names
 *  it in errors; `onEnd` hears that it died and knows nothing any more. */
export function openThread<Question extends object>(
  file: URL,
  what: string,
  onEnd: () => void = () => {},
): Thread<Question> {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let next = 0
  let stopped = false

  function drop(died: Worker, error: Error): void {
    if (worker !== died) return
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    if (!stopped) onEnd()
  }

  function start(): Worker {
    const started = new Worker(file)
    started.unref()
    started.on('message', ({ number, answer, error }: Answered) => {
      const asked = waiting.get(number)
      waiting.delete(number)
      if (error === undefined) asked?.resolve(answer)
      else asked?.reject(new Error(error))
    })
    started.on('error', (error) => drop(started, error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => drop(started, new Error(`the thread of ${what} ended`)))
    return started
  }

  return {
    async ask<T>(question: Question) {
      if (stopped) throw new Error(`the thread of ${what} was stopped`)
      worker ??= start()
      const number = next++
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }))
      worker.postMessage({ ...question, number } satisfies Numbered<Question>)
      return (await answer) as T
    },
    stop: async () => {
      stopped = true
      await worker?.terminate()
    },
  }
}
