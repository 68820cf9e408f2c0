import { dateFormat } from '../../kernel/messages.ts'
/** When a person wants no letters: from one hour to another of the clock on her wall, over midnight too. */
export type Quiet = { readonly quietFrom: number; readonly quietTo: number; readonly timeZone: string }

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

/** From when on a letter may be sent: now, or the beginning of the hour in which quiet ends. */
export function loudFrom(now: Date, { quietFrom, quietTo, timeZone }: Quiet): Date {
  const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS
  for (let later = 0; later < DAY_HOURS; later++) {
    const at = later === 0 ? now : new Date(thisHour + later * HOUR_MS)
    if (!isQuiet(hourIn(at, timeZone), quietFrom, quietTo)) return at
  }
  return now
}

function isQuiet(hour: number, from: number, to: number): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to
}

function hourIn(at: Date, timeZone: string): number {
  return Number(dateFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at))
}
