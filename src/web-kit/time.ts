import { dateFormat, numberFormat, relativeFormat } from '../kernel/messages.ts'

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** Where and how a time is told. */
export type Telling = { readonly locale: string; readonly timeZone?: string | undefined }

const DAY_MS = 86_400_000
/** Units of days, from so many days on: "next week" is said of no day in the week after it. */
const DAY_UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, { days: number; from: number }])[] = [
  ['year', { days: 365, from: 365 }],
  ['month', { days: 30, from: 60 }],
  ['week', { days: 7, from: 14 }],
  ['day', { days: 1, from: 0 }],
]

/** Days of the calendar since a day that is the same for all. */
function dayNumber(ms: number, timeZone: string | undefined): number {
  const format = dateFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone })
  const [month = 1, day = 1, year = 1970] = format.format(ms).split('/').map(Number)
  return Date.UTC(year, month - 1, day) / DAY_MS
}

/** "4 minutes ago", "in 2 days"; undefined within a minute of now. Whole units, never rounded up; from a day on the days of
 *  the calendar in the viewer's zone, so that "tomorrow" is. */
export function relativeTime(atMs: number, nowMs: number, { locale, timeZone }: Telling): string | undefined {
  const difference = atMs - nowMs
  if (Math.abs(difference) >= DAY_MS) {
    const days = dayNumber(atMs, timeZone) - dayNumber(nowMs, timeZone)
    const [unit, size] = DAY_UNITS.find(([, { from }]) => Math.abs(days) >= from) ?? ['day', { days: 1 }]
    return relativeFormat(locale).format(Math.trunc(days / size.days), unit)
  }
  const unit = UNITS.find(([, length]) => Math.abs(difference) >= length)
  if (!unit) return undefined
  return relativeFormat(locale).format(Math.trunc(difference / unit[1]), unit[0])
}

/** Date and time in the viewer's zone, with the zone's name: "Sunday 22 November 2026, 06:40 CET". */
export function absoluteTime(atMs: number, { locale, timeZone }: Telling): string {
  return dateFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(atMs)
}

/** "22 Nov, 06:40"; the year too when it is another one. */
export function shortTime(atMs: number, nowMs: number, { locale, timeZone }: Telling): string {
  const sameYear = new Date(atMs).getUTCFullYear() === new Date(nowMs).getUTCFullYear()
  return dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(atMs)
}

/** A date without a time: "22 November 2026". A plain date (YYYY-MM-DD) has no zone and stays that day everywhere. */
export function dateOnly(date: string, { locale, timeZone }: Telling): string {
  const plain = /^\d{4}-\d{2}-\d{2}$/.test(date)
  return dateFormat(locale, { dateStyle: 'long', timeZone: plain ? 'UTC' : timeZone }).format(Date.parse(date))
}

/** How long until an instant, in its two largest units: "31 hr 12 min", "2 days 4 hr", "40 sec". Never below zero. */
export function timeLeft(untilMs: number, nowMs: number, locale: string): string {
  const left = Math.max(0, untilMs - nowMs)
  const [days, hours, minutes] = [
    Math.floor(left / 86_400_000),
    Math.floor(left / 3_600_000),
    Math.floor(left / 60_000),
  ]
  if (days >= 2) return both(locale, [days, 'day'], [hours % 24, 'hour'])
  if (hours >= 1) return both(locale, [hours, 'hour'], [minutes % 60, 'minute'])
  if (minutes >= 1) return both(locale, [minutes, 'minute'])
  return both(locale, [Math.floor(left / 1000), 'second'])
}

function both(locale: string, ...parts: (readonly [number, string])[]): string {
  return parts
    .filter(([value], place) => place === 0 || value > 0)
    .map(([value, unit]) => numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value))
    .join(' ')
}
