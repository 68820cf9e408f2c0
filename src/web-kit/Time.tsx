import { useSyncExternalStore } from 'react'
import { numberFormat } from '../kernel/messages.ts'
import { serverNow } from './clock.ts'
import { say } from './kit-say.ts'
import { viewer } from './say.ts'
import { absoluteTime, dateOnly, relativeTime, shortTime, timeLeft } from './time.ts'

const MINUTE_MS = 60_000

/** The server's time now, told anew every `everyMs`; all clocks of one pace tick together. */
export function useNow(everyMs: number = MINUTE_MS): number {
  return useSyncExternalStore(
    (tick) => {
      const timer = setInterval(tick, everyMs)
      return () => clearInterval(timer)
    },
    () => Math.floor(serverNow() / everyMs) * everyMs,
    () => Math.floor(serverNow() / everyMs) * everyMs,
  )
}

/** When something happened: "4 minutes ago" near, the date far; the exact time in the viewer's zone on pointing or listening.
 *  `as="both"` shows the two, `as="absolute"` never counts. */
export function Time({ at, as = 'relative' }: { at: string; as?: 'relative' | 'absolute' | 'both' }) {
  const now = useNow()
  const atMs = Date.parse(at)
  const exact = absoluteTime(atMs, viewer())
  const near = Math.abs(now - atMs) < 30 * 24 * 60 * MINUTE_MS
  const relative = relativeTime(atMs, now, viewer()) ?? say('kit.time.now')
  const short = shortTime(atMs, now, viewer())
  return (
    <time dateTime={at} title={exact}>
      {as === 'absolute' ? short : as === 'both' ? `${short} (${relative})` : near ? relative : short}
    </time>
  )
}

/** A day: a plain date or the date of an instant in the viewer's zone. */
export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{dateOnly(date, viewer())}</time>
}

/** Time left until an instant by the server's clock; counts seconds only in the last minute's neighbourhood. */
export function TimeLeft({ until }: { until: string }) {
  const untilMs = Date.parse(until)
  const isNear = untilMs - serverNow() < 2 * MINUTE_MS
  const now = useNow(isNear ? 1000 : 10_000)
  return (
    <time dateTime={until} title={absoluteTime(untilMs, viewer())}>
      {timeLeft(untilMs, isNear ? now : Math.max(now, serverNow()), viewer().locale)}
    </time>
  )
}

/** A number as the viewer's locale writes it. */
export function Count({ value }: { value: number }) {
  return <span className="number">{numberFormat(viewer().locale).format(value)}</span>
}
