import { dateFormat } from '../../kernel/messages.ts'
/** What a clock on the wall of a zone shows at an instant: `YYYY-MM-DDTHH:mm`, as date fields take it. */
export function wallTimeOf(instant: string, timeZone: string): string {
  return wallOf(Date.parse(instant), timeZone)
}

/** The instant (ISO 8601, UTC) at which the wall clock of a zone shows this time; undefined when it is no time.
 *  A time that a change of clocks leaves out is read as that much later; one that comes twice as the first. */
export function instantOf(wall: string, timeZone: string): string | undefined {
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const candidates = [offsetAt(asUtc - 86_400_000, timeZone), offsetAt(asUtc + 86_400_000, timeZone)].map(
    (offset) => asUtc - offset,
  )
  const right = candidates.filter((at) => at + offsetAt(at, timeZone) === asUtc)
  return new Date(Math.min(...(right.length > 0 ? right : candidates.slice(0, 1)))).toISOString()
}

function offsetAt(atMs: number, timeZone: string): number {
  return Date.parse(`${wallOf(atMs, timeZone)}Z`) - Math.floor(atMs / 60_000) * 60_000
}

function wallOf(atMs: number, timeZone: string): string {
  const parts = dateFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(atMs)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00'
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}
