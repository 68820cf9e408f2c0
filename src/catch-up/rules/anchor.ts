import { dateFormat } from '../../kernel/messages.ts'
/** From when on something is new: what was read last (or, without a history, a day ago), or what the person chose. */
export const SINCE = ['seen', 'yesterday', 'joined', 'all'] as const
export type Since = (typeof SINCE)[number]

const DAY_MS = 86_400_000
const EVENING = 18

/** Yesterday 18:00 as a clock on the wall of `timeZone` shows it. */
export function yesterdayEvening(now: Date, timeZone: string): Date {
  const day = dateFormat('en-CA', { timeZone }).format(new Date(now.getTime() - DAY_MS))
  const guess = new Date(`${day}T${EVENING}:00:00Z`)
  // The zone's distance from UTC there and then; asked twice, as it may change in between.
  const first = new Date(guess.getTime() - offsetMs(guess, timeZone))
  return new Date(guess.getTime() - offsetMs(first, timeZone))
}

/** The anchor where nothing was kept of what was read: a day ago. */
export const byTime = (now: Date): Date => new Date(now.getTime() - DAY_MS)

function offsetMs(at: Date, timeZone: string): number {
  const parts = dateFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return wall - Math.floor(at.getTime() / 1000) * 1000
}

/** The hour of the day on a wall in `timeZone`, 0 to 23. */
export function hourIn(now: Date, timeZone: string): number {
  const hour = dateFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now)
  return Number(hour)
}
