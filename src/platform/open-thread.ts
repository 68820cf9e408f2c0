import { once } from 'node:events'
import module from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { findBundle, findBundled } from './find-bundled.ts'
import type { Answered, Numbered } from './in-thread.ts'

/** A thread that answers questions and keeps what it knows between them. */
export type Thread<Question> = {
  ask<T>(question: Question): Promise<T>
  /** Ends it for good; what waits for an answer then fails. */
  stop(): Promise<void>
}

/** `what` names the thread in errors; `given` is its workerData; `onEnd` hears that it died and knows nothing any more.
 *  `restsAfterMs`, of one that keeps nothing between questions: asked nothing for so long, it ends and gives its memory
 *  back until the next question. */
export type OpenThread = {
  readonly file: URL
  readonly what: string
  readonly given?: unknown
  readonly onEnd?: () => void
  readonly restsAfterMs?: number
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }

// V8 keeps one list of all threads' pages of machine code, and one that begins while another ends can lose its own from
// it ("Check failed: jit_page.has_value()", which ends the process). So they begin and end one after the other.
let turn: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work)
  turn = done.catch(() => {})
  return done
}

/** A thread keeps compiled code where the main one does: compiling anew would take four times as long as all else it loads. */
function environment(): NodeJS.ProcessEnv {
  const folder = module.getCompileCacheDir()
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: path.dirname(folder) }
}

let bundle: string | null | undefined

/** The few files, where they were made from today's sources (a thread begins with them in a fifth of the time), as they are
 *  when the first thread is made ready: a server that runs keeps what it began with. */
function fewFiles(): string | null {
  if (bundle === undefined) bundle = findBundle()
  return bundle
}

/** Opens a thread at its first question, and again after it died; what waited for it then fails. */
export function openThread<Question extends object>(open: OpenThread): Thread<Question> {
  const { file, what, given, onEnd, restsAfterMs } = open
  const few = fewFiles()
  const waiting = new Map<number, Waiting>()
  let opening: Promise<Worker> | undefined
  let next = 0
  let stopped = false
  let rest: NodeJS.Timeout | undefined

  function drop(died: Promise<Worker>, error: Error): void {
    if (opening !== died) return
    opening = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    if (!stopped) onEnd?.()
  }

  function start(): Promise<Worker> {
    const started = inTurn(async () => {
      const worker = new Worker(findBundled(few, file) ?? file, { workerData: given, env: environment() })
      worker.on('message', ({ number, answer, error }: Answered) => {
        const asked = waiting.get(number)
        waiting.delete(number)
        if (error === undefined) asked?.resolve(answer)
        else asked?.reject(new Error(error))
        restLater()
      })
      worker.on('error', (error) => drop(started, error instanceof Error ? error : new Error(String(error))))
      worker.on('exit', () => drop(started, new Error(`the thread of ${what} ended`)))
      await Promise.race([once(worker, 'online'), once(worker, 'exit')])
      worker.unref()
      return worker
    })
    return started
  }

  function restLater(): void {
    if (restsAfterMs === undefined || waiting.size > 0) return
    clearTimeout(rest)
    rest = setTimeout(() => void end(), restsAfterMs)
    rest.unref()
  }

  async function end(): Promise<void> {
    const ending = opening
    opening = undefined // the next question opens another, once this one has ended
    const worker = await ending?.catch(() => undefined)
    if (worker) await inTurn(() => worker.terminate())
  }

  return {
    async ask<T>(question: Question) {
      if (stopped) throw new Error(`the thread of ${what} was stopped`)
      clearTimeout(rest)
      const number = next++
      const answer = new Promise<unknown>((resolve, reject) => waiting.set(number, { resolve, reject }))
      opening ??= start()
      opening.then(
        (worker) => worker.postMessage({ ...question, number } satisfies Numbered<Question>),
        (error: Error) => waiting.get(number)?.reject(error),
      )
      return (await answer) as T
    },
    stop: async () => {
      stopped = true
      clearTimeout(rest)
      for (const { reject } of waiting.values()) reject(new Error(`the thread of ${what} ended`))
      waiting.clear()
      await end()
    },
  }
}
