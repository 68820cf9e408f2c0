import { Worker } from 'node:worker_threads'

/** What is asked of a thread, with the number that its answer carries. */
export type Numbered<Question> = Question & { readonly number: number }
export type Answered = { readonly number: number; readonly answer?: unknown; readonly error?: string }

/** A thread that answers questions one after the other and keeps what it knows between them. */
export type Thread<Question> = {
  ask<T>(question: Question): Promise<T>
  /** Ends it; what waits for an answer then fails. */
  stop(): Promise<void>
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }

/** Opens the thread of a file at its first question, and again after it died; what waited for it then fails. `what` names
 *  it in errors. */
export function openThread<Question extends object>(file: URL, what: string): Thread<Question> {
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
    ask<T>(question: Question) {
      worker ??= start()
      const number = next++
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }))
      worker.postMessage({ ...question, number } satisfies Numbered<Question>)
      return answer as Promise<T>
    },
    stop: async () => {
      await worker?.terminate()
    },
  }
}
