import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../platform/index.ts'
import type { RehearsalStep } from './contract.ts'
import { saveBeat } from './store/rehearsals.ts'

/** How far a rehearsal is, told to the database each second; and whether it is to go on. */
export type Course = {
  readonly signal: AbortSignal
  /** Begins a step of so many parts. */
  begin(step: RehearsalStep, total: number): Promise<void>
  /** One more part is done. */
  advance(): void
  /** Waits until it is so, at most so long. Gives the seconds it took; null when it was not so in time. */
  until(isSo: () => Promise<boolean>, mostMs: number): Promise<number | null>
  end(): void
}

const BEAT_MS = 1_000
const LOOK_MS = 250

/** Opens the course of a rehearsal that this server has taken. `ending`: the server ends. */
export function openCourse(database: Database, id: string, ending: AbortSignal): Course {
  const stopping = new AbortController()
  const signal = AbortSignal.any([ending, stopping.signal])
  let beat: Parameters<typeof saveBeat>[2] = { step: 'copy', done: 0, total: 0 }
  const tell = async (): Promise<void> => {
    const isWanted = await database.transaction({ role: 'jobs' }, (tx) => saveBeat(tx, id, beat))
    if (!isWanted) stopping.abort()
  }
  // A beat that is lost is followed by the next one.
  const timer = setInterval(() => void tell().catch(() => undefined), BEAT_MS)
  timer.unref()
  return {
    signal,
    async begin(step, total) {
      signal.throwIfAborted()
      beat = { step, done: 0, total }
      await tell()
    },
    advance() {
      beat = { ...beat, done: beat.done + 1 }
    },
    async until(isSo, mostMs) {
      const began = performance.now()
      while (performance.now() - began < mostMs) {
        signal.throwIfAborted()
        if (await isSo()) return Math.round((performance.now() - began) / 100) / 10
        await wait(LOOK_MS, undefined, { signal })
      }
      return null
    },
    end: () => clearInterval(timer),
  }
}
