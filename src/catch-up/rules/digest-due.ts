import { hourIn } from './anchor.ts'

export type Digesting = {
  readonly digestHour: number
  readonly quietFrom: number
  readonly quietTo: number
  readonly timeZone: string
  readonly digestedAt: Date | null
}

/** At most one in so many hours, also where the clocks are turned back. */
const APART_MS = 20 * 3_600_000

/** Quiet from one hour to another, over midnight too; the same hour twice: never. */
export function isQuiet(hour: number, from: number, to: number): boolean {
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to
}

/** Is the digest due in this hour? One that falls into the quiet hours comes when they end. */
export function isDigestDue(now: Date, { digestHour, quietFrom, quietTo, timeZone, digestedAt }: Digesting): boolean {
  if (digestedAt && now.getTime() - digestedAt.getTime() < APART_MS) return false
  const hour = isQuiet(digestHour, quietFrom, quietTo) ? quietTo : digestHour
  return hourIn(now, timeZone) === hour
}
