import type { Written } from '../corpus.ts'
import type { Report } from '../report.ts'

export type Time = Report['time']

const STEPS = 48
const HOUR_MS = 3_600_000

/** The time of the jam in at most 48 equal steps of whole hours, with what was written in each. */
export function timeOf(written: readonly Written[], jam: Report['jam']): Time {
  const times = written.map(({ postedAt }) => Date.parse(postedAt))
  const first = floorHour(least(times, Date.parse(jam.openedAt ?? written[0]?.postedAt ?? '1970-01-01T00:00:00.000Z')))
  const last = times.reduce((a, b) => Math.max(a, b), first)
  const stepMs = Math.max(1, Math.ceil((last - first + 1) / STEPS / HOUR_MS)) * HOUR_MS
  const time = { from: new Date(first).toISOString(), stepMs, all: [] as number[] }
  const all = Array.from({ length: Math.floor((last - first) / stepMs) + 1 }, () => 0)
  for (const { postedAt } of written) {
    const step = stepOf(time, postedAt)
    all[step] = (all[step] ?? 0) + 1
  }
  return { ...time, all }
}

/** In which step an instant lies. */
export function stepOf({ from, stepMs }: Pick<Time, 'from' | 'stepMs'>, at: string): number {
  return Math.floor((Date.parse(at) - Date.parse(from)) / stepMs)
}

const floorHour = (ms: number): number => Math.floor(ms / HOUR_MS) * HOUR_MS

function least(times: readonly number[], opened: number): number {
  return times.reduce((a, b) => Math.min(a, b), opened)
}
