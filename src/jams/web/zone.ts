import { dateFormat } from '../../kernel/messages.ts'
import { viewer } from '../../web-kit/index.ts'

/** The zone in which this person reads and enters times. */
export function viewerZone(): string {
  return viewer().timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The zone as people name it, with its distance from UTC now: "Central European Time (GMT+1)". */
export function zoneName(zone: string): string {
  const name = (timeZoneName: 'longGeneric' | 'shortOffset') =>
    dateFormat(viewer().locale, { timeZone: zone, timeZoneName })
      .formatToParts(Date.now())
      .find((part) => part.type === 'timeZoneName')?.value ?? zone
  const [long, offset] = [name('longGeneric'), name('shortOffset')]
  if (zone === 'UTC') return zone
  // Where people have no name for it, what they would be told is the distance once more.
  return long.startsWith('GMT') ? offset : `${long} (${offset})`
}
