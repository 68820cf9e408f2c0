import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A process of the benchmark that answers one message at a time. */
export type Worker = {
  readonly pid: number
  ask<A>(message: unknown): Promise<A>
  end(): Promise<void>
}

/** Starts a file of this folder; it answers through `answering`. */
export async function startWorker(file: string, given: unknown): Promise<Worker> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(given)], { execArgv: [] })
  await answerOf(child) // says that it is ready
  return {
    pid: child.pid ?? 0,
    ask: async <A>(message: unknown) => {
      child.send(message as object)
      return (await answerOf(child)) as A
    },
    end: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`a process of the benchmark ended with ${code}`))
    child.once('exit', failed)
    child.once('message', (answer: { error?: string; value?: unknown }) => {
      child.off('exit', failed)
      if (answer.error) reject(new Error(answer.error))
      else resolve(answer.value)
    })
  })
}

/** The other side, in the worker's file. It ends when the process that asks is gone. */
export function answering(answer: (message: never) => Promise<unknown>): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (message) => {
    answer(message as never).then(
      (value) => process.send?.({ value: value ?? null }),
      (error: unknown) => process.send?.({ error: String(error instanceof Error ? error.stack : error) }),
    )
  })
  process.send?.({ value: 'ready' })
}

/** What the worker was started with. */
export function givenToWorker<T>(): T {
  return JSON.parse(process.argv[2] ?? 'null') as T
}

const TICKS_PER_SECOND = 100

/** Processor time of a process so far, in milliseconds. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
}

/** Resident memory of a process, in MB. */
export function memoryMb(pid: number): number {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(line?.[1] ?? 0) / 1024)
}
