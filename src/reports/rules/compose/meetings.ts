import type { HeldMeeting } from '../corpus.ts'
import type { Report } from '../report.ts'

/** Who was at meetings, in sum: apart from people, since one may have been at two, or have written too. */
export function spokenForOf(meetings: readonly HeldMeeting[]): NonNullable<Report['spokenFor']> {
  return {
    meetings: meetings.length,
    people: meetings.reduce((sum, { people }) => sum + (people ?? 0), 0),
    few: meetings.filter(({ people }) => people === null).length,
    contributions: meetings.reduce((sum, { contributions }) => sum + contributions.length, 0),
  }
}
